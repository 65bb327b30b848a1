"""A changed law is changed data: limits and statutes are added to a copy of the library, and no Python knows of it."""

from datetime import date
from decimal import Decimal

import pytest

from letters.definitions.statutes import load_statutes
from letters.law.judge import findings
from letters.law.lint import lint
from tests.law.library import append, change, copied, load, load_letter
from tests.law.situations import TODAY, situation

NEW_YEAR = date(2027, 1, 1)
NEW_STATUTE = """[statutes.response_measures]
short_zh = "投诉响应办法"
full_zh = "网络服务投诉响应管理办法"
title_en = "Measures for Responding to Complaints"
kind = "department_rule"
promulgated = "2026-11-01"
effective_from = "2027-01-01"
status = "in_force"
verification = "text_seen"
article_count = 20
"""
NEW_LIMIT = """[[limits]]
id = "response_within_a_day"
fields = ["complaint_response_hours"]
kind = "max"
value = 1
unit = "day"
statute = "response_measures"
article = "第五条"
effective_from = "2027-01-01"
applies_when = { profile = "is_platform", is = true }
level = "must"
message_zh = "平台须在一日内首次响应投诉（投诉响应办法第5条）。"
message_en = "Platforms respond to a complaint within a day."
verification = "text_seen"
"""
SHORTER = """[[limits]]
id = "incident_report_4_hours"
fields = ["incident_report_hours"]
kind = "max"
value = 120
unit = "minute"
statute = "incident_report_measures"
article = "第四条"
effective_from = "2027-01-01"
applies_when = { not = { profile = "is_ciio", is = true } }
level = "must"
message_zh = "较大以上网络安全事件最迟2小时报告。"
message_en = "Serious incidents: within 2 hours."
verification = "text_seen"
"""


@pytest.fixture
def library(tmp_path):
    return copied(tmp_path)


def judged(library, day=TODAY, **facts):
    found = findings(situation(facts, day=day), load(library))
    return {finding.rule: finding for finding in found}


def test_a_limit_of_a_new_statute_is_judged_as_soon_as_it_is_written_down(library):
    slow = {"complaint_response_hours": 25, "profile.is_platform": True}
    assert "response_within_a_day" not in judged(library, NEW_YEAR, **slow)
    append(library / "statutes.toml", NEW_STATUTE)
    append(library / "limits.toml", NEW_LIMIT)
    finding = judged(library, NEW_YEAR, **slow)["response_within_a_day"]
    assert (finding.statute, finding.article, finding.type_instead) == ("response_measures", "第五条", "24")
    assert finding.blocks
    assert "response_within_a_day" not in judged(library, TODAY, **slow)
    assert "response_within_a_day" not in judged(library, NEW_YEAR, **slow | {"complaint_response_hours": 24})
    assert "response_within_a_day" not in judged(library, NEW_YEAR, **slow | {"profile.is_platform": False})


def test_a_limit_in_another_version_follows_the_first(library):
    start = 'effective_from = "2025-11-01"\napplies_when = { not = { profile = "is_ciio"'
    change(library / "limits.toml", start, 'effective_until = "2027-01-01"\n' + start)
    append(library / "limits.toml", SHORTER)
    assert "incident_report_4_hours" not in judged(library, TODAY, incident_report_hours=4)
    assert judged(library, TODAY, incident_report_hours=5)["incident_report_4_hours"].type_instead == "4"
    assert judged(library, NEW_YEAR, incident_report_hours=4)["incident_report_4_hours"].type_instead == "2"
    assert "incident_report_4_hours" not in judged(library, NEW_YEAR, incident_report_hours=2)


def test_a_limit_that_is_repealed_goes_with_its_lines(library):
    late = {"incident_report_hours": Decimal(12)}
    assert "incident_report_4_hours" in judged(library, **late)
    change(
        library / "limits.toml",
        'effective_from = "2025-11-01"',
        'effective_until = "2026-11-22"\neffective_from = "2025-11-01"',
    )
    assert "incident_report_4_hours" not in judged(library, **late)


def test_an_amended_statute_has_as_many_articles_as_its_data_says(library):
    cited = {"law_name_other": "中华人民共和国个人信息保护法", "law_article_number": 75}
    assert "article_within_law" in judged(library, **cited)
    change(
        library / "statutes.toml",
        "article_count = 74",
        'article_count = 80\namended = [{ date = "2026-10-01", effective_from = "2026-11-01", note_zh = "修正" }]',
    )
    assert "article_within_law" not in judged(library, **cited)
    assert load_statutes(library / "statutes.toml")["pipl"].amended[0].effective_from == "2026-11-01"


def test_a_statute_is_succeeded_by_a_new_one_and_letters_may_rest_on_that(library):
    state = 'status = "in_force"'
    append(
        library / "statutes.toml", NEW_STATUTE.replace(state, 'status = "superseded"\nsuperseded_by = "response_law"')
    )
    later = NEW_STATUTE.replace("response_measures", "response_law").replace('"2027-01-01"', '"2028-01-01"')
    append(library / "statutes.toml", later)
    assert load_statutes(library / "statutes.toml")["response_measures"].superseded_by == "response_law"
    source = load_letter(library, "cip-1").source.replace('statutes = ["', 'statutes = ["response_law", "', 1)
    (library / "cip-1.md").write_text(source, encoding="utf-8")
    assert load_letter(library, "cip-1").statutes[0] == "response_law"


def test_a_working_day_is_as_long_as_the_data_says(library):
    change(library / "limits.toml", "working_day_factor = 1.4", "working_day_factor = 2")
    change(library / "limits.toml", "check_value = 21\n", "")
    app = {"profile.is_app_operator": True}
    assert "complaint_15_working_days_app" not in judged(library, complaint_reply_days=30, **app)
    assert "complaint_15_working_days_app" in judged(library, complaint_reply_days=31, **app)


def test_the_day_of_a_renumbering_is_data(library):
    old = "依照《网络安全法》第二十一条留存日志。"
    change(library / "renumbering.toml", 'new_effective_from = "2026-01-01"', 'new_effective_from = "2027-01-01"')
    for day, known in ((TODAY, False), (NEW_YEAR, True)):
        found = {finding.rule for finding in lint(old, facts={}, day=day, rules=load(library))}
        assert ("csl_old_article" in found) is known
