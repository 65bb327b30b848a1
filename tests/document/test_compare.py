"""The redline: clauses found again, words compared inside them, and both versions' texts in it to the letter."""

from itertools import groupby, pairwise
from operator import attrgetter

import pytest
from hypothesis import HealthCheck, given, settings

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.document import alignment, word_changes
from letters.document.blocks import (
    Blank,
    Document,
    Gap,
    Heading,
    Item,
    Paragraph,
    PartyLine,
    Signature,
    SignatureLine,
    Text,
    Title,
    Value,
)
from letters.document.build import build_blank_form, build_document
from letters.document.compare import compare
from letters.questions.answers import read_answers
from tests.answers import example_answers
from tests.document.versions import letter, versions
from tests.generated_answers import typed_answers


def built(letter_id, **changed) -> Document:
    definition = letter_definition(letter_id)
    return build_document(definition, read_answers(definition, example_answers(letter_id, **changed)))


def shown(older, newer) -> str:
    """One paragraph against another, as a person marks it up."""
    return marked(compare(letter(Paragraph(older)), letter(Paragraph(newer))).clauses)


def marked(clauses) -> str:
    signs = {"kept": "{}", "deleted": "[-{}-]", "inserted": "[+{}+]"}
    runs = [run for clause in clauses for run in clause.label + clause.runs]
    return "".join(signs[run.change].format(run.text) for run in runs)


def texts(older: str, newer: str) -> str:
    """Within one long sentence, so that it is the same clause whatever changed."""
    frame = "本单位郑重承诺依法处理客户的个人信息，{}，并接受接收方和有关部门的监督检查。"
    before, after = frame.split("{}")
    found = shown((Text(frame.format(older)),), (Text(frame.format(newer)),))
    return found.removeprefix(before).removesuffix(after)


def states(older, newer) -> list[str]:
    return [clause.state for clause in compare(older, newer).clauses]


@settings(max_examples=300, deadline=None)
@given(versions())
def test_accepting_all_is_the_newer_text_and_rejecting_all_the_older(pair):
    older, newer = pair
    redline = compare(older, newer)
    assert redline.accepted == newer.text
    assert redline.rejected == older.text


@settings(max_examples=100, deadline=None)
@given(versions())
def test_every_block_of_both_versions_stands_in_its_order(pair):
    clauses = compare(*pair).clauses
    for side, document in zip(("older", "newer"), pair, strict=True):
        found = [getattr(clause, side).index for clause in clauses if getattr(clause, side)]
        assert found == sorted(found)
        assert set(found) == set(range(len(document.blocks)))


@settings(max_examples=100, deadline=None)
@given(versions())
def test_nothing_changed_against_itself(pair):
    redline = compare(pair[0], pair[0])
    assert redline.changes == 0
    assert {run.change for clause in redline.clauses for run in clause.label + clause.runs} <= {"kept"}


@settings(max_examples=200, deadline=None)
@given(versions())
def test_no_words_are_struck_out_to_be_put_in_again(pair):
    for clause in compare(*pair).clauses:
        for runs in (clause.label, clause.runs):
            found = [
                (change, "".join(run.text for run in same)) for change, same in groupby(runs, attrgetter("change"))
            ]
            for (before, gone), (after, come) in pairwise(found):
                assert (before, after) != ("deleted", "inserted") or gone != come


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_of_the_library_is_compared_to_the_letter(letter_id):
    definition = letter_definition(letter_id)

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(typed_answers(letter_id))
    def agree(typed):
        older = build_document(definition, read_answers(definition, typed))
        for newer in (built(letter_id), build_blank_form(definition)):
            redline = compare(older, newer)
            assert (redline.rejected, redline.accepted) == (older.text, newer.text)

    agree()


def test_a_clause_switched_off_is_one_removed_clause_and_the_rest_is_only_renumbered():
    redline = compare(built("cip-2"), built("cip-2", clause_reservation="no", notify_changes="no"))
    gone = [clause for clause in redline.clauses if clause.state == "removed"]
    assert redline.count("removed") == redline.changes == 1
    assert gone[0].number == "（3）"
    assert "法定义务之外" in gone[0].line.words


def test_a_clause_switched_on_renumbers_quietly():
    one, two, three = (Text("每日检查系统。"),), (Text("日志保存一年。"),), (Text("定期培训员工。"),)
    older = letter(Item(1, "1.", one), Item(1, "2.", three))
    newer = letter(Item(1, "1.", one), Item(1, "2.", two), Item(1, "3.", three))
    redline = compare(older, newer)
    assert [clause.state for clause in redline.clauses] == ["same", "added", "same"]
    assert [clause.renumbered for clause in redline.clauses] == [False, False, True]
    assert (redline.clauses[2].number_older, redline.clauses[2].number_newer) == ("2.", "3.")
    assert redline.changes == 1


@pytest.mark.parametrize(
    ("older", "newer", "marked_up"),
    [
        ("每日检查2次", "每日检查12次", "每日检查[-2-][+12+]次"),
        ("保存1,000日", "保存21,000日", "保存[-1,000-][+21,000+]日"),
        ("不低于2.5%", "不低于12.5%", "不低于[-2.5-][+12.5+]%"),
        ("第二条", "第十二条", "第[-二-][+十二+]条"),
        ("采用TLS 1.2加密", "采用TLS 1.3加密", "采用TLS [-1.2-][+1.3+]加密"),
        (
            "代码91350100M000100Y43有效",
            "代码91350100M000100Y44有效",
            "代码[-91350100M000100Y43-][+91350100M000100Y44+]有效",
        ),
        ("致电400-800-1234", "致电400-800-1235", "致电[-400-800-1234-][+400-800-1235+]"),
        ("自2026年11月22日起", "自2026年12月2日起", "自2026年[-11-][+12+]月[-22-][+2+]日起"),
        ("由officer签字", "由officers签字", "由[-officer-][+officers+]签字"),
        ("每次３人", "每次１３人", "每次[-３-][+１３+]人"),
    ],
)
def test_a_number_is_one_word(older, newer, marked_up):
    """ux 28"""
    assert texts(older, newer) == marked_up


def test_a_number_put_together_from_words_and_an_answer_is_one_word():
    older, newer = (
        (Text("每日检查2次，逐次记录结果。"),),
        (Text("每日检查1"), Value("k", "2"), Text("次，逐次记录结果。")),
    )
    assert shown(older, newer) == "每日检查[-2-][+1+][+2+]次，逐次记录结果。"


@pytest.mark.parametrize(
    ("older", "newer", "marked_up"),
    [
        ("由法务部门负责", "由合规办公室承担", "由[-法务部门负责-][+合规办公室承担+]"),
        ("甲乙丁", "丙乙戊", "[-甲乙丁-][+丙乙戊+]"),
        ("检查2次和3次", "检查4次和5次", "检查[-2-][+4+]次和[-3-][+5+]次"),
        ("保存3年和甲", "留存3年和乙", "[-保-][+留+]存3年和[-甲-][+乙+]"),
    ],
)
def test_small_islands_join_the_changes_around_them_unless_they_are_figures(older, newer, marked_up):
    assert texts(older, newer) == marked_up


@pytest.mark.parametrize(
    ("older", "newer", "marked_up"),
    [
        ("取得书面同意", "取得单独同意，取得书面同意", "[+取得单独同意，+]取得书面同意"),
        ("不出售，不出租，不泄露", "不出售，不泄露", "不出售，[-不出租，-]不泄露"),
        ("姓名、电话", "姓名、住址、电话", "姓名、[+住址、+]电话"),
    ],
)
def test_a_phrase_that_came_or_went_is_marked_from_its_start_to_its_mark(older, newer, marked_up):
    assert texts(older, newer) == marked_up


def test_an_answer_to_the_same_question_is_replaced_whole():
    frame = Text("进行一次风险评估，形成书面报告。")
    assert shown((Value("cycle", "每季度"), frame), (Value("cycle", "每半年度"), frame)) == (
        f"[-每季度-][+每半年度+]{frame.text}"
    )


def test_a_list_of_choices_shows_what_was_added():
    frame = Text("涉及的类别为：")
    found = shown((frame, Value("kinds", "姓名、电话")), (frame, Value("kinds", "姓名、住址、电话")))
    assert found == "涉及的类别为：姓名、[+住址、+]电话"


def test_words_that_became_an_answer_are_no_change():
    older, newer = (Text("每季度检查一次，记录3年。"),), (Value("cycle", "每季度"), Text("检查一次，记录5年。"))
    assert shown(older, newer) == "每季度检查一次，记录[-3-][+5+]年。"


def test_a_gap_is_struck_out_whole_when_it_is_answered():
    after = Text("次系统安全检查，逐次记录。")
    assert shown((Text("开展"), Gap("k", "次数"), after), (Text("开展"), Value("k", "3"), after)) == (
        f"开展[-［次数待填］-][+3+]{after.text}"
    )


def test_a_clause_is_known_by_its_question_whatever_was_answered():
    older = letter(Paragraph((Value("name", "杭州示例科技有限公司"), Text("承诺："))))
    newer = letter(Paragraph((Value("name", "长城"), Text("承诺："))))
    assert states(older, newer) == ["changed"]


def test_other_words_are_another_clause():
    older = letter(Item(1, "1.", (Text("定期对员工进行培训。"),)))
    newer = letter(Item(1, "1.", (Text("公布投诉电话并安排人员受理。"),)))
    assert states(older, newer) == ["removed", "added"]


def test_a_heading_is_never_taken_for_a_paragraph():
    assert states(letter(Heading(1, "一、", (Text("甲"),))), letter(Paragraph((Text("甲"),)))) == ["removed", "added"]


def test_title_and_addressee_stay_what_they_are():
    older = letter(Title((Text("承诺书"),)), PartyLine((Text("致：北京市朝阳区某局"),)))
    newer = letter(Title((Text("制度"),)), PartyLine((Text("致：星河公司"),)))
    assert states(older, newer) == ["changed", "changed"]


def test_a_moved_clause_is_known_in_both_places():
    one, two, three = ((Text(f"{word * 8}。"),) for word in ("检查", "培训", "投诉"))
    older = letter(Item(1, "1.", one), Item(1, "2.", two), Item(1, "3.", three))
    newer = letter(Item(1, "1.", two), Item(1, "2.", three), Item(1, "3.", one))
    found = [(clause.state, clause.moved) for clause in compare(older, newer).clauses]
    assert found == [("removed", True), ("same", False), ("same", False), ("added", True)]


def test_a_clause_copied_is_not_moved():
    one, two = (Item(1, f"{number}.", (Text("每日检查。"),)) for number in (1, 2))
    redline = compare(letter(one), letter(one, two))
    assert [clause.moved for clause in redline.clauses] == [False, False]


def test_only_as_many_are_moved_as_went():
    one, two = (Text("检查" * 8),), (Text("培训" * 8),)
    older = letter(Paragraph(one), Paragraph(two), Paragraph(two))
    newer = letter(Paragraph(two), Paragraph(two), Paragraph(one), Paragraph(one))
    assert [clause.moved for clause in compare(older, newer).clauses] == [True, False, False, True, False]


def test_the_label_of_a_signature_line_is_words():
    older = letter(Signature((SignatureLine("法定代表人（签字）：", (Blank("s", "____"),)),)))
    newer = letter(Signature((SignatureLine("授权代表人（签字）：", (Blank("s", "____"),)),)))
    [clause] = compare(older, newer).clauses
    assert (clause.state, clause.number) == ("changed", "")
    assert marked([clause]) == "[-法定-][+授权+]代表人（签字）：____"


def test_what_was_kept_is_set_as_the_newer_version_sets_it():
    older, newer = (
        letter(Paragraph((Text("本单位承诺"),))),
        letter(Paragraph((Text("本单位", strong=True), Text("承诺")))),
    )
    [clause] = compare(older, newer).clauses
    assert [run.run for run in clause.runs] == [Text("本单位", strong=True), Text("承诺")]


def test_very_long_clauses_are_compared_by_sentences(monkeypatch):
    monkeypatch.setattr(word_changes, "MOST_PAIRS", 1000)
    sentences = [f"第{place}项措施按照规定执行；" for place in range(40)]
    older = Text("".join(sentences))
    newer = Text("".join(["开头；", *sentences[:20], "插入一句；", *sentences[20:]]))
    found = shown((older,), (newer,))
    assert found == "[+开头；+]" + "".join(sentences[:20]) + "[+插入一句；+]" + "".join(sentences[20:])


def test_clauses_too_long_even_for_that_are_replaced_whole(monkeypatch):
    monkeypatch.setattr(word_changes, "MOST_PAIRS", 0)
    assert texts("甲乙丙丁戊己庚", "乙甲丙丁戊庚己") == "[-甲乙丙丁戊己庚-][+乙甲丙丁戊庚己+]"


@settings(max_examples=50, deadline=None)
@given(versions())
def test_long_stretches_are_cut_in_two_without_loss(pair):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "MOST_PAIRS", 4)
        redline = compare(*pair)
    assert (redline.rejected, redline.accepted) == (pair[0].text, pair[1].text)
