"""Requests that no browser makes: answered as bad requests before anything reads, stores or shows them."""

from django.conf import settings
from django.core.exceptions import BadRequest

PLAIN = {None, "utf-8", "utf8"}
# Of a whole request: a scan that is too large still arrives, so that its sender is told in words.
MOST_BYTES = 100 * 1024 * 1024
LONGEST = len(str(MOST_BYTES))


class UnreadableMiddleware:
    """Text in an odd encoding may hold what neither a page nor a database can (UTF-7 can spell half a character).

    A session's key with a NUL in it would be an error in PostgreSQL; a key that never was one is nobody's.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (request.encoding and request.encoding.lower()) not in PLAIN:
            raise BadRequest("pages are sent as UTF-8")
        if _is_too_long(request.META.get("CONTENT_LENGTH") or "0"):
            raise BadRequest("no page of ours sends that much")
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if not (key.isascii() and key.isalnum()):
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        return self.get_response(request)


def _is_too_long(length: str) -> bool:
    return not (length.isascii() and length.isdigit()) or len(length) > LONGEST or int(length) > MOST_BYTES
