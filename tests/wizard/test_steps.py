"""Filling in: every step saves what was typed, valid or not, and leads on."""

import re

import pytest
from django.urls import reverse

from tests.answers import example_answers
from tests.wizard.pages import begun, fill_url, post_step, reread

LETTERS = ("cip-1", "cip-2", "osp-1", "ipc-2")


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


@pytest.fixture
def letter(chenjing):
    return begun("cip-2", chenjing)


@pytest.mark.parametrize("letter_id", LETTERS)
def test_the_whole_way_from_choice_to_check(client, letter_id):
    """ux 1, ux 8: without any script."""
    answers = example_answers(letter_id)
    page = client.post(reverse("start", args=[letter_id]))
    seen = []
    while not page.url.endswith("/check/"):
        step = page.url.rstrip("/").rsplit("/", 1)[1]
        assert step not in seen
        seen.append(step)
        shown = client.get(page.url)
        assert shown.status_code == 200
        page = post_step(client, shown.context["letter"], step, answers)
        assert page.status_code == 302, page.context["errors"]
    assert seen == [known.key for known in shown.context["letter"].journey.steps]
    check = client.get(page.url)
    assert check.context["complete"]
    assert "待填］" not in check.content.decode()


def test_the_place_is_said_in_words(client, letter):
    """ux 2"""
    page = client.get(fill_url(letter, "data")).content.decode()
    assert "第 3 步，共 7 步" in re.sub(r"<[^>]*>", "", page)
    assert page.count('aria-current="step"') == 1


def test_reload_shows_the_same_answers(client, letter):
    """ux 1"""
    post_step(client, letter, "team", {"training_per_year": "9", "dedicated_staff_count": "3"})
    for _ in range(2):
        assert 'value="9"' in client.get(fill_url(letter, "team")).content.decode()


def test_a_get_never_writes(client, letter):
    before = reread(letter)
    for step in before.journey.steps:
        client.get(fill_url(letter, step.key) + "?reset=1")
    client.get(reverse("check", args=[letter.pk]))
    client.get(reverse("preview", args=[letter.pk]))
    after = reread(letter)
    assert (after.version, after.answers, after.updated_at) == (before.version, before.answers, before.updated_at)


def test_continue_with_faults_saves_and_says_what_to_do(client, letter):
    sent = {"training_per_year": "九十九", "dedicated_staff_count": "", "self_inspection_cycle": "year"}
    page = post_step(client, letter, "team", sent)
    assert page.status_code == 200
    assert {row.question.key for row in page.context["errors"]} == {"training_per_year", "dedicated_staff_count"}
    assert "<title>错误：" in page.content.decode()
    assert reread(letter).answers["training_per_year"] == "九十九"


@pytest.mark.parametrize("action", ["back", "exit", "preview"])
def test_leaving_keeps_even_invalid_input(client, letter, action):
    """ux 5"""
    page = post_step(client, letter, "team", {"training_per_year": "很多"}, action=action)
    assert page.status_code == 302
    assert reread(letter).answers["training_per_year"] == "很多"
    shown = client.get(fill_url(letter, "team"))
    assert "很多" in shown.content.decode()
    assert [row.question.key for row in shown.context["errors"]] == ["training_per_year"]


def test_back_leads_to_the_step_before(client, letter):
    assert post_step(client, letter, "team", {}, action="back").url == fill_url(letter, "data")
    assert post_step(client, letter, "parties", {}, action="back").url == reverse("letter", args=[letter.pk])


def test_a_fresh_step_shows_no_errors(client, letter):
    assert not client.get(fill_url(letter, "team")).context["errors"]


def test_changing_from_the_check_page_returns_there(client, letter):
    """ux 12"""
    answers = example_answers("cip-2")
    page = post_step(client, letter, "team", answers, query="?return=check")
    assert page.url == reverse("check", args=[letter.pk])
    rows = [row for section in client.get(page.url).context["sections"] for row in section.rows]
    assert all("return=check#id_" in row.url for row in rows)


def test_the_unit_stands_outside_of_the_box_and_is_read_with_it(client, chenjing):
    """ux 9"""
    page = client.get(fill_url(begun("cip-2", chenjing), "team")).content.decode()
    box = re.search(r'<input[^>]*name="training_per_year"[^>]*>', page)[0]
    assert "次" not in box
    assert "id_training_per_year-unit" in re.search('aria-describedby="(.*?)"', box)[1].split()
    assert re.search(r'<span class="unit" id="id_training_per_year-unit">次/年</span>', page)


def test_a_switched_off_answer_leaves_the_letter_and_comes_back(client, letter):
    """ux 11"""
    answers = example_answers("cip-2", recipient_kind="partner", dispute_method="arbitration")
    answers["arbitration_commission"] = "杭州仲裁委员会"
    for step in letter.definition.steps:
        post_step(client, letter, step.key, answers)
    says = lambda: client.get(reverse("preview", args=[letter.pk])).content.decode()  # noqa: E731
    assert "杭州仲裁委员会" in says()
    post_step(client, letter, "liability", answers | {"dispute_method": "court", "court_venue": "statutory"})
    assert "杭州仲裁委员会" not in says()
    assert reread(letter).answers["arbitration_commission"] == "杭州仲裁委员会"
    post_step(client, letter, "liability", answers)
    assert "杭州仲裁委员会" in says()


def test_a_question_that_an_answer_brings_up_is_asked_before_going_on(client, letter):
    sent = example_answers("cip-2", recipient_kind="partner", dispute_method="arbitration")
    post_step(client, letter, "parties", sent)
    page = post_step(
        client, letter, "liability", {key: value for key, value in sent.items() if key != "arbitration_commission"}
    )
    assert [row.question.key for row in page.context["errors"]] == ["arbitration_commission"]


def test_the_last_letter_of_the_author_fills_in_known_facts(client, chenjing, letter):
    """ux 13"""
    begun("cip-1", chenjing, entity_name="甲公司", complaint_hotline="x", work_name="旧")
    shown = client.get(fill_url(letter, "parties"))
    origins = {row.question.key: row.origin for row in shown.context["rows"]}
    assert "甲公司" in shown.content.decode()
    assert "沿用自" in origins["entity_name"]
    assert not origins["recipient_name"]


def test_usual_values_are_shown_and_said_to_be_practice(client, letter):
    shown = client.get(fill_url(letter, "team"))
    origins = {row.question.key: row.origin for row in shown.context["rows"]}
    assert "常见做法" in origins["self_inspection_cycle"]
    assert 'value="2"' in shown.content.decode()
    assert reread(letter).answers == {}


def test_only_the_own_values_of_a_step_are_stored(client, letter):
    post_step(
        client, letter, "team", example_answers("cip-2") | {"training_per_year": "2"}, entity_name="混入", evil="1"
    )
    assert set(reread(letter).answers) == {"self_inspection_cycle", "dedicated_staff_count", "training_per_year"}


def test_saving_a_step_takes_few_queries(client, letter, django_assert_max_num_queries):
    answers = example_answers("cip-2")
    with django_assert_max_num_queries(6):
        post = client.post(
            fill_url(letter, "team"),
            {"letter_wizard-current_step": "team", "version": "1", **{k: answers[k] for k in ("training_per_year",)}},
        )
    assert post.status_code == 200
