"""Pages and the replies that bring the letter up to date leave compressed; what is packed already does not."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

COMPRESSED = ("text/", "application/json")


class TextCompressionMiddleware(GZipMiddleware):
    """Never what an address brings along together with what only the reader may see: its length would tell (BREACH).

    Posting is no way round: another site's form comes without the session, and without the token.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.GET or not response.headers.get("Content-Type", "").startswith(COMPRESSED):
            return response
        return super().process_response(request, response)
