"""How often something may be tried, counted before anything costly is done (docs/decisions/0011)."""

import ipaddress
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from letters.models import allowance

MINUTE = 60


@dataclass
class TooMany(Exception):
    """Tried too often; raised through a view it becomes a page with status 429."""

    seconds: int

    @property
    def wait(self) -> str:
        """How long, rounded up: who waits that long is let in."""
        if self.seconds < MINUTE:
            return ngettext("%(count)s 秒", "%(count)s 秒", self.seconds) % {"count": self.seconds}
        minutes = -(-self.seconds // MINUTE)
        return ngettext("%(count)s 分钟", "%(count)s 分钟", minutes) % {"count": minutes}

    @property
    def said(self) -> str:
        return _("次数过多，%(wait)s后再试。") % {"wait": self.wait}


@dataclass(frozen=True)
class Limit:
    """At most `most` times per `per` seconds by whoever `key` names."""

    scope: str
    key: tuple[str, ...]
    most: int
    per: int

    @property
    def bucket(self) -> str:
        return salted_hmac(f"letters.throttling.{self.scope}", "\n".join(self.key), algorithm="sha256").hexdigest()


def throttle(request: HttpRequest, scope: str, *, most: int, per: int) -> None:
    """Count this request against its address; TooMany when the address has had `most` within `per` seconds."""
    count(Limit(scope, (address_of(request),), most, per))


def count(*limits: Limit) -> None:
    """Use one of each, or none and TooMany: who is refused by the first limit uses up nothing of the others."""
    for place, limit in enumerate(limits):
        if seconds := allowance.take(limit.bucket, most=limit.most, per=timedelta(seconds=limit.per)):
            give_back(*limits[:place])
            raise TooMany(seconds)


def give_back(*limits: Limit) -> None:
    for limit in limits:
        allowance.give_back(limit.bucket)


def forget(limit: Limit) -> None:
    allowance.forget(limit.bucket)


def address_of(request: HttpRequest) -> str:
    """Where the request came from; of IPv6 the network, as one household has all its addresses.

    X-Forwarded-For is believed only as far as our own proxies wrote it.
    """
    address = request.META.get("REMOTE_ADDR", "")
    passed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.NUOCHENG_PROXIES <= len(passed):
        address = passed[-settings.NUOCHENG_PROXIES].strip() or address
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if parsed.version == 6 and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    return str(parsed if parsed.version == 4 else ipaddress.IPv6Network((int(parsed), 64), strict=False))
