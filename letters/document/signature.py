"""The official block at the end: who promises, code, signature, date, in the order of the letter's `signature`."""

from collections.abc import Iterator

from letters.document.blocks import Blank, Run, Signature, SignatureLine, Text
from letters.document.wording import Ink

SIGNING_RULE = Blank("signature", "_" * 14)
DATE_BY_HAND = Blank("sign_date", "______年____月____日")
LONGEST_RULE = 24
CAPACITIES = {
    "legal_representative": "法定代表人",
    "authorised": "授权代表",
    "principal": "主要负责人",
    "self": "本人",
}
NOBODY_YET = "法定代表人或授权代表"
# What the sides are called where each is bound to the other, and the receiving one is party A: it signs first.
PARTY_A, PARTY_B = "甲方", "乙方"


def signature_block(keys: tuple[str, ...], ink: Ink) -> Signature:
    promisor, recipient = tuple(_of_the_promisor(keys, ink)), tuple(_of_the_recipient(keys, ink))
    sides = (recipient, promisor) if _is_between_parties(keys) else (promisor, recipient)
    return Signature(tuple(map(_on_one_line, (*sides[0], *sides[1], *_dated(keys, ink)))))


def _on_one_line(line: SignatureLine) -> SignatureLine:
    """The block is narrower than the text: beside its label a rule is no longer than this."""
    return SignatureLine(line.number, tuple(_shortened(run) for run in line.runs))


def _shortened(run: Run) -> Run:
    return Blank(run.field, run.text[:LONGEST_RULE]) if isinstance(run, Blank) and set(run.text) == {"_"} else run


def _is_between_parties(keys: tuple[str, ...]) -> bool:
    """The letter names the receiving side first."""
    return keys[:1] == ("recipient_name",)


def _of_the_promisor(keys: tuple[str, ...], ink: Ink) -> Iterator[SignatureLine]:
    """On a blank form that either may sign, the lines of both."""
    if ink.value("promisor_type") == "individual":
        yield from _of_a_person(keys, ink)
        return
    yield from _of_a_company(keys, ink)
    if "promisor_identity_number" in keys and isinstance(ink.slot("promisor_identity_number"), Blank):
        yield from _of_a_person_instead(ink)


def _of_a_company(keys: tuple[str, ...], ink: Ink) -> Iterator[SignatureLine]:
    side = PARTY_B if _is_between_parties(keys) else "承诺单位"
    if "entity_name" in keys:
        yield SignatureLine(f"{side}（盖章）：", (ink.slot("entity_name"),))
    if "uscc" in keys:
        yield SignatureLine("统一社会信用代码：", (ink.slot("uscc"),))
    if "signatory_capacity" in keys:
        capacity = CAPACITIES.get(str(ink.value("signatory_capacity")), NOBODY_YET)
        yield SignatureLine(f"{capacity}（签字）：", (SIGNING_RULE, *_printed_name(ink)))
    if "signatory_title" in keys and ink.value("signatory_title"):
        yield SignatureLine("职务：", (ink.slot("signatory_title"),))


def _of_a_person(keys: tuple[str, ...], ink: Ink) -> Iterator[SignatureLine]:
    """An individual signs by hand with the number of the identity document, without a seal."""
    yield SignatureLine("承诺人（签字）：", (SIGNING_RULE, Text("（"), ink.slot("entity_name"), Text("）")))
    if "promisor_identity_number" in keys:
        yield SignatureLine("身份证件号码：", (ink.slot("promisor_identity_number"),))


def _of_a_person_instead(ink: Ink) -> Iterator[SignatureLine]:
    yield SignatureLine("承诺人（个人签字）：", (SIGNING_RULE,))
    yield SignatureLine("身份证件号码：", (ink.slot("promisor_identity_number"),))


def _of_the_recipient(keys: tuple[str, ...], ink: Ink) -> Iterator[SignatureLine]:
    """Where both sides sign, the receiving one has its lines too."""
    side = PARTY_A if _is_between_parties(keys) else "接收方"
    if "recipient_name" in keys:
        yield SignatureLine(f"{side}（盖章）：", (ink.slot("recipient_name"),))
        yield SignatureLine(f"{side}代表（签字）：", (SIGNING_RULE,))


def _dated(keys: tuple[str, ...], ink: Ink) -> Iterator[SignatureLine]:
    if "sign_date" in keys:
        yield SignatureLine("日期：", (_date(ink),))


def _printed_name(ink: Ink) -> tuple[Run, ...]:
    if not ink.value("signatory_name"):
        return ()
    return (Text("（"), ink.slot("signatory_name"), Text("）"))


def _date(ink: Ink) -> Run:
    if ink.value("leave_date_blank") is True:
        return DATE_BY_HAND
    run = ink.slot("sign_date")
    return DATE_BY_HAND if isinstance(run, Blank) else run
