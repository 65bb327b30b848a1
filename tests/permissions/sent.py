"""What is sent to an address: what stands in its places, what is asked of it, and what a form of ours would post."""

from collections.abc import Callable
from dataclasses import dataclass

from letters.models import Letter
from tests.people import PASSWORD
from tests.permissions.world import World
from tests.scans import PDF
from tests.wizard.pages import step_post
from tests.writers.logos import picture

# A letter's, a company's and a notice's own number are put in by asking.py.
PLACES = {
    "letter_id": "cip-1",
    "other_id": "osp-1",
    "extension": "txt",
    "step": "basis",
    "rule_id": "log_six_months",
    "statute_id": "csl",
    "revision": 1,
    "other": "library",
    "field": "work_name",
    "content_type_id": "1",
    "app_label": "auth",
}
UNNAMED = {
    "admin/auth/user/<path:object_id>/": "/admin/auth/user/{reader}/",
    "admin/letters/familyrule/<path:object_id>/": "/admin/letters/familyrule/{rule}/",
    "admin/(?P<url>.*)$": "/admin/nowhere/",
}
# What is asked of a page, so that it has something to show.
ASKED = {"search": "?q=示例"}


@dataclass(frozen=True)
class Sheet:
    """A file to be sent, as often as it is asked for."""

    name: str
    content_type: str
    content: bytes

    def read(self) -> bytes:
        return self.content


SCAN = Sheet("scan.pdf", "application/pdf", PDF)
LOGO = Sheet("logo.png", "image/png", picture("PNG", (30, 10)))


def _newest(letter: Letter) -> dict:
    return {"revision": letter.revisions.count()}


# Addresses that are not named take an empty form.
POSTED: dict[str, Callable[[World, Letter | None], dict]] = {
    "fill": lambda world, letter: step_post(letter, "basis", {"work_name": "甲"}, action="exit"),
    "preview": lambda world, letter: step_post(letter, "basis", {"work_name": "甲"}) | {"step": "basis"},
    "choose_layout": lambda world, letter: {"layout": "business"},
    "company_logo": lambda world, letter: {"logo": LOGO},
    "submit": lambda world, letter: {"version": letter.version},
    "approve": lambda world, letter: {"password": PASSWORD},
    "return": lambda world, letter: {"note": "补充投诉渠道。"},
    "comment": lambda world, letter: _newest(letter) | {"text": "写明时限。"},
    "suggest": lambda world, letter: _newest(letter) | {"work_name": "用户信息保护"},
    "reply": lambda world, letter: {"text": "已改。"},
    "settle": lambda world, letter: {"settled": "1"},
    "accept": lambda world, letter: {"version": letter.version},
    "issue": lambda world, letter: {"signed_on": "2026-11-22", "valid_from": "2026-12-01", "valid_to": "2027-11-30"},
    "void": lambda world, letter: {"reason": "盖错印章"},
    "attach": lambda world, letter: {"scan": SCAN},
    "verify_code": lambda world, letter: {"file": SCAN},
    "set_language": lambda world, letter: {"language": "en", "next": "/account/login/"},
    "new_company": lambda world, letter: {"entity_name": "上海另一家有限公司"},
    "company": lambda world, letter: {"entity_name": "改名后的有限公司", "version": "1"},
}

# What no form of ours sends: who may not send anything is refused before anybody looks at it. Not named: an empty form.
LONG = "长" * 100_000
FAULTY = {"submit": {"reason.x": LONG}, "comment": {"text": LONG}, "void": {"reason": LONG}}
