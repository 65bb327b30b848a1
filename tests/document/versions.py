"""Pairs of letters as Hypothesis makes them: two versions that share some blocks and differ in others."""

from hypothesis import strategies as st

from letters.document.blocks import (
    AnnexLine,
    Blank,
    Document,
    Gap,
    Heading,
    Item,
    NumberLine,
    Paragraph,
    PartyLine,
    Signature,
    SignatureLine,
    Text,
    Title,
    Value,
    Verification,
)

words = st.text(st.sampled_from("甲乙丙承诺书2126十二年，。；TLS._-%\n 𠮷\u200d\ufe0f👩💻"), max_size=12)
fields = st.sampled_from(["checks", "name"])
runs = st.lists(
    st.one_of(
        st.builds(Text, words, st.booleans()),
        st.builds(Value, fields, words),
        st.builds(Gap, fields, words),
        st.builds(Blank, fields, words),
    ),
    max_size=3,
).map(tuple)
numbers = st.sampled_from(["一、", "二、", "1.", "1.1", ""])
lines = st.builds(SignatureLine, words, runs)
blocks = st.one_of(
    *(st.builds(kind, runs) for kind in (Title, NumberLine, PartyLine, Paragraph, AnnexLine)),
    st.builds(Heading, st.integers(1, 2), numbers, runs),
    st.builds(Item, st.integers(1, 2), numbers, runs),
    st.builds(Verification, words, words),
    st.builds(Signature, st.lists(lines, max_size=3).map(tuple)),
)


def letter(*blocks) -> Document:
    return Document("x/1", "承诺书", "甲公司", tuple(blocks))


@st.composite
def versions(draw) -> tuple[Document, Document]:
    """Two letters that share some blocks, in any order."""
    pool = draw(st.lists(blocks, min_size=1, max_size=6))
    one = st.lists(st.sampled_from(pool) | blocks, max_size=8)
    return letter(*draw(one)), letter(*draw(one))
