"""What is wrong with an answer: its status, what it wrote, its headers, and the closed doors that it offers."""

from django.http import HttpResponse

from tests.permissions import headers, table
from tests.permissions.asking import Asking, Cell
from tests.permissions.offered import behind, offered


def faults_of(asking: Asking, cell: Cell) -> list[str]:
    """A faulty form is judged for those only who may send one."""
    verdict = asking.verdict(cell)
    if cell.faulty and verdict.is_open:
        return []
    answer = asking.ask(cell)
    found = [f"{answer.outcome} instead of {verdict.status}"] if answer.outcome != verdict.status else []
    if answer.wrote and not verdict.may_write:
        found.append("wrote something")
    found += headers.faults(answer.response)
    if cell.actor in asking.world.people and cell.method in ("GET", "POST"):
        found += closed_doors(asking, cell, answer.response)
    return [f"{cell}: {fault}" for fault in found]


def closed_doors(asking: Asking, cell: Cell, response: HttpResponse) -> list[str]:
    """What the page offers to press although the table refuses it to this reader."""
    if not response.headers.get("Content-Type", "").startswith("text/html") or response.streaming:
        return []
    return [
        f"offers {method} {path}"
        for method, path in sorted(offered(response.content.decode()))
        if not is_open(asking, cell.actor, method, path)
    ]


def is_open(asking: Asking, actor: str, method: str, path: str) -> bool:
    found = behind(path)
    if found is None:
        return path.startswith("/static/")
    name, route, pk = found
    letter, state = asking.world.state_of(pk) if route.startswith("letters/<int:pk>/") else (None, None)
    notice = pk if route.startswith("notices/") else None
    verdict = table.verdict(name, method, asking.world.is_to(actor, letter, notice), state)
    return verdict.is_open or verdict.status == "sign in"
