"""The law page: every statute with its dates, its state on the day, and what rests on it."""

from datetime import date

import pytest
from django.urls import reverse

from letters.choosing.statute_words import state_in_short, state_in_words
from letters.definitions.catalogue import letter_definitions, statutes
from letters.law.resting import letters_on, questions_on, replaced_by, rules_on
from letters.law.rulebook import rulebook, sources

NO_ADVICE = "不构成法律意见"


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def read(client, statute_id: str) -> str:
    return client.get(reverse("statute", args=[statute_id])).content.decode()


def test_every_statute_stands_in_the_list_once(client):
    page = client.get(reverse("law"))
    listed = [line.statute.id for group in page.context["groups"] for line in group.lines]
    assert sorted(listed) == sorted(statutes())
    assert NO_ADVICE in page.content.decode()
    for key in statutes():
        assert reverse("statute", args=[key]) in page.content.decode()


def test_what_does_not_hold_stands_apart(client):
    groups = {group.key: group for group in client.get(reverse("law")).context["groups"]}
    assert "contract_law" in {line.statute.id for line in groups["past"].lines}
    assert "draft_minors_use" in {line.statute.id for line in groups["coming"].lines}
    assert "contract_law" not in {line.statute.id for line in groups["law"].lines}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("statute_id", statutes())
def test_every_statute_has_its_page(client, statute_id, language):
    client.cookies["django_language"] = language
    page, statute = read(client, statute_id), statutes()[statute_id]
    for words in (statute.full_zh, statute.title_en.replace("'", "&#x27;"), statute.promulgated, statute.verified_on):
        assert words in page
    for definition in letters_on(statute_id):
        assert reverse("library_letter", args=[definition.id]) in page
    for rule, _article in rules_on(statute_id):
        assert reverse("rule", args=[rule.id]) in page


def test_a_statute_says_its_number_dates_articles_and_how_it_was_verified(client):
    page = read(client, "csl")
    for words in (
        "中华人民共和国主席令第五十三号",
        "2016-11-07",
        "2017-06-01",
        "2025-10-28 公布，2026-01-01 起施行",
        "现行有效",
        "共 81 条",
        "已对照条文原文。",
        "最近一次核对：2026-11-22",
        "第二十三条第三项",
        NO_ADVICE,
    ):
        assert words in page


def test_one_that_was_superseded_names_the_one_that_holds_and_back(client):
    assert "自 2020-10-01 起已被代替" in read(client, "gbt_35273_2017")
    assert reverse("statute", args=["gbt_35273"]) in read(client, "gbt_35273_2017")
    assert reverse("statute", args=["gbt_35273_2017"]) in read(client, "gbt_35273")
    assert [old.id for old in replaced_by("gbt_35273")] == ["gbt_35273_2017"]


def test_what_nobody_has_verified_or_recorded_is_said(client):
    assert "待核：尚未对照条文" in read(client, "miit_service_notice")
    assert "未收录" in read(client, "live_commerce_measures")


def test_a_question_that_offers_it_is_named(client):
    assert [field.key for field in questions_on("pipl")] == ["legal_basis"]
    assert "填写“法律法规依据”时可以选它。" in read(client, "pipl")


@pytest.mark.parametrize("statute_id", ["nope", "CSL", "cip-1"])
def test_unknown_statutes_are_not_found(client, statute_id):
    assert client.get(reverse("statute", args=[statute_id])).status_code == 404


def test_letters_and_rules_lead_back_to_their_statutes(client):
    for definition in letter_definitions().values():
        page = client.get(reverse("library_letter", args=[definition.id])).content.decode()
        assert all(reverse("statute", args=[key]) in page for key in definition.statutes), definition.id
    for rule in rulebook().values():
        page = client.get(reverse("rule", args=[rule.id])).content.decode()
        assert all(reverse("statute", args=[key]) in page for key, _article in sources(rule)), rule.id
        assert NO_ADVICE in page
        assert reverse("law") in page


def test_the_library_leads_to_the_law(client):
    assert reverse("law") in client.get(reverse("library")).content.decode()


@pytest.mark.parametrize(
    ("key", "day", "words"),
    [
        ("csl", date(2025, 12, 31), "现行有效，修改后的文本自 2026-01-01 起施行"),
        ("csl", date(2026, 1, 1), "现行有效"),
        ("csl", date(2017, 5, 31), "已公布，自 2017-06-01 起施行"),
        ("contract_law", date(2020, 12, 31), "现行有效，自 2021-01-01 起被代替"),
        ("contract_law", date(2021, 1, 1), "自 2021-01-01 起已被代替"),
        ("draft_minors_use", date(2026, 11, 22), "草案，尚未生效"),
    ],
)
def test_the_state_is_that_of_the_day(key, day, words):
    assert state_in_words(statutes()[key], day) == words


def test_a_list_of_what_holds_says_since_when():
    assert state_in_short(statutes()["csl"], date(2026, 11, 22)) == "2026-01-01 起施行"
    assert state_in_short(statutes()["contract_law"], date(2026, 11, 22)) == "自 2021-01-01 起已被代替"
