"""The official block at the end: who promises, code, signature, date, in the order of the letter's `signature`."""

from collections.abc import Iterator

from letters.document.blocks import Blank, Run, Signature, SignatureLine, Text
from letters.document.wording import Ink

SIGNING_RULE = Blank("signature", "_" * 14)
DATE_BY_HAND = Blank("sign_date", "______年____月____日")
CAPACITIES = {
    "legal_representative": "法定代表人",
    "authorised": "授权代表",
    "principal": "主要负责人",
    "self": "本人",
}
NOBODY_YET = "法定代表人或授权代表"


def signature_block(keys: tuple[str, ...], ink: Ink) -> Signature:
    lines = _of_a_person if ink.value("promisor_type") == "individual" else _of_a_company
    return Signature((*lines(keys, ink), *_of_the_recipient(keys, ink), *_dated(keys, ink)))


def _of_a_company(keys: tuple[str, ...], ink: Ink) -> Iterator[SignatureLine]:
    if "entity_name" in keys:
        yield SignatureLine("承诺单位（盖章）：", (ink.slot("entity_name"),))
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


def _of_the_recipient(keys: tuple[str, ...], ink: Ink) -> Iterator[SignatureLine]:
    """Where both sides sign, the receiving one has its lines too."""
    if "recipient_name" in keys:
        yield SignatureLine("接收方（盖章）：", (ink.slot("recipient_name"),))
        yield SignatureLine("接收方代表（签字）：", (SIGNING_RULE,))


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
