"""A small vocabulary and library for tests that must not depend on the real letters."""

from types import MappingProxyType

from letters.definitions.conditions import Compare
from letters.definitions.parse import parse_letter
from letters.definitions.schema import Choice, FieldDefinition, LetterDefinition, Statute, Step, Vocabulary


def field(key: str, kind: str = "text", step: str = "parties", **facts) -> FieldDefinition:
    return FieldDefinition(key=key, kind=kind, step=step, label_zh=facts.pop("label_zh", key), label_en=key, **facts)


FIELDS = (
    field("entity_name", label_zh="承诺单位全称", required=True, reuse=True),
    field("uscc", "uscc", label_zh="统一社会信用代码", required=True),
    field("checks", "integer", "data", label_zh="检查次数", min=1, max=24, required=True, default=2),
    field("sharing", "yes_no", "data", label_zh="向第三方提供", default=False),
    field("receiver", "text", "data", label_zh="接收方", required=True, depends_on=Compare("sharing", "is", (True,))),
    field("remark", "text", "signing", label_zh="备注"),
    field(
        "kinds",
        "multi_choice",
        "data",
        label_zh="信息类别",
        choices=(Choice("contact", "联系方式", "Contact"), Choice("health", "医疗健康", "Health")),
    ),
)
VOCABULARY = Vocabulary(
    (Step("parties", "双方", "Parties"), Step("data", "信息", "Data"), Step("signing", "签署", "Signing")),
    MappingProxyType({known.key: known for known in FIELDS}),
)
STATUTES = MappingProxyType(
    {
        "pipl": Statute(
            "pipl",
            "个人信息保护法",
            "中华人民共和国个人信息保护法",
            "PIPL",
            "law",
            "in_force",
            "text_seen",
            "2026-11-22",
        )
    }
)
FRONT = """+++
id = "test-1"
version = 3
title = "测试承诺书"
title_en = "Test letter"
pack = "cip"
variant = "工作专项体"
variant_en = "Work form"
purpose = "测试时选用。"
purpose_en = "For tests."
audience = "由测试者签署。"
audience_en = "Signed by the tester."
differs = "只用于测试。"
differs_en = "For tests only."
numbering = ["一、", "1.", "（1）"]
statutes = ["pipl"]
signature = ["entity_name", "uscc"]
+++
"""


def letter(body: str, front: str = FRONT) -> LetterDefinition:
    return parse_letter(front + body, path="test-1.md", vocabulary=VOCABULARY, statutes=STATUTES)
