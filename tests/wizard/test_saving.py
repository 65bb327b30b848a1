"""Autosave and two people at once: an acknowledged save is there, a stale one overwrites nothing."""

import pytest

from letters.models.drafting import save_answers
from tests.answers import example_answers
from tests.states import handed_in
from tests.wizard.pages import autosave, begun, fill_url, post_step, reread, step_post


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def letter(chenjing):
    return begun("cip-1", chenjing)


def test_autosave_answers_with_the_new_version_and_time(client, letter):
    """ux 6"""
    reply = autosave(client, letter, "basis", {"work_name": "消费者个人信息保护"})
    assert reply.status_code == 200
    saved = reread(letter)
    assert reply.json()["version"] == saved.version == 2
    assert len(reply.json()["saved"]) == 5
    assert saved.answers["work_name"] == "消费者个人信息保护"


def test_autosave_keeps_invalid_input_without_complaint(client, letter):
    assert autosave(client, letter, "team", {"security_checks_per_day": "很多次"}).status_code == 200
    assert reread(letter).answers["security_checks_per_day"] == "很多次"


def test_autosave_when_signed_out_says_401_and_saves_nothing(client, letter):
    sent = step_post(letter, "basis", {"work_name": "甲"})
    client.logout()
    reply = client.post(fill_url(letter, "basis"), sent, headers={"Accept": "application/json"})
    assert reply.status_code == 401
    assert "登录" in reply.json()["error"]
    assert reread(letter).answers == {}


def test_a_stale_save_shows_both_values_and_overwrites_nothing(client, letter):
    """ux 7"""
    stale = step_post(letter, "basis", {"work_name": "我的名称"})
    post_step(client, letter, "basis", {"work_name": "别人的名称"})
    page = client.post(fill_url(letter, "basis"), stale)
    assert page.status_code == 409
    row = next(row for row in page.context["conflict"] if row.question.key == "work_name")
    assert (row.theirs, row.mine) == ("别人的名称", "我的名称")
    assert reread(letter).answers["work_name"] == "别人的名称"
    assert {"我的名称", "别人的名称"} <= set(page.content.decode().replace("<", ">").split(">"))


def test_my_values_can_be_saved_from_the_page_that_shows_both(client, letter):
    stale = step_post(letter, "basis", {"work_name": "我的名称"})
    post_step(client, letter, "basis", {"work_name": "别人的名称"})
    page = client.post(fill_url(letter, "basis"), stale)
    again = dict(page.context["typed_pairs"])
    again |= {"letter_wizard-current_step": "basis", "base": page.context["base"]}
    again |= {"version": page.context["letter"].version}
    client.post(fill_url(letter, "basis"), again)
    assert reread(letter).answers["work_name"] == "我的名称"


def test_a_stale_autosave_says_409_and_who(client, letter):
    stale = step_post(letter, "basis", {"work_name": "我的名称"})
    post_step(client, letter, "basis", {"work_name": "别人的名称"})
    reply = client.post(fill_url(letter, "basis"), stale, headers={"Accept": "application/json"})
    assert reply.status_code == 409
    assert reply.json()["error"].startswith("陈静 在 ")


def test_two_people_in_two_steps_do_not_disturb_each_other(client, letter):
    mine = step_post(letter, "basis", {"work_name": "甲"})
    post_step(client, letter, "team", {"security_checks_per_day": "2"})
    assert client.post(fill_url(letter, "basis"), mine).status_code in (200, 302)
    assert {"work_name": "甲", "security_checks_per_day": "2"}.items() <= reread(letter).answers.items()


def test_the_same_content_twice_is_no_conflict(client, letter):
    """A double click, or a retry of a save whose answer was lost."""
    sent = step_post(letter, "basis", {"work_name": "甲", "legal_basis": ["pipl"], "clause_reservation": "yes"})
    first, second = client.post(fill_url(letter, "basis"), sent), client.post(fill_url(letter, "basis"), sent)
    assert first.status_code == second.status_code
    assert reread(letter).answers["work_name"] == "甲"


def test_a_submitted_letter_takes_no_saves(client, letter):
    save_answers(letter, example_answers("cip-1"), by=letter.owner, version=letter.version)
    sent = step_post(letter, "basis", {"work_name": "甲"})
    handed_in(letter)
    assert client.post(fill_url(letter, "basis"), sent).status_code == 403
    assert reread(letter).answers == letter.answers


@pytest.mark.parametrize("version", ["", "0", "-1", "999999999999999999999", "x", "1e5", "１"])
def test_a_tampered_version_saves_only_on_the_page_seen(client, letter, version):
    post_step(client, letter, "basis", {"work_name": "甲"})
    page = client.post(
        fill_url(letter, "basis"), step_post(letter, "basis", {"work_name": "乙"}, version=version, base="")
    )
    assert page.status_code == 409
    assert reread(letter).answers["work_name"] == "甲"


@pytest.mark.parametrize("hidden", ["team", "nowhere", "", "check", "x" * 5000])
def test_a_tampered_step_is_refused_with_a_page(client, letter, hidden):
    page = client.post(
        fill_url(letter, "basis"),
        step_post(letter, "basis", {"work_name": "甲"}, **{"letter_wizard-current_step": hidden}),
    )
    assert page.status_code == 400
    assert "没有被接受" in page.content.decode()
    assert reread(letter).answers == {}


def test_an_unknown_step_leads_to_the_first(client, letter):
    assert client.get(fill_url(letter, "nowhere")).url == fill_url(letter, "parties")


def test_posting_to_the_check_page_is_refused(client, letter):
    assert client.post(f"/letters/{letter.pk}/check/", {"letter_wizard-current_step": "check"}).status_code == 400
