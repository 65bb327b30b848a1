"""Rivals take turns, so that a busy machine slows all of them alike; medians, and ratios to the first."""

from collections.abc import Callable
from statistics import median
from time import perf_counter


def seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    begun = clock()
    work()
    return clock() - begun


def in_turns(works: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The median of each, in milliseconds; each work gives its own seconds."""
    taken = [{name: work() for name, work in works.items()} for _ in range(rounds)]
    return {name: 1000 * median(times[name] for times in taken) for name in works}


def report(times: dict[str, float], beside: str, figure: str = "") -> None:
    """One line each, with its ratio to the one named `beside`."""
    for name, milliseconds in times.items():
        print(f"  {name:<42} {milliseconds:8.2f} ms   {milliseconds / times[beside]:6.2f} ×")
    if figure:
        print(f"  target: {figure}")
