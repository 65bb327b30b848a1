"""Which blocks may not be parted from what follows: a heading, a line that leads in, the words before a signature."""

from letters.document.blocks import AnnexLine, Block, Heading, Paragraph, Signature, Title, Verification

# A line of GB/T 9704: closing words shorter than that (特此承诺。) are no company for a signature.
SHORT = 28
LEADS_IN = "："
AFTER_THE_TEXT = (AnnexLine, Signature, Verification)


def kept_with_next(blocks: tuple[Block, ...]) -> frozenset[int]:
    """Positions of the blocks that stay on one page with the start of the block after them."""
    leading = {position for position, block in enumerate(blocks) if _leads_in(block)}
    return frozenset(leading | set(_before_the_end(blocks))) - {len(blocks) - 1}


def _leads_in(block: Block) -> bool:
    return isinstance(block, Title | Heading) or block.text.rstrip().endswith(LEADS_IN)


def _before_the_end(blocks: tuple[Block, ...]) -> range:
    """From the last of the text to the signature and beyond; the paragraph before it too, where it is a few words."""
    text = [position for position, block in enumerate(blocks) if not isinstance(block, AFTER_THE_TEXT)]
    last = text[-1] if text else 0
    if last >= len(blocks) - 1:
        return range(0)
    is_short = isinstance(blocks[last], Paragraph) and len(blocks[last].text) < SHORT
    return range(max(last - is_short, 0), len(blocks))
