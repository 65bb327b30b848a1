"""Requests that no browser makes: answered as bad requests before anything reads, stores or shows them."""

from django.conf import settings
from django.core.exceptions import BadRequest

PLAIN = {None, "utf-8", "utf8"}


class UnreadableMiddleware:
    """Text in an odd encoding may hold what neither a page nor a database can (UTF-7 can spell half a character).

    A session's key with a NUL in it would be an error in PostgreSQL; a key that never was one is nobody's.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (request.encoding and request.encoding.lower()) not in PLAIN:
            raise BadRequest("pages are sent as UTF-8")
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if not (key.isascii() and key.isalnum()):
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        return self.get_response(request)
