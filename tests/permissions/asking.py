"""Asking every address as everybody: the cells, what each is answered, and what it wrote."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache

from django.apps import apps
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver, reverse

from letters.models import Letter
from tests.permissions import table
from tests.permissions.sent import ASKED, FAULTY, PLACES, POSTED, UNNAMED
from tests.permissions.world import SCRIPT, World

TWO_STATES = (table.DRAFT, table.ISSUED)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
HARMLESS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "EXPLAIN")
READER = {"HTTP_ACCEPT": "text/html"}
PROGRAM = {"HTTP_ACCEPT": "application/json"}


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
    faulty: bool = False

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
    named, states = table.BY_ADDRESS[address.name], table.STATES if address.is_of_a_letter else (None,)
    found = [Cell(address, method, actor, state) for actor in actors for state in states for method in methods]
    found = [cell for cell in found if cell.method in named or cell.state in (None, *TWO_STATES)]
    return (*found, *(replace(cell, faulty=True) for cell in found if cell.method == "POST" and cell.method in named))


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

    def path(self, cell: Cell) -> str:
        return self._sent(cell.address, self.letter(cell))[0]

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
        if cell.faulty:
            posted = FAULTY.get(cell.address.name, {})
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
        found = reverse(address.name, kwargs={name: (PLACES | own)[name] for name in address.names})
        return found + ASKED.get(address.name, "")


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
