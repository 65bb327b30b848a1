"""The finished letter as a tree: what every writer (preview, PDF, DOCX, plain text) prints, in this order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CHAPTER = re.compile("第.+章")


@dataclass(frozen=True)
class Text:
    """Words of the letter itself; `strong` for a defined term."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Value:
    """An answer as read in a sentence."""

    field: str
    text: str


@dataclass(frozen=True)
class Gap:
    """An answer that is still missing: printed as a label in square brackets."""

    field: str
    label: str

    @property
    def text(self) -> str:
        return f"［{self.label}待填］"


@dataclass(frozen=True)
class Blank:
    """A place to write on by hand: a rule of underscores, or boxes to tick."""

    field: str
    text: str


Run = Text | Value | Gap | Blank


class _Runs:
    """Blocks that are one line of running text, with its number in front where it has one."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return getattr(self, "number", "") + self.words

    @property
    def words(self) -> str:
        """Without the number."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Title(_Runs):
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class NumberLine(_Runs):
    """The document number under the title, right-aligned."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class PartyLine(_Runs):
    """Who promises, or to whom (致：…): flush left, before the text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Heading(_Runs):
    """A numbered heading, level 1 to 3."""

    level: int
    number: str
    runs: tuple[Run, ...]
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph(_Runs):
    """A paragraph, first line indented by two characters."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Item(_Runs):
    """A numbered clause under a heading; `level` is its place in the numbering, from 1."""

    level: int
    number: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class AnnexLine(_Runs):
    """附件：… below the text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class SignatureLine(_Runs):
    """One line of the signature block: a label with its colon, then what is printed or left free for ink."""

    number: str
    runs: tuple[Run, ...]


SEALED = "（盖章）："


@dataclass(frozen=True)
class Signature:
    """The block that is signed and sealed: never separated from its own lines."""

    lines: tuple[SignatureLine, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @property
    def second_side(self) -> int:
        """Position of the line with which a second side begins to sign and seal; 0 where one signs alone."""
        sealed = [position for position, line in enumerate(self.lines) if line.number.endswith(SEALED)]
        return sealed[1] if len(sealed) > 1 else 0

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(run for line in self.lines for run in line.runs)


@dataclass(frozen=True)
class Verification:
    """How whoever receives the letter checks it: `code` as printed, and the `address` that the QR code opens."""

    code: str
    address: str

    @property
    def text(self) -> str:
        # Blanks around the address, else a reader's program takes the words after it for its end.
        return f"核验码：{self.code}，扫码或访问 {self.address} 核验"

    @property
    def runs(self) -> tuple[Run, ...]:
        return (Text(self.text),)


Block = Title | NumberLine | PartyLine | Heading | Paragraph | Item | AnnexLine | Signature | Verification


@dataclass(frozen=True)
class Document:
    """One letter; `identifier` is the definition and its version (cip-1/1), `author` the company that promises."""

    identifier: str
    title: str
    author: str
    blocks: tuple[Block, ...]

    def runs(self) -> Iterator[Run]:
        for block in self.blocks:
            yield from block.runs

    @property
    def is_policy(self) -> bool:
        """A text in chapters (制度): it gets a title page and a contents where it is printed."""
        return any(isinstance(block, Heading) and CHAPTER.match(block.number) for block in self.blocks)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(run for run in self.runs() if isinstance(run, Gap))

    @property
    def text(self) -> str:
        """The letter as plain text, one block a line; every writer's text equals this but for white space."""
        return "\n".join(block.text for block in self.blocks) + "\n"
