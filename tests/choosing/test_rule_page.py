"""Each rule in words: what it says, its source, how sure it is, and what it looks at."""

import pytest
from django.urls import reverse

from letters.choosing.condition_words import in_words
from letters.definitions.catalogue import statutes, vocabulary
from letters.definitions.conditions import condition_from_table
from letters.law.rulebook import asked_by, is_unverified, rulebook, sources
from letters.law.rules import limits


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def read(client, rule_id: str) -> str:
    return client.get(reverse("rule", args=[rule_id])).content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_rule_has_its_page(client, language):
    client.cookies["django_language"] = language
    for rule in rulebook().values():
        reply = client.get(reverse("rule", args=[rule.id]))
        assert reply.status_code == 200, rule.id
        page = reply.context
        assert page["message"] in (rule.message_zh, rule.message_en)
        assert len(page["sources"]) == len(sources(rule))
        assert page["unverified"] is is_unverified(rule)


def test_a_limit_names_statute_article_dates_and_questions(client):
    page = read(client, "log_six_months")
    for words in (
        "《中华人民共和国网络安全法》",
        "第二十三条第三项",
        "2016-11-07 公布",
        "现行文本自 2026-01-01 起施行",
        "2026-01-01 起",
        "不得提交",
        "已对照条文原文。",
        vocabulary().fields["log_retention_years"].label_zh,
        reverse("library_letter", args=["cip-1"]),
    ):
        assert words in page


def test_what_is_unverified_is_said_plainly(client):
    unverified = [limit for limit in limits() if limit.verification == "general_knowledge"]
    assert unverified
    for limit in unverified:
        page = read(client, limit.id)
        assert "待核：尚未对照条文" in page
        assert "不得提交" not in page


def test_a_secondary_source_is_not_called_seen(client):
    limit = next(limit for limit in limits() if limit.verification == "secondary")
    assert "尚未对照条文原文" in read(client, limit.id)


def test_a_cross_check_names_the_questions_it_compares(client):
    page = read(client, "phase_order")
    for key in ("phase_1_deadline", "phase_2_deadline", "phase_3_deadline"):
        assert vocabulary().fields[key].label_zh in page
    assert "不出自某一条文" in page


def test_a_wording_rule_shows_what_to_write_instead(client):
    page = read(client, "wrong_standard_name")
    for words in ("参照个人信息安全保护规范执行。", "参照个人信息安全规范执行。", "怎样改"):
        assert words in page


@pytest.mark.parametrize("rule_id", ["nope", "cip-1", "log_six_months_", "LOG_SIX_MONTHS"])
def test_unknown_rules_are_not_found(client, rule_id):
    assert client.get(reverse("rule", args=[rule_id])).status_code == 404


def test_every_rule_looks_at_known_questions_and_statutes():
    for rule in rulebook().values():
        assert set(asked_by(rule)) <= set(vocabulary().fields), rule.id
        assert {key for key, _ in sources(rule)} <= set(statutes()), rule.id


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"profile": "is_platform", "is": True}, "“是否经营网络平台？”答“是”"),
        ({"not": {"profile": "is_platform", "is": True}}, "除外：“是否经营网络平台？”答“是”"),
        (
            {"profile": "individuals", "in": ["under_100k", "from_10m"]},
            "“处理多少人的个人信息？”答“不满10万人、1000万人以上”",
        ),
        ({"field": "contact_email", "filled": False}, "未填写"),
        (
            {"any": [{"profile": "is_ciio", "is": True}, {"profile": "is_financial", "is": False}]},
            "“是否关键信息基础设施运营者？”答“是”，或者“是否金融机构？”答“否”",
        ),
    ],
)
def test_conditions_are_put_in_words(table, words):
    assert words in in_words(condition_from_table(table))
