"""Numbers of headings and items: counted when the letter is built, so a clause switched off renumbers the rest."""

from collections.abc import Callable

from letters.questions.chinese_numbers import spelled

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


# What is printed, and how a cross-reference names it. Each takes the counters down to its own level.
STYLES: dict[str, tuple[Callable[[list[int]], str], Callable[[list[int]], str]]] = {
    "第一章": (lambda n: f"第{spelled(n[-1])}章　", lambda n: f"第{spelled(n[-1])}章"),
    "第一条": (lambda n: f"第{spelled(n[-1])}条　", lambda n: f"第{spelled(n[-1])}条"),
    "一、": (lambda n: f"{spelled(n[-1])}、", lambda n: f"第{spelled(n[-1])}部分"),
    "（一）": (lambda n: f"（{spelled(n[-1])}）", lambda n: f"第（{spelled(n[-1])}）项"),
    "1.": (lambda n: f"{n[-1]}.", lambda n: f"第{n[-1]}项" if len(n) > 1 else f"第{n[-1]}条"),
    "（1）": (lambda n: f"（{n[-1]}）", lambda n: f"第（{n[-1]}）项"),
    "①": (lambda n: CIRCLED[n[-1] - 1] if n[-1] <= len(CIRCLED) else f"（{n[-1]}）", lambda n: f"第{n[-1]}目"),
    "1.1": (lambda n: ".".join(map(str, n)), lambda n: f"第{'.'.join(map(str, n))}条"),
    "1.1.1": (lambda n: ".".join(map(str, n)), lambda n: f"第{'.'.join(map(str, n))}条"),
}
CONTINUOUS = {"第一条"}


class Numbering:
    """Counts one letter from its start; `scheme` is the style of each level, the last one serving deeper levels."""

    def __init__(self, scheme: tuple[str, ...]):
        self.scheme = scheme
        self.counters: list[int] = []
        self.articles = 0

    def next(self, level: int) -> str:
        """Count one more at this level (from 1) and give the number as printed."""
        kept = self._continued(level)
        before = self.counters[: level - 1] + [1] * (level - 1 - len(self.counters))
        last = self.counters[level - 1] if len(self.counters) >= level else kept
        self.counters = [*before, last + 1]
        if self._style(level) in CONTINUOUS:
            self.articles = last + 1
        return STYLES[self._style(level)][0](self.counters)

    def reference(self) -> str:
        """How the number given last is named in a cross-reference, with those above it unless it says them itself."""
        style = self._style(len(self.counters))
        if style.startswith("1.1") or style in CONTINUOUS:
            return STYLES[style][1](self.counters)
        levels = range(1, len(self.counters) + 1)
        return "".join(STYLES[self._style(level)][1](self.counters[:level]) for level in levels)

    def _continued(self, level: int) -> int:
        return self.articles if self._style(level) in CONTINUOUS else 0

    def _style(self, level: int) -> str:
        return self.scheme[min(level, len(self.scheme)) - 1]
