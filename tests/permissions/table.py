"""Who may do what, written by hand: one line for each address and method. Nothing here is read from the code under test.

What a line says, in this order of precedence:
  method not in any line of the address          405
  nobody signed in                               the sign-in page, 401 for scripts and for what was posted
  the letter is invisible to this reader         404
  the reader is none of those who may            `never`
  the letter's state is not among those named    `not_now`
  otherwise                                      `then`
A status of 302 to the sign-in page is never a success. HEAD goes where GET goes.
"""

from dataclasses import dataclass

DRAFT, SUBMITTED, RETURNED, APPROVED = "draft", "submitted", "returned", "approved"
ISSUED, VOID, SUPERSEDED, EXPIRED = "issued", "void", "superseded", "expired"
BINNED = "binned"
STATES = (DRAFT, SUBMITTED, RETURNED, APPROVED, ISSUED, VOID, SUPERSEDED, EXPIRED, BINNED)

# What a reader can be to a letter, or be at all. "reviewer" is legal, and not the author of this letter.
AUTHOR, DRAFTER, LEGAL, REVIEWER, AUDITOR, ADMINISTRATOR = (
    "author",
    "drafter",
    "legal",
    "reviewer",
    "auditor",
    "administrator",
)
SIGNED_IN, EVERYBODY = "signed in", "everybody"
ROLES = {DRAFTER, LEGAL, AUDITOR, ADMINISTRATOR}

# A draft is its author's own affair until it is handed in; auditors read everything.
SEES = {state: {AUTHOR, LEGAL, AUDITOR} for state in STATES} | {state: {AUTHOR, AUDITOR} for state in (DRAFT, BINNED)}
SEERS = {AUTHOR, LEGAL, AUDITOR}
EDITABLE = {DRAFT, RETURNED}
LEFT_THE_HOUSE = {ISSUED, VOID, SUPERSEDED, EXPIRED}
ANY = set(STATES)


@dataclass(frozen=True)
class Row:
    address: str
    method: str
    who: frozenset[str]
    states: frozenset[str]
    then: int
    never: int
    not_now: int


def row(address, method, who, states=ANY, then=200, never=403, not_now=None) -> Row:
    return Row(address, method, frozenset(who), frozenset(states), then, never, not_now or never)


ROWS = (
    # The desk
    row("desk", "GET", {SIGNED_IN}),
    row("healthz", "GET", {EVERYBODY}),
    row("letter", "GET", SEERS),
    row("copy", "POST", {DRAFTER, LEGAL}, then=302),
    row("bin", "POST", {AUTHOR}, EDITABLE | {BINNED}, then=302),
    row("restore", "POST", {AUTHOR}, EDITABLE | {BINNED}, then=302),
    # Choosing
    row("choose", "GET", {DRAFTER, LEGAL}),
    row("start", "POST", {DRAFTER, LEGAL}, then=302),
    row("library", "GET", {SIGNED_IN}),
    row("library_letter", "GET", {SIGNED_IN}),
    row("guide", "GET", {SIGNED_IN}),
    row("compare_choose", "GET", {SIGNED_IN}),
    row("compare", "GET", {SIGNED_IN}),
    row("rule", "GET", {SIGNED_IN}),
    # The wizard: who may not fill in is shown the letter instead
    row("fill", "GET", {AUTHOR}, EDITABLE, never=302),
    row("fill", "POST", {AUTHOR}, EDITABLE, then=302),
    row("check", "GET", {AUTHOR}, EDITABLE, never=302),
    row("check", "POST", {AUTHOR}, EDITABLE, then=400),
    row("preview", "GET", SEERS),
    row("preview", "POST", {AUTHOR}, EDITABLE),
    # Files
    row("letter_file", "GET", SEERS),
    row("attachment", "GET", SEERS, LEFT_THE_HOUSE, not_now=404),
    row("blank_file", "GET", {SIGNED_IN}),
    row("choose_layout", "POST", {AUTHOR, LEGAL}, EDITABLE | {SUBMITTED, APPROVED}, then=302, not_now=409),
    # Companies
    row("companies", "GET", ROLES),
    row("new_company", "GET", {DRAFTER, LEGAL}),
    row("new_company", "POST", {DRAFTER, LEGAL}, then=302),
    row("company", "GET", ROLES),
    row("company", "POST", {DRAFTER, LEGAL}, then=302),
    row("archive_company", "POST", {DRAFTER, LEGAL}, then=302),
    row("restore_company", "POST", {DRAFTER, LEGAL}, then=302),
    row("company_logo", "GET", {DRAFTER, LEGAL}),
    row("company_logo", "POST", {DRAFTER, LEGAL}, then=302),
    row("remove_logo", "POST", {DRAFTER, LEGAL}, then=302),
    row("logo_picture", "GET", ROLES, then=404),
    # The account
    row("login", "GET", {EVERYBODY}),
    row("login", "POST", {EVERYBODY}),
    row("logout", "POST", {SIGNED_IN}, then=302),
    row("password", "GET", {SIGNED_IN}),
    row("password", "POST", {SIGNED_IN}),
    row("password_done", "GET", {SIGNED_IN}),
    row("session", "GET", {EVERYBODY}),
    row("set_language", "POST", {EVERYBODY}, then=302),
    # The administration keeps accounts; it deletes none and shows nothing else
    row("admin:index", "GET", {ADMINISTRATOR}),
    row("admin:index", "POST", {ADMINISTRATOR}),
    row("admin:login", "GET", {ADMINISTRATOR}, then=302),
    row("admin:login", "POST", {ADMINISTRATOR}, then=302),
    row("admin:logout", "GET", {ADMINISTRATOR}, then=405),
    row("admin:logout", "POST", {ADMINISTRATOR}, then=302),
    row("admin:password_change", "GET", {ADMINISTRATOR}, then=302),
    row("admin:password_change", "POST", {ADMINISTRATOR}, then=302),
    row("admin:password_change_done", "GET", {ADMINISTRATOR}),
    row("admin:password_change_done", "POST", {ADMINISTRATOR}, then=405),
    row("admin:autocomplete", "GET", ()),
    row("admin:autocomplete", "POST", {ADMINISTRATOR}, then=405),
    row("admin:jsi18n", "GET", {ADMINISTRATOR}),
    row("admin:jsi18n", "POST", {ADMINISTRATOR}, then=405),
    row("admin:view_on_site", "GET", {ADMINISTRATOR}, then=404),
    row("admin:view_on_site", "POST", {ADMINISTRATOR}, then=404),
    row("admin:app_list", "GET", {ADMINISTRATOR}),
    row("admin:app_list", "POST", {ADMINISTRATOR}),
    row("admin:auth_user_changelist", "GET", {ADMINISTRATOR}),
    row("admin:auth_user_changelist", "POST", {ADMINISTRATOR}),
    row("admin:auth_user_add", "GET", {ADMINISTRATOR}),
    row("admin:auth_user_add", "POST", {ADMINISTRATOR}),
    row("admin:auth_user_change", "GET", {ADMINISTRATOR}),
    row("admin:auth_user_change", "POST", {ADMINISTRATOR}),
    row("admin:auth_user_history", "GET", {ADMINISTRATOR}),
    row("admin:auth_user_history", "POST", {ADMINISTRATOR}),
    row("admin:auth_user_password_change", "GET", {ADMINISTRATOR}),
    row("admin:auth_user_password_change", "POST", {ADMINISTRATOR}),
    row("admin:auth_user_delete", "GET", ()),
    row("admin:auth_user_delete", "POST", ()),
    row("admin:<path:object_id>/", "GET", {ADMINISTRATOR}, then=302),
    row("admin:<path:object_id>/", "POST", {ADMINISTRATOR}, then=302),
    row("admin:(?P<url>.*)$", "GET", {ADMINISTRATOR}, then=404),
    row("admin:(?P<url>.*)$", "POST", {ADMINISTRATOR}, then=404),
)

BY_ADDRESS: dict[str, dict[str, Row]] = {}
for each in ROWS:
    assert each.method not in BY_ADDRESS.setdefault(each.address, {}), each
    BY_ADDRESS[each.address][each.method] = each


@dataclass(frozen=True)
class Verdict:
    """`status` is a number or "sign in"; `is_open`: the reader gets what is behind the address."""

    status: int | str
    is_open: bool = False


def verdict(address: str, method: str, is_to: set[str], state: str | None, *, script: bool = False) -> Verdict:
    """`is_to`: what the reader is to the letter, or at all; `state` is None for what is no letter."""
    rows = BY_ADDRESS[address]
    found = rows.get("GET" if method == "HEAD" else method)
    is_public = any(EVERYBODY in each.who for each in rows.values())
    if SIGNED_IN not in is_to and not is_public:
        return Verdict(401 if script or method == "POST" else "sign in")
    if found is None:
        return Verdict(405)
    if state is not None and not SEES[state] & is_to:
        return Verdict(404)
    if not found.who & (is_to | {EVERYBODY}):
        return Verdict(found.never)
    if state is not None and state not in found.states:
        return Verdict(found.not_now)
    return Verdict(found.then, is_open=True)
