"""The signature block: a company seals, a person signs, both sides sign where both are bound."""

import pytest

from letters.definitions.catalogue import letter_definition
from letters.document.blocks import Blank, Gap, Value
from letters.document.signature import signature_block
from letters.document.wording import ByHand

KEYS = ("entity_name", "uscc", "signatory_capacity", "signatory_name", "signatory_title")
KEYS += ("leave_date_blank", "sign_date")


class Ink:
    """Answers as given; what is not given is a gap."""

    def __init__(self, **values):
        self.values = values

    def slot(self, key, boxes=False):
        return Value(key, str(self.values[key])) if key in self.values else Gap(key, key)

    def value(self, key):
        return self.values.get(key)


def lines(keys=KEYS, **values):
    return [line.text for line in signature_block(keys, Ink(**values)).lines]


@pytest.mark.parametrize(
    ("capacity", "label"),
    [
        ("legal_representative", "法定代表人"),
        ("authorised", "授权代表"),
        ("principal", "主要负责人"),
        ("self", "本人"),
        (None, "法定代表人或授权代表"),
    ],
)
def test_who_signs_is_named_by_capacity(capacity, label):
    given = {"signatory_capacity": capacity} if capacity else {}
    assert lines(**given)[2] == f"{label}（签字）：______________"


def test_the_name_stands_beside_the_line_and_the_title_below():
    found = lines(signatory_name="张三", signatory_title="总经理")
    assert found[2].endswith("______________（张三）")
    assert found[3] == "职务：总经理"


def test_the_date_can_be_left_to_the_pen():
    assert lines(leave_date_blank=True, sign_date="2026年11月22日")[-1] == "日期：______年____月____日"
    assert lines(leave_date_blank=False, sign_date="2026年11月22日")[-1] == "日期：2026年11月22日"


def test_a_blank_form_leaves_the_date_to_the_pen():
    ink = Ink()
    ink.slot = lambda key, boxes=False: Blank(key, "____")
    assert signature_block(KEYS, ink).lines[-1].text == "日期：______年____月____日"


def test_a_person_signs_with_the_identity_number_and_without_a_seal():
    keys = (*KEYS, "promisor_identity_number")
    found = lines(keys, promisor_type="individual", entity_name="张三", promisor_identity_number="11010519491231002X")
    assert found[:2] == ["承诺人（签字）：______________（张三）", "身份证件号码：11010519491231002X"]
    assert not any("盖章" in line or "信用代码" in line for line in found)


def test_a_blank_form_that_either_may_sign_has_the_lines_of_both():
    ink = Ink()
    ink.slot = lambda key, boxes=False: Blank(key, "____")
    found = [line.text for line in signature_block((*KEYS, "promisor_identity_number"), ink).lines]
    assert found[0] == "承诺单位（盖章）：____"
    assert found[-3:-1] == ["承诺人（个人签字）：______________", "身份证件号码：____"]


def test_a_letter_that_is_only_half_filled_in_has_no_lines_of_a_person():
    assert not any("承诺人" in line for line in lines((*KEYS, "promisor_identity_number"), entity_name="甲公司"))


def test_party_a_signs_before_party_b_where_the_letter_names_it_first():
    found = lines(("recipient_name", *KEYS), recipient_name="甲公司", entity_name="乙公司", uscc="91")
    assert found[:4] == [
        "甲方（盖章）：甲公司",
        "甲方代表（签字）：______________",
        "乙方（盖章）：乙公司",
        "统一社会信用代码：91",
    ]
    assert found[-1].startswith("日期：")


def test_the_receiving_side_signs_where_both_are_bound():
    found = lines((*KEYS, "recipient_name"), recipient_name="乙公司")
    assert "接收方（盖章）：乙公司" in found
    assert "接收方代表（签字）：______________" in found


def test_a_rule_by_hand_stays_beside_its_label():
    ink = ByHand(letter_definition("cip-1"))
    block = signature_block(letter_definition("cip-1").signature, ink)
    assert [len(line.runs[0].text) for line in block.lines[:2]] == [24, 24]
    assert len(ink.slot("entity_name").text) > 24
