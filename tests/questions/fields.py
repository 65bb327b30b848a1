"""Fields of the vocabulary made by hand: one usual field for every kind."""

from letters.definitions.schema import Choice, FieldDefinition
from letters.questions.base import Question
from letters.questions.registry import question_for

CYCLES = (
    Choice("month", "每月", "Monthly"),
    Choice("quarter", "每季度", "Quarterly"),
    Choice("year", "每年", "Yearly"),
)
CATEGORIES = (
    Choice("identity", "姓名、证件信息", "Name and identity documents"),
    Choice("contact", "联系方式", "Contact details"),
    Choice("transaction", "交易记录", "Transaction records"),
    Choice("location", "行踪轨迹（敏感）", "Whereabouts and tracks (sensitive)"),
)
STATUTES = (
    Choice("pipl", "中华人民共和国个人信息保护法", "Personal Information Protection Law"),
    Choice("csl", "中华人民共和国网络安全法", "Cybersecurity Law"),
    Choice("gbt_35273", "信息安全技术 个人信息安全规范（GB/T 35273—2020，参照）", "GB/T 35273-2020 (for reference)"),
)
USUAL = {
    "text": {"example": "杭州示例科技有限公司", "max_length": 80},
    "long_text": {"example": "本地生活服务信息展示、预约与交易撮合", "max_length": 200},
    "integer": {"example": 12, "min": 1, "max": 99, "unit_zh": "个工作日", "unit_en": "working days"},
    "decimal": {"example": 1.25, "min": 0, "max": 1000, "unit_zh": "小时", "unit_en": "hours"},
    "percent": {"example": 99.5, "min": 90, "max": 99.999, "unit_zh": "%", "unit_en": "%"},
    "money": {"example": 0.5, "min": 0.01, "max": 1000, "unit_zh": "万元/次", "unit_en": "10,000 yuan each"},
    "date": {"example": "2026-11-22"},
    "month": {"example": "2026-11"},
    "choice": {"example": "quarter", "choices": CYCLES},
    "multi_choice": {"example": ["transaction", "identity"], "choices": CATEGORIES},
    "yes_no": {"example": True},
    "phone": {"example": "0571-88880000"},
    "email": {"example": "privacy@example.cn"},
    "url": {"example": "https://www.example.cn"},
    "uscc": {"example": "91350100M000100Y43"},
    "id_number": {"example": "11010519491231002X"},
    "time_range": {"example": "22:00-08:00"},
}


def question(kind: str, **different) -> Question:
    """The question of a usual field of this kind, with what is different about it."""
    usual = {"key": "asked", "step": "basis", "label_zh": "填写项", "label_en": "Asked"}
    return question_for(FieldDefinition(kind=kind, **usual | USUAL.get(kind, {}) | different))
