"""Faults in the words of a letter: conventions that every clause keeps, law names, and the rules about wording."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from letters.definitions.catalogue import statutes
from letters.law.lint import lint
from letters.law.standing import Standing, standing
from letters.management.clauses import Clause

NAMED = re.compile(r"《([^《》]+)》")


@dataclass(frozen=True)
class Convention:
    """What the letter's own words never hold, and what is wrong with it; `everywhere` also where an answer stands."""

    pattern: re.Pattern[str]
    reason: str
    everywhere: bool = False


CONVENTIONS = (
    Convention(
        re.compile(r"[\u4e00-\u9fff][,:;()!?]|[,:;()!?][\u4e00-\u9fff]"), "汉字旁边用了半角标点", everywhere=True
    ),
    Convention(re.compile(r"[_＿]{2,}|[×＊*]{2,}|[XxＸ]{2,}|某某|○○|〇〇"), "有遮去或者留空的名称", everywhere=True),
    Convention(re.compile(r"定期|及时|适时|尽快"), "没有写明期限或者频次"),
    Convention(
        re.compile(r"绝对|百分之百|100%|万无一失|零投诉|最终解释权|合同法|民法通则|网络交易管理办法|接受方|发觉"),
        "用了文书惯例不用的说法",
    ),
    Convention(re.compile(r"[0-9０-９]"), "写死了一个数字，数字应当是填写项"),
)


def wording_faults(clause: Clause, facts: Mapping[str, object], day: date) -> Iterator[str]:
    for convention in CONVENTIONS:
        if found := convention.pattern.search(clause.text if convention.everywhere else clause.words):
            yield f"{convention.reason}：“{found[0]}”。"
    for name in NAMED.findall(clause.words):
        yield from _name_faults(name, day)
    for finding in lint(clause.text, facts=facts, day=day, finished=clause.finished):
        yield f"触发措辞规则 {finding.rule}：{finding.message_zh}"


def _name_faults(name: str, day: date) -> Iterator[str]:
    """A law is named in full, and is in force."""
    if name == "…":
        return
    named = [each for each in statutes().values() if f"《{name}》" == each.cited_zh.partition("》")[0] + "》"]
    if not named:
        yield f"《{name}》不是法律依据名录里的全称。"
    elif not any(standing(each, day) is Standing.IN_FORCE for each in named):
        yield f"《{name}》在 {day} 不是现行有效的。"
