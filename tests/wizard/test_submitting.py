"""Handing in from the check page: reasons for what the law forbids, every refusal with everything typed still there."""

import re
from html import unescape

import pytest
from django.urls import reverse

from letters.actions.submit import LONGEST_REASON
from letters.actions.withdraw import withdraw_letter
from letters.models import Letter, Revision
from letters.models.drafting import put_in_bin, save_answers
from letters.workflow import Status
from tests.answers import example_answers
from tests.states import finished, reread, returned, submitted
from tests.wizard.pages import begun

REASON = "主管部门另有书面要求，见附件。"
HOSTILE = '<script>alert(1)</script>{{title}}"><img src=x onerror=alert(1)>'


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def letter(chenjing):
    """One answer is below what a statute demands."""
    return finished(chenjing, incident_report_hours="72")


def check(client, letter) -> str:
    return client.get(reverse("check", args=[letter.pk])).content.decode()


def sent(letter, page: str, reason: str = REASON) -> dict:
    names = re.findall(r'name="(reason\.[^"]+)"', page)
    return dict.fromkeys(names, reason) | {"version": reread(letter).version}


def submit(client, letter, **data):
    return client.post(reverse("submit", args=[letter.pk]), data)


def words(page) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page.content.decode()))


def test_every_finding_that_blocks_asks_for_a_reason(client, letter):
    """ux 19, ux 21"""
    assert check(client, letter).count("<textarea") == 1
    assert check(client, finished(letter.owner, incident_report_hours="4")).count("<textarea") == 0


def test_with_its_reasons_a_letter_is_handed_in(client, letter):
    """ux 22"""
    page = submit(client, letter, **sent(letter, check(client, letter)))
    assert page.url == letter.get_absolute_url()
    assert reread(letter).status == Status.SUBMITTED
    assert [finding["reason"] for finding in letter.revisions.get().blocking] == [REASON]
    assert "等待法务审核" in words(client.get(page.url))


def test_a_missing_reason_is_named_and_linked(client, letter):
    """ux 21"""
    page = submit(client, letter, **sent(letter, check(client, letter), "   "))
    assert page.status_code == 422
    assert 'href="#reason-1"' in page.content.decode()
    assert "写明理由，或修改答案。" in words(page)
    assert letter.revisions.count() == 0


def test_what_was_typed_is_still_there_when_something_is_refused(client, chenjing):
    letter = finished(chenjing, incident_report_hours="72", work_name="")
    page = submit(client, letter, **sent(letter, check(client, letter), HOSTILE))
    assert page.status_code == 422
    assert "补全后再提交" in words(page)
    box = re.search(r"<textarea[^>]*>(.*?)</textarea>", page.content.decode(), re.DOTALL)[1]
    assert unescape(box) == HOSTILE
    assert "<script>" not in page.content.decode()


def test_a_reason_that_is_far_too_long_is_refused_and_not_cut(client, letter):
    page = submit(client, letter, **sent(letter, check(client, letter), "长" * (LONGEST_REASON + 1)))
    assert page.status_code == 422
    assert f"最多 {LONGEST_REASON} 个字" in words(page)
    assert "长" * (LONGEST_REASON + 1) in words(page)


def test_hidden_characters_that_turn_the_text_are_refused(client, letter):
    page = submit(client, letter, **sent(letter, check(client, letter), "同意\u202e不"))
    assert page.status_code == 422
    assert "改变文字方向" in words(page)


@pytest.mark.parametrize("reason", ["\u200b\u200b", "\x00\x01", "\u3164"])
def test_a_reason_that_nobody_can_see_is_none(client, letter, reason):
    assert submit(client, letter, **sent(letter, check(client, letter), reason)).status_code == 422


def test_the_second_press_is_harmless(client, letter):
    data = sent(letter, check(client, letter))
    first, second = (submit(client, letter, **data) for _ in range(2))
    assert first.url == second.url
    assert Revision.objects.count() == 1


def test_what_was_changed_in_another_tab_is_shown_before_it_is_handed_in(client, letter, chenjing):
    data = sent(letter, check(client, letter))
    save_answers(reread(letter), {"work_name": "另一项工作"}, by=chenjing, version=letter.version)
    page = submit(client, letter, **data)
    assert page.status_code == 409
    assert "又有改动" in words(page)
    assert "另一项工作" in words(page)
    assert REASON in words(page)
    assert submit(client, letter, **data | {"version": reread(letter).version}).status_code == 302


def test_after_handing_in_from_another_tab_one_is_told_who_and_when(client, letter, chenjing):
    data = sent(letter, check(client, letter))
    save_answers(reread(letter), {"work_name": "另一项工作"}, by=chenjing, version=letter.version)
    submit(client, letter, **data | {"version": reread(letter).version})
    page = submit(client, letter, **data)
    assert page.status_code == 409
    assert re.search(r"陈静 已在 \d{4}-\d\d-\d\d \d\d:\d\d 处理：这份承诺书现在是“待审核”", words(page))
    assert REASON in words(page)


def test_reasons_of_the_last_revision_are_offered_again(client, chenjing, lintao):
    letter = returned(chenjing, lintao, incident_report_hours="72")
    assert "合同另有约定</textarea>" in check(client, letter)


def test_withdrawn_and_handed_in_again_it_is_the_next_revision(client, letter, chenjing):
    submit(client, letter, **sent(letter, check(client, letter)))
    withdraw_letter(reread(letter), by=chenjing)
    submit(client, letter, **sent(letter, check(client, letter), "新的理由"))
    assert [each.blocking[0]["reason"] for each in letter.revisions.all()] == [REASON, "新的理由"]


def test_only_the_author_hands_in(as_person, wanghao, lintao, helei, chenjing):
    letter = returned(chenjing, lintao)
    for person, status in ((wanghao, 404), (lintao, 403), (helei, 403)):
        assert submit(as_person(person), letter, version=letter.version).status_code == status
    assert reread(letter).status == Status.RETURNED


def test_what_lies_in_the_bin_is_not_handed_in(client, letter, chenjing):
    put_in_bin(letter, by=chenjing)
    page = submit(client, letter, version=letter.version)
    assert page.status_code == 409
    assert "回收站" in words(page)


@pytest.mark.parametrize("version", ["", "-1", "９", "1" * 30, "None", "1 OR 1=1"])
def test_a_version_that_no_page_sends_is_refused_calmly(client, chenjing, version):
    letter = finished(chenjing)
    assert submit(client, letter, version=version).status_code == 409
    assert reread(letter).status == Status.DRAFT


def test_an_empty_draft_can_be_sent_and_says_what_is_missing(client, chenjing):
    """ux 21"""
    page = submit(client, begun("cip-1", chenjing), version=1)
    assert page.status_code == 422
    assert page.content.decode().count("error-summary") == 1


def test_handing_in_is_a_post(client, letter):
    assert client.get(reverse("submit", args=[letter.pk])).status_code == 405


def test_the_check_page_of_a_complete_letter_names_the_button(client, chenjing):
    assert "提交审核" in check(client, begun("cip-1", chenjing, **example_answers("cip-1")))
    assert Letter.objects.get().status == Status.DRAFT


def test_the_check_page_is_not_for_what_waits_for_legal(client, chenjing):
    letter = submitted(chenjing)
    assert client.get(reverse("check", args=[letter.pk])).url == letter.get_absolute_url()
