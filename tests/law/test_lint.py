"""Wording rules hit what they are for and nothing else; citations of 网络安全法 are told old from new."""

from datetime import date, timedelta

import pytest

from letters.definitions.catalogue import letter_definitions, statutes
from letters.document.build import build_document
from letters.law.lint import lint
from letters.law.rules import lint_rules
from letters.questions.answers import read_answers
from tests.answers import example_answers

TODAY = date(2026, 11, 22)
RULES = {rule.id: rule for rule in lint_rules()}


def hits(text, *, day=TODAY, finished=True, **profile):
    facts = {f"profile.{key}": value for key, value in profile.items()}
    return {finding.rule: finding for finding in lint(text, facts=facts, day=day, finished=finished)}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_hits_its_faults_and_spares_what_is_right(rule):
    for text in RULES[rule].positive:
        assert rule in hits(text), text
    for text in RULES[rule].negative:
        assert rule not in hits(text), text


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_examples_of_both_and_of_each_exception(rule):
    assert RULES[rule].positive
    assert RULES[rule].negative
    if RULES[rule].unless:
        assert [text for text in RULES[rule].negative if RULES[rule].regex.search(text)]


@pytest.mark.parametrize("rule", [rule for rule in RULES if RULES[rule].effective_from])
def test_a_rule_holds_from_its_first_day(rule):
    first = RULES[rule].effective_from
    for text in RULES[rule].positive:
        assert rule in hits(text, day=first)
        assert rule not in hits(text, day=first - timedelta(days=1))


@pytest.mark.parametrize("rule", RULES)
def test_a_fault_is_found_in_any_sentence_of_a_letter_and_told_with_its_own(rule):
    """A rule for what is written in one sentence reads neither the one before nor the one after."""
    for text in RULES[rule].positive:
        found = hits(f"本单位承诺如下：\n依法经营。{text}\n特此承诺。")
        assert found[rule].excerpt in text
        assert found[rule].message_zh == RULES[rule].message_zh


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_names_statutes_that_are_known(rule):
    assert set(RULES[rule].statutes) <= set(statutes())


@pytest.mark.parametrize(
    ("text", "fix", "level"),
    [
        ("公司依照《中华人民共和国网络安全法》第二十一条留存日志六个月。", "改为第二十三条。", "should"),
        ("按《网络安全法》第四十二条，泄露时及时告知用户。", "改为第四十四条。", "should"),
        ("网络安全法第25条要求制定应急预案。", "改为第二十七条。", "should"),
        ("遵守《网络安全法》第二十一条。", None, "note"),
    ],
)
def test_an_old_article_is_told_its_new_number(text, fix, level):
    found = hits(text)["csl_old_article"]
    assert found.level == level
    assert fix is None or found.fix_zh == fix


def test_an_old_citation_is_found_beside_a_present_one():
    text = "网络日志依照《网络安全法》第二十三条留存，泄露时依照《网络安全法》第四十二条及时告知用户。"
    assert hits(text)["csl_old_article"].fix_zh == "改为第四十四条。"


def test_before_the_renumbering_the_old_number_was_right():
    assert "csl_old_article" not in hits("依照《网络安全法》第二十一条留存日志。", day=date(2025, 12, 31))


def test_half_width_punctuation_does_not_hide_a_fault():
    assert "opt_out_delay" in hits("用户退订后3个工作日内停止发送,另行通知:")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("依照《中華人民共和國網絡安全法》第二十一條留存日誌。", "csl_old_article"),
        ("本承諾最終解釋權歸本公司所有。", "final_interpretation"),
        ("最终（zuì zhōng）解释权归平台。", "final_interpretation"),
        ("用户退订(tuì dìng)后3个工作日内停止发送。", "opt_out_delay"),
    ],
)
def test_traditional_characters_and_glosses_do_not_hide_a_fault(text, rule):
    assert hits(text)[rule].excerpt == text.rstrip("。")


def test_a_gloss_in_english_is_left_where_it_is():
    assert "csl_old_article" not in hits("《网络安全法》(note)第二十三条留存日志。")
    assert "leftover_blank" not in hits("应用程序接口(API)由（SDK）提供。")


def test_blanks_are_a_fault_of_finished_letters_only():
    assert "leftover_blank" in hits("承诺方：__________")
    assert "leftover_blank" not in hits("承诺方：__________", finished=False)


def test_a_rule_for_non_platforms_spares_platforms():
    text = "依据《电子商务法》第三十一条保存三年。"
    assert "ecl_31_for_non_platform" in hits(text)
    assert "ecl_31_for_non_platform" not in hits(text, is_ecommerce_platform=True)


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_our_own_letters_are_clean(letter_id):
    """What an answer of the examples says about round-the-clock service is the writer's own affair."""
    definition = letter_definitions()[letter_id]
    document = build_document(definition, read_answers(definition, example_answers(letter_id)))
    body = "\n".join(block.text for block in document.blocks if type(block).__name__ != "Signature")
    assert set(hits(body)) <= {"round_the_clock_wording"}


def test_a_text_of_any_length_is_read_quickly_enough():
    assert isinstance(hits("甲" * 100_000 + "，" * 1000), dict)
