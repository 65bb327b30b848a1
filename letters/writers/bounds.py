"""How long a letter may be before no file is made of it."""

from django.utils.translation import gettext as _

from letters.document.blocks import Document

MOST_CHARACTERS = 100_000
MOST_BLOCKS = 2_000


class DocumentTooLong(Exception):
    """The letter is too long to be exported: the message is a sentence for the person at the desk."""


def check_bounds(document: Document) -> None:
    """Refuse a document that would keep a worker busy for minutes."""
    blocks, characters = len(document.blocks), len(document.text)
    if blocks > MOST_BLOCKS:
        raise DocumentTooLong(
            _("这份承诺书有 %(count)d 段，超过可导出的 %(most)d 段。删减条款后再导出。")
            % {"count": blocks, "most": MOST_BLOCKS}
        )
    if characters > MOST_CHARACTERS:
        raise DocumentTooLong(
            _("这份承诺书有 %(count)d 个字符，超过可导出的 %(most)d 个。缩短填写内容后再导出。")
            % {"count": characters, "most": MOST_CHARACTERS}
        )
