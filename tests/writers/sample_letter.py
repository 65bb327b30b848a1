"""A letter of about four pages with every kind of block and run, and letters that only try out a numbering."""

from collections.abc import Iterator

from letters.document.blocks import (
    AnnexLine,
    Blank,
    Block,
    Document,
    Gap,
    Heading,
    Item,
    NumberLine,
    Paragraph,
    PartyLine,
    Run,
    Signature,
    SignatureLine,
    Text,
    Title,
    Value,
)
from letters.document.numbering import Numbering

HEADINGS = ("基本事项", "行为规范", "具体措施", "责任监督")
MEASURES = ("信息收集与告知", "安全防护管理", "异常处置与报告")
SCHEME = ("一、", "（一）", "1.")


def sample_letter() -> Document:
    return Document("cip-1/1", "消费者信息保护服务承诺书", "示例科技有限公司", (*_opening(), *_body(), *_end()))


def letter_of(*runs: Run) -> Document:
    """A letter of one paragraph."""
    return Document("cip-1/1", "承诺书", "示例科技有限公司", (Title((Text("承诺书"),)), Paragraph(runs)))


def numbered_letter(scheme: tuple[str, ...], levels: tuple[int, ...]) -> Document:
    """Headings and items of these levels, one after another: level 1 is a heading, deeper ones take turns."""
    numbering = Numbering(scheme)
    blocks: list[Block] = [Title((Text("承诺书"),))]
    for place, level in enumerate(levels):
        words = (Text("按本条执行。"),)
        if level == 1 or (level < 4 and place % 2):
            blocks.append(Heading(level, numbering.next(level), words))
        else:
            blocks.append(Item(level, numbering.next(level), words))
    return Document("try/1", "承诺书", "示例科技有限公司", tuple(blocks))


def _opening() -> Iterator[Block]:
    yield Title((Text("消费者信息保护服务承诺书"),))
    yield NumberLine((Text("承诺书编号："), Value("letter_number", "示科承诺〔2026〕1号")))
    yield PartyLine((Text("承诺方："), Value("entity_name", "示例科技有限公司")))
    yield PartyLine((Text("接收方："), Value("recipient_name", "星河互联网平台运营（上海）有限公司")))
    yield Paragraph((Text("示例科技有限公司（以下简称“"), Text("本单位", strong=True), Text("”）郑重承诺如下：")))


def _body() -> Iterator[Block]:
    numbering = Numbering(SCHEME)
    for heading in HEADINGS:
        yield Heading(1, numbering.next(1), (Text(heading),))
        for _ in range(3):
            yield Item(2, numbering.next(2), _sharing())
    for measure in MEASURES:
        yield Heading(2, numbering.next(2), (Text(measure),))
        for _ in range(3):
            yield Item(3, numbering.next(3), _checks())


def _sharing() -> tuple[Run, ...]:
    return (
        Text("向第三方提供个人信息前，告知接收方的名称、联系方式、处理目的、处理方式和个人信息的种类，取得"),
        Value("consent", "单独同意"),
        Text("；个人有权随时撤回同意，撤回不影响此前处理的效力。"),
    )


def _checks() -> tuple[Run, ...]:
    return (
        Text("每日开展"),
        Value("security_checks_per_day", "3"),
        Text("次安全检查，日志保存不少于"),
        Value("log_retention_years", "1"),
        Text("年，由"),
        Gap("personal_information_officer_name", "个人信息保护负责人"),
        Text("签字确认；传输采用TLS 1.3。"),
    )


def _end() -> Iterator[Block]:
    yield Paragraph((Text("特此承诺。"),))
    yield AnnexLine((Text("附件：1.授权委托书"),))
    yield Signature(
        (
            SignatureLine("承诺单位（盖章）：", (Value("entity_name", "示例科技有限公司"),)),
            SignatureLine("统一社会信用代码：", (Value("uscc", "91350100M000100Y43"),)),
            SignatureLine("法定代表人（签字）：", (Blank("signature", "_" * 14), Text("（陈静）"))),
            SignatureLine("职务：", (Blank("signatory_title", "　" * 6),)),
            SignatureLine("日期：", (Blank("sign_date", "______年____月____日"),)),
        )
    )
