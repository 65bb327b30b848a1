"""What may happen on no page: a console error, a script that fails, a dialog, a request to another host."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, WebError

HARMLESS = ("data:", "blob:")


class Watch:
    """Listens to every page of a context. The browser tells violations of the content security policy as errors."""

    def __init__(self, context: BrowserContext, origin: str):
        self.context, self.origin = context, origin
        self.faults: list[str] = []
        context.on("console", self._console)
        context.on("weberror", self._script)
        context.on("dialog", self._dialog)
        context.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text} {message.location}")

    def _script(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _dialog(self, dialog: Dialog) -> None:
        self.faults.append(f"dialog {dialog.type}: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", *HARMLESS)):
            self.faults.append(f"request to another host: {request.url}")
