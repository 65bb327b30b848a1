"""The headers that every answer bears, whatever it is: page, download, redirect, refusal or error."""

from django.http import HttpResponse

CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-ancestors": "'none'",
}
BORNE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def faults(response: HttpResponse, *, secure: bool = False) -> list[str]:
    headers = response.headers
    found = [f"{name}: {headers.get(name)}" for name, value in BORNE.items() if headers.get(name) != value]
    if policy(headers.get("Content-Security-Policy", "")) != CSP:
        found.append(f"Content-Security-Policy: {headers.get('Content-Security-Policy')}")
    if "no-store" not in headers.get("Cache-Control", ""):
        found.append(f"Cache-Control: {headers.get('Cache-Control')}")
    for name, cookie in response.cookies.items():
        if cookie["max-age"] == 0:
            continue
        if not cookie["httponly"] or cookie["samesite"] != "Lax" or bool(cookie["secure"]) != secure:
            found.append(f"cookie {name}: {cookie.OutputString()}")
    return found


def policy(header: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in header.split(";") if part.strip())
