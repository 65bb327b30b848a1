"""Asking every address as everybody: the cells, what each is answered, and what it wrote."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver, reverse

from letters.models import Letter
from tests.people import PASSWORD
from tests.permissions import table
from tests.permissions.world import SCRIPT, World
from tests.scans import PDF
from tests.wizard.pages import step_post
from tests.writers.logos import picture

TWO_STATES = (table.DRAFT, table.ISSUED)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
HARMLESS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "EXPLAIN")
READER = {"HTTP_ACCEPT": "text/html"}
PROGRAM = {"HTTP_ACCEPT": "application/json"}

# What stands in an address where the route has a name; a letter's and a company's own are in `target_of`.
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


@dataclass
class Sheet:
    """A file to be sent, as often as it is asked for."""

    content: bytes = PDF
    name, content_type = "scan.pdf", "application/pdf"

    def read(self) -> bytes:
        return self.content


def _newest(letter: Letter) -> dict:
    return {"revision": letter.revisions.count()}


# What a page of ours would post there; addresses that are not named take an empty form.
POSTED: dict[str, Callable[[World, Letter | None], dict]] = {
    "fill": lambda world, letter: step_post(letter, "basis", {"work_name": "甲"}, action="exit"),
    "preview": lambda world, letter: step_post(letter, "basis", {"work_name": "甲"}) | {"step": "basis"},
    "choose_layout": lambda world, letter: {"layout": "business"},
    "company_logo": lambda world, letter: {"logo": Sheet(picture("PNG", (30, 10)))},
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
    "attach": lambda world, letter: {"scan": Sheet()},
    "verify_code": lambda world, letter: {"file": Sheet()},
    "set_language": lambda world, letter: {"language": "en", "next": "/account/login/"},
    "new_company": lambda world, letter: {"entity_name": "上海另一家有限公司"},
    "company": lambda world, letter: {"entity_name": "改名后的有限公司", "version": "1"},
}


@dataclass(frozen=True)
class Address:
    name: str
    route: str
    pattern: URLPattern

    @property
    def names(self) -> list[str]:
        return list(self.pattern.pattern.converters) or list(self.pattern.pattern.regex.groupindex)

    @property
    def is_of_a_letter(self) -> bool:
        return self.route.startswith("letters/<int:pk>/")


@dataclass(frozen=True)
class Cell:
    address: Address
    method: str
    actor: str
    state: str | None

    def __str__(self):
        return f"{self.method} {self.address.name} as {self.actor}" + (f", {self.state}" if self.state else "")


@dataclass(frozen=True)
class Answer:
    response: HttpResponse
    wrote: bool

    @property
    def outcome(self) -> int | str:
        to = self.response.headers.get("Location", "")
        return "sign in" if to.startswith("/account/login/?next=") else self.response.status_code


@cache
def addresses() -> tuple[Address, ...]:
    return tuple(_addresses(get_resolver().url_patterns, "", ""))


def _addresses(patterns, prefix: str, space: str) -> Iterator[Address]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(f"{space}{pattern.name}" if pattern.name else route, route, pattern)
        else:
            yield from _addresses(pattern.url_patterns, route, f"{pattern.namespace}:" if pattern.namespace else space)


@cache
def cells(address: Address, actors: tuple[str, ...], methods: tuple[str, ...] = METHODS) -> tuple[Cell, ...]:
    """Methods that no line names are refused before anything is looked at, so that two states of a letter are enough."""
    named = table.BY_ADDRESS[address.name]
    found = (
        Cell(address, method, actor, state) for actor in actors for state in _states(address) for method in methods
    )
    return tuple(cell for cell in found if cell.method in named or cell.state in (None, *TWO_STATES))


def _states(address: Address) -> tuple[str | None, ...]:
    return table.STATES if address.is_of_a_letter else (None,)


class Asking:
    """Every cell finds the world as it was built: what it wrote is taken back."""

    def __init__(self, world: World):
        self.world, self.factory, self.handler = world, RequestFactory(), BaseHandler()
        self.handler.load_middleware()
        self.built = snapshot()
        self.sent: dict[tuple[str, int | None], tuple[str, dict]] = {}

    def letter(self, cell: Cell) -> Letter | None:
        return self.world.letter_for(cell.actor, cell.state) if cell.state else None

    def verdict(self, cell: Cell) -> table.Verdict:
        is_to = self.world.is_to(cell.actor, self.letter(cell))
        return table.verdict(cell.address.name, cell.method, is_to, cell.state, script=cell.actor == SCRIPT)

    def ask(self, cell: Cell, *, csrf: bool = False) -> Answer:
        request = self._request(cell)
        request._dont_enforce_csrf_checks = not csrf
        with transaction.atomic(), watching() as statements:
            response = self.handler.get_response(request)
            for closer in response._resource_closers:
                closer()
            wrote = bool(statements) and snapshot() != self.built
            transaction.set_rollback(True)
        return Answer(response, wrote)

    def _request(self, cell: Cell):
        path, posted = self._sent(cell.address, self.letter(cell))
        headers = dict(PROGRAM if cell.actor == SCRIPT else READER)
        if cell.actor in self.world.sessions:
            headers["HTTP_COOKIE"] = f"sessionid={self.world.sessions[cell.actor]}"
        ask = getattr(self.factory, cell.method.lower())
        return ask(path, **({"data": posted} if cell.method == "POST" else {}), **headers)

    def _sent(self, address: Address, letter: Letter | None) -> tuple[str, dict]:
        """Where to, and what a page of ours would post there; made once, as the world stays as it is."""
        key = (address.name, letter and letter.pk)
        if key not in self.sent:
            posted = POSTED.get(address.name, lambda world, letter: {})
            self.sent[key] = self._path(address, letter), posted(self.world, letter)
        return self.sent[key]

    def _path(self, address: Address, letter: Letter | None) -> str:
        world, reader = self.world, self.world.people[table.AUTHOR].pk
        if address.name in UNNAMED:
            return UNNAMED[address.name].format(reader=reader, rule=world.rule.pk)
        kept = world.rule.pk if "familyrule" in address.name else reader
        own = {"object_id": kept, "id": reader, "code": world.letter_for(table.AUTHOR, table.ISSUED).code}
        if letter:
            own |= {"pk": letter.pk, "artefact": world.artefact_of(letter).pk, "comment": world.comment_of(letter).pk}
        else:
            own["pk"] = (world.notice if address.route.startswith("notices/") else world.company).pk
        return reverse(address.name, kwargs={name: (PLACES | own)[name] for name in address.names})


@contextmanager
def watching():
    """The statements that are more than a reading."""
    statements: list[str] = []

    def note(execute, sql, params, many, context):
        if not sql.lstrip().upper().startswith(HARMLESS):
            statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield statements


def snapshot() -> list:
    """Every row of every table of ours."""
    return [list(model._base_manager.order_by("pk").values_list()) for model in apps.get_models()]
