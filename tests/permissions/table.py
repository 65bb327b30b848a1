"""Who may do what, written by hand: one line for each address and method. Nothing here is read from the code under test.

What a line says, in this order of precedence:
  nobody signed in                               the sign-in page, 401 for scripts and for what was posted
  method not in any line of the address          405
  the letter is invisible to this reader         404; `gone` for a reviewer from whom it was withdrawn
  the letter has no such thing                   404, unless its state is among `there`
  the reader is none of those who may            `never`
  the letter's state is not among those named    `not_now`
  otherwise                                      `then`
A status of 302 to the sign-in page is never a success. HEAD goes where GET goes. Only what is open and posted writes
(`counts`: or what is throttled).
"""

from dataclasses import dataclass

DRAFT, SUBMITTED, RETURNED, APPROVED = "draft", "submitted", "returned", "approved"
ISSUED, VOID, SUPERSEDED, EXPIRED = "issued", "void", "superseded", "expired"
# A draft that was handed in once and taken back, and a returned letter in the bin.
WITHDRAWN, BINNED = "withdrawn", "binned"
STATES = (DRAFT, SUBMITTED, RETURNED, APPROVED, ISSUED, VOID, SUPERSEDED, EXPIRED, WITHDRAWN, BINNED)

# What a reader can be to a letter, or be at all. "reviewer" is legal, and not the author of this letter.
AUTHOR, REVIEWER, RECIPIENT = "author", "reviewer", "recipient"
DRAFTER, LEGAL, AUDITOR, ADMINISTRATOR = "drafter", "legal", "auditor", "administrator"
SIGNED_IN, EVERYBODY = "signed in", "everybody"
ROLES = {DRAFTER, LEGAL, AUDITOR, ADMINISTRATOR}

# A draft is its author's own affair until it is handed in; auditors read everything.
OWN = {DRAFT, WITHDRAWN}
SEES = {state: {AUTHOR, AUDITOR} if state in OWN else {AUTHOR, AUDITOR, LEGAL} for state in STATES}
SEERS = {AUTHOR, LEGAL, AUDITOR}
ANY = set(STATES)
EDITABLE = {DRAFT, RETURNED, WITHDRAWN}
HANDED_IN = ANY - {DRAFT}
IN_REVIEW = {SUBMITTED, RETURNED}
NUMBERED = {APPROVED, ISSUED, VOID, SUPERSEDED, EXPIRED}
LEFT_THE_HOUSE = NUMBERED - {APPROVED}


@dataclass(frozen=True)
class Row:
    address: str
    method: str
    who: frozenset[str]
    states: frozenset[str]
    there: frozenset[str]
    then: int
    never: int
    not_now: int
    gone: int
    counts: bool
    token: bool


def row(
    address,
    method,
    who,
    states=ANY,
    then=200,
    *,
    there=ANY,
    never=403,
    not_now=None,
    gone=404,
    counts=False,
    token=True,
) -> Row:
    who, states, there = frozenset(who), frozenset(states), frozenset(there)
    return Row(address, method, who, states, there, then, never, not_now or never, gone, counts, token)


def administered(model: str, *, deleted: bool) -> list[Row]:
    """The pages that Django's administration has for a model."""
    pages = [f"admin:{model}_{page}" for page in ("changelist", "add", "change", "history")]
    open_to = {ADMINISTRATOR} if deleted else ()
    found = [row(page, method, {ADMINISTRATOR}) for page in pages for method in ("GET", "POST")]
    return found + [row(f"admin:{model}_delete", method, open_to) for method in ("GET", "POST")]


ROWS = (
    # The desk
    row("desk", "GET", {SIGNED_IN}),
    row("healthz", "GET", {EVERYBODY}),
    row("letter", "GET", SEERS),
    row("promises", "GET", SEERS),
    row("copy", "POST", {DRAFTER, LEGAL}, then=302),
    row("bin", "POST", {AUTHOR}, EDITABLE | {BINNED}, then=302),
    row("restore", "POST", {AUTHOR}, EDITABLE | {BINNED}, then=302),
    # Choosing
    row("choose", "GET", {DRAFTER, LEGAL}),
    row("start", "POST", {DRAFTER, LEGAL}, then=302),
    row("library", "GET", {SIGNED_IN}),
    row("library_letter", "GET", {SIGNED_IN}),
    row("library_promises", "GET", {SIGNED_IN}),
    row("guide", "GET", {SIGNED_IN}),
    row("compare_choose", "GET", {SIGNED_IN}),
    row("compare", "GET", {SIGNED_IN}),
    row("rule", "GET", {SIGNED_IN}),
    row("law", "GET", {SIGNED_IN}),
    row("statute", "GET", {SIGNED_IN}),
    # The wizard: who may not fill in is shown the letter instead
    row("fill", "GET", {AUTHOR}, EDITABLE, never=302),
    row("fill", "POST", {AUTHOR}, EDITABLE, then=302),
    row("check", "GET", {AUTHOR}, EDITABLE, never=302),
    row("check", "POST", {AUTHOR}, EDITABLE, then=400),
    row("preview", "GET", SEERS),
    row("preview", "POST", {AUTHOR}, EDITABLE),
    # Files
    row("letter_file", "GET", SEERS),
    row("attachment", "GET", SEERS, there=LEFT_THE_HOUSE),
    row("blank_file", "GET", {SIGNED_IN}),
    row("fillable_file", "GET", {SIGNED_IN}),
    row("choose_layout", "POST", {AUTHOR, LEGAL}, EDITABLE | {SUBMITTED, APPROVED}, then=302, not_now=409),
    # Issuing and after; who may decide, but not in this state, is told what happened instead
    row("issue", "GET", {LEGAL}, {APPROVED}, not_now=409),
    row("issue", "POST", {LEGAL}, {APPROVED}, then=302, not_now=409),
    row("void", "GET", {LEGAL}, {APPROVED, ISSUED}, not_now=409),
    row("void", "POST", {LEGAL}, {APPROVED, ISSUED}, then=302, not_now=409),
    row("renew", "POST", {DRAFTER, LEGAL}, {ISSUED, EXPIRED}, then=302),
    row("attach", "GET", {AUTHOR, LEGAL}, NUMBERED),
    row("attach", "POST", {AUTHOR, LEGAL}, NUMBERED, then=302),
    row("register", "GET", {DRAFTER, LEGAL, AUDITOR}),
    row("register_file", "GET", {DRAFTER, LEGAL, AUDITOR}),
    # Reviewing
    row("review_queue", "GET", {LEGAL, AUDITOR}),
    row("submit", "POST", {AUTHOR}, EDITABLE, then=302, not_now=409),
    row("withdraw", "POST", {AUTHOR}, {SUBMITTED}, then=302, not_now=409, gone=409),
    row("review", "GET", SEERS, HANDED_IN, not_now=302, gone=409),
    row("history", "GET", SEERS, gone=409),
    row("redline_choose", "GET", SEERS, then=302, gone=409),
    row("redline", "GET", SEERS, there=HANDED_IN, gone=409),
    row("approve", "GET", {REVIEWER}, {SUBMITTED}, not_now=409, gone=409),
    row("approve", "POST", {REVIEWER}, {SUBMITTED}, then=302, not_now=409, gone=409),
    row("return", "GET", {REVIEWER}, {SUBMITTED}, not_now=409, gone=409),
    row("return", "POST", {REVIEWER}, {SUBMITTED}, then=302, not_now=409, gone=409),
    row("comment", "POST", {AUTHOR, LEGAL}, IN_REVIEW, then=302, not_now=409, gone=409),
    row("suggest", "GET", {REVIEWER}, IN_REVIEW, not_now=409, gone=409),
    row("suggest", "POST", {REVIEWER}, IN_REVIEW, then=302, not_now=409, gone=409),
    row("reply", "POST", {AUTHOR, LEGAL}, IN_REVIEW, then=302, there=HANDED_IN, not_now=409, gone=409),
    row("settle", "POST", {AUTHOR, LEGAL}, IN_REVIEW, then=302, there=HANDED_IN, not_now=409, gone=409),
    row("accept", "POST", {AUTHOR}, EDITABLE, then=302, there=HANDED_IN, not_now=409, gone=409),
    row("redline_file", "GET", SEERS, there=HANDED_IN, gone=409),
    # Notices
    row("notices", "GET", {SIGNED_IN}),
    row("read_notices", "POST", {SIGNED_IN}, then=302),
    row("open_notice", "POST", {RECIPIENT}, then=302, never=404),
    # Search
    row("search", "GET", {SIGNED_IN}),
    # Verification
    row("verify", "GET", {EVERYBODY}, counts=True),
    row("verify_code", "GET", {EVERYBODY}, counts=True),
    row("verify_code", "POST", {EVERYBODY}, counts=True, token=False),
    # Nothing chosen is said as such
    row("bundle", "GET", {DRAFTER, LEGAL, AUDITOR}, then=422),
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
    row("set_theme", "POST", {EVERYBODY}, then=302),
    row("set_language", "POST", {EVERYBODY}, then=302),
    # Help
    row("help", "GET", {EVERYBODY}),
    row("glossary", "GET", {EVERYBODY}),
    row("about", "GET", {EVERYBODY}),
    # The administration keeps accounts, none of which it deletes, and how many approve; it shows nothing else
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
    row("admin:auth_user_password_change", "GET", {ADMINISTRATOR}),
    row("admin:auth_user_password_change", "POST", {ADMINISTRATOR}),
    *administered("auth_user", deleted=False),
    *administered("letters_familyrule", deleted=True),
    row("admin/auth/user/<path:object_id>/", "GET", {ADMINISTRATOR}, then=302),
    row("admin/auth/user/<path:object_id>/", "POST", {ADMINISTRATOR}, then=302),
    row("admin/letters/familyrule/<path:object_id>/", "GET", {ADMINISTRATOR}, then=302),
    row("admin/letters/familyrule/<path:object_id>/", "POST", {ADMINISTRATOR}, then=302),
    row("admin/(?P<url>.*)$", "GET", {ADMINISTRATOR}, then=404),
    row("admin/(?P<url>.*)$", "POST", {ADMINISTRATOR}, then=404),
)

# The predicates of letters/permissions.py: who, in which states of a letter that is visible; None: whatever the letter.
PREDICATES: dict[str, tuple[set[str], set[str] | None]] = {
    "may_draft": ({DRAFTER, LEGAL}, None),
    "may_see_queue": ({LEGAL, AUDITOR}, None),
    "may_see_register": ({DRAFTER, LEGAL, AUDITOR}, None),
    "may_see_companies": (ROLES, None),
    "may_keep_companies": ({DRAFTER, LEGAL}, None),
    "may_see": (SEERS, ANY),
    "may_edit": ({AUTHOR}, EDITABLE),
    "may_bin": ({AUTHOR}, EDITABLE | {BINNED}),
    "may_submit": ({AUTHOR}, EDITABLE),
    "may_withdraw": ({AUTHOR}, {SUBMITTED}),
    "may_review": ({REVIEWER}, {SUBMITTED}),
    "may_lay_out": ({AUTHOR, LEGAL}, EDITABLE | {SUBMITTED, APPROVED}),
    "may_comment": ({AUTHOR, LEGAL}, IN_REVIEW),
    "may_suggest": ({REVIEWER}, IN_REVIEW),
    "may_issue": ({LEGAL}, {APPROVED}),
    "may_void": ({LEGAL}, {APPROVED, ISSUED}),
    "may_renew": ({DRAFTER, LEGAL}, {ISSUED, EXPIRED}),
    "may_attach": ({AUTHOR, LEGAL}, NUMBERED),
}

BY_ADDRESS: dict[str, dict[str, Row]] = {}
for each in ROWS:
    assert each.method not in BY_ADDRESS.setdefault(each.address, {}), each
    BY_ADDRESS[each.address][each.method] = each


@dataclass(frozen=True)
class Verdict:
    """`status` is a number or "sign in"; `is_open`: the reader gets what is behind the address."""

    status: int | str
    is_open: bool = False
    may_write: bool = False


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
        return Verdict(found.gone if state == WITHDRAWN and REVIEWER in is_to else 404)
    if state is not None and state not in found.there:
        return Verdict(404)
    if not found.who & (is_to | {EVERYBODY}):
        return Verdict(found.never)
    if state is not None and state not in found.states:
        return Verdict(found.not_now)
    return Verdict(found.then, is_open=True, may_write=found.counts or method == "POST")


def may(predicate: str, is_to: set[str], state: str | None) -> bool:
    who, states = PREDICATES[predicate]
    return bool(who & is_to) and (states is None or bool(state in states and SEES[state] & is_to))
