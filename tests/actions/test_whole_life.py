"""A letter's life from draft to superseded, and every refusal on the way."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from letters.actions.approve import approve_letter
from letters.actions.expire import expire_letters
from letters.actions.return_ import return_letter
from letters.actions.submit import SubmissionIncomplete, submit_letter
from letters.actions.turn import TransitionRefused
from letters.actions.void import void_letter
from letters.actions.withdraw import withdraw_letter
from letters.definitions.catalogue import letter_definition
from letters.models import Letter, Notice
from letters.models.drafting import save_answers, start_letter
from letters.models.family import FamilyRule
from letters.workflow import Status
from tests import states
from tests.states import approve, finished, handed_in, issue, letter_in, print_quickly, reread, returned, submitted


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    print_quickly(monkeypatch)


@pytest.mark.parametrize("status", Status)
def test_every_state_can_be_reached_and_the_trail_says_how(status, chenjing, lintao):
    letter = letter_in(status, chenjing, lintao)
    assert letter.status == status
    told = [event.facts["status"] for event in letter.events.all() if "status" in event.facts]
    assert (told or ["draft"])[-1] == status


def test_a_revision_freezes_answers_text_source_findings_and_hash(chenjing):
    letter = finished(chenjing)
    revision = handed_in(letter)
    assert revision.answers == letter.answers
    assert revision.definition_source == letter.definition.source
    assert revision.tree.text == revision.text
    assert revision.sha256 == type(revision).objects.get(pk=revision.pk).content_hash()
    assert reread(letter).status == Status.SUBMITTED


def test_an_incomplete_letter_is_not_handed_in(chenjing):
    letter = start_letter(letter_definition("cip-1"), by=chenjing)
    with pytest.raises(SubmissionIncomplete, match="补全后再提交"):
        submit_letter(letter, by=chenjing, version=1, reasons={})
    assert letter.revisions.count() == 0


def test_a_finding_that_blocks_wants_a_written_reason(chenjing):
    letter = finished(chenjing, incident_report_hours="72")
    with pytest.raises(SubmissionIncomplete) as refused:
        submit_letter(letter, by=chenjing, version=1, reasons={"incident_report_4_hours": "  "})
    assert refused.value.keys
    revision = submit_letter(
        letter, by=chenjing, version=1, reasons=dict.fromkeys(refused.value.keys, "主管部门另有规定")
    )
    assert {finding["reason"] for finding in revision.blocking} == {"主管部门另有规定"}


def test_the_trail_vouches_for_the_reason(chenjing):
    """ux 22"""
    revision = handed_in(finished(chenjing, incident_report_hours="72"))
    recorded = revision.letter.events.get(action="submit").facts["sha256"]
    assert recorded == revision.content_hash()
    assert revision.blocking[0]["reason"]
    revision.blocking[0]["reason"] = "不是这个理由"
    assert recorded != revision.content_hash()


def test_what_was_changed_after_the_author_looked_is_not_handed_in(chenjing):
    letter = finished(chenjing)
    save_answers(reread(letter), {"work_name": "别的工作"}, by=chenjing, version=1)
    with pytest.raises(TransitionRefused, match="又有改动"):
        submit_letter(letter, by=chenjing, version=1, reasons={})


def test_the_author_takes_it_back_until_legal_has_decided(chenjing, lintao):
    letter = submitted(chenjing)
    assert withdraw_letter(letter, by=chenjing).status == Status.DRAFT
    handed_in(reread(letter))
    approve(reread(letter), lintao)
    with pytest.raises(TransitionRefused, match="林涛"):
        withdraw_letter(letter, by=chenjing)


def test_the_next_submission_is_the_next_revision(chenjing, lintao):
    letter = returned(chenjing, lintao)
    save_answers(letter, {"work_name": "用户信息保护"}, by=chenjing, version=letter.version)
    handed_in(reread(letter))
    assert [revision.number for revision in letter.revisions.all()] == [1, 2]


def test_returning_needs_a_comment(chenjing, lintao):
    letter = submitted(chenjing)
    with pytest.raises(TransitionRefused, match="写一条意见"):
        return_letter(letter, by=lintao, revision=1)
    return_letter(letter, by=lintao, revision=1, note="投诉电话有误。")
    assert letter.revisions.get().comments.get().text == "投诉电话有误。"


def test_nobody_decides_on_an_own_letter_whatever_the_role(lintao):
    letter = submitted(lintao)
    with pytest.raises(PermissionDenied):
        approve(letter, lintao)
    with pytest.raises(PermissionDenied):
        return_letter(letter, by=lintao, revision=1, note="好")


def test_drafters_auditors_and_strangers_decide_nothing(chenjing, wanghao, helei, zhoumin):
    letter = submitted(chenjing)
    for person in (chenjing, wanghao, helei, zhoumin):
        with pytest.raises(PermissionDenied):
            approve(letter, person)


def test_an_older_revision_is_not_approved(chenjing, lintao):
    letter = submitted(chenjing)
    withdraw_letter(letter, by=chenjing)
    handed_in(reread(letter))
    with pytest.raises(TransitionRefused, match="更新的版本"):
        approve_letter(letter, by=lintao, revision=1, seen=[])


def test_the_second_of_two_decisions_is_told_who_was_first(chenjing, lintao):
    letter = submitted(chenjing)
    approve(letter, lintao)
    with pytest.raises(TransitionRefused, match="林涛 已在"):
        return_letter(letter, by=lintao, revision=1, note="再改")


def test_reasons_have_to_be_ticked_as_seen(chenjing, lintao):
    letter = submitted(chenjing, incident_report_hours="72")
    with pytest.raises(TransitionRefused, match="逐条勾选"):
        approve_letter(letter, by=lintao, revision=1, seen=[])


def test_approval_gives_number_and_code(chenjing, lintao):
    first, second = approve(submitted(chenjing), lintao), approve(submitted(chenjing), lintao)
    assert [letter.number.split("〕")[1] for letter in (first, second)] == ["1号", "2号"]
    assert len(first.code) == 16
    assert first.code != second.code


def test_a_family_may_want_two_approvals_by_two_people(chenjing, lintao, administrator):
    FamilyRule.objects.create(pack="cip", second_approver=True)
    administrator.groups.add(lintao.groups.get())
    letter = submitted(chenjing)
    assert approve(letter, lintao).status == Status.SUBMITTED
    with pytest.raises(TransitionRefused, match="另一位"):
        approve(letter, lintao)
    assert approve(letter, administrator).approved_by == administrator


def test_issuing_keeps_the_files_and_the_dates(chenjing, lintao):
    letter = states.issued(chenjing, lintao)
    files = {file.kind: file for file in letter.artefacts.all()}
    assert set(files) == {"pdf", "docx"}
    assert files["pdf"].path.read_bytes() == f"{letter.number} pdf".encode()
    assert letter.signed_on
    assert letter.issued_by == lintao


def test_the_next_version_supersedes_when_it_is_issued(chenjing, lintao):
    letter = letter_in(Status.SUPERSEDED, chenjing, lintao)
    newer = letter.successors.get()
    assert (letter.status, newer.status) == (Status.SUPERSEDED, Status.ISSUED)
    assert newer.number != letter.number


def test_void_wants_a_reason(chenjing, lintao):
    letter = states.issued(chenjing, lintao)
    with pytest.raises(TransitionRefused, match="原因"):
        void_letter(letter, by=lintao, reason=" ")
    assert void_letter(letter, by=lintao, reason="盖错印章").void_reason == "盖错印章"


def test_a_letter_expires_the_day_after_its_last(chenjing, lintao):
    letter = states.issued(chenjing, lintao)
    last = letter.valid_to or date(2027, 11, 30)
    Letter.objects.exclude(pk=letter.pk).delete()
    assert expire_letters(last) == 0
    assert expire_letters(date(2999, 1, 1)) == (1 if letter.valid_to else 0)


def test_those_concerned_are_told_and_not_the_one_who_acts(chenjing, lintao):
    letter = submitted(chenjing)
    assert Notice.objects.filter(recipient=lintao, kind=Notice.Kind.SUBMITTED).count() == 1
    issue(approve(letter, lintao), lintao)
    assert set(Notice.objects.filter(recipient=chenjing).values_list("kind", flat=True)) == {"approved", "issued"}
    assert not Notice.objects.filter(recipient=lintao).exclude(kind="submitted").exists()
