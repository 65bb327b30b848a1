"""A library with a wrong rule does not load and says file, line and name; the library itself does."""

import re

import pytest

from letters.definitions.catalogue import letter_definition
from letters.definitions.schema import DefinitionError
from letters.law.rules import all_rules
from tests.law.library import append, change, copied, load, load_letter

LIMIT = """[[limits]]
id = "added"
fields = ["log_retention_years"]
kind = "min"
value = 24
unit = "month"
statute = "csl"
effective_from = "2026-01-01"
level = "must"
message_zh = "日志至少留存两年。"
message_en = "Logs: two years."
verification = "text_seen"
"""
CHECK = """[[checks]]
id = "added"
level = "note"
expression = { at_most = [{ field = "log_retention_years" }, 10] }
message_zh = "日志留存过久。"
message_en = "Logs are kept too long."
"""
WORDING = """[[rules]]
id = "added"
level = "note"
regex = "负荷"
message_zh = "用字不当。"
message_en = "Wrong word."
fix_zh = "改写。"
positive = ["负荷"]
negative = ["负责"]
"""
AMENDED = """[statutes.added]
short_zh = "新法"
full_zh = "中华人民共和国新法"
title_en = "New Law"
kind = "law"
effective_from = "2021-11-01"
status = "in_force"
verification = "text_seen"
amended = [{ date = "2025-10-28", effective_from = "2026-01-01", note_zh = "修正" }]
"""

WRONG = [
    (
        "limits",
        'fields = ["log_retention_years"]',
        'fields = ["log_years"]',
        "log_six_months: unknown field: log_years",
    ),
    (
        "limits",
        'fields = ["log_retention_years"]',
        'fields = ["entity_name"]',
        "entity_name is a question of kind text",
    ),
    ("limits", 'fields = ["log_retention_years"]', "fields = []", "log_six_months: names no field"),
    ("limits", 'fields = ["log_retention_years"]', 'fields = "all"', "fields is not a list of texts: 'all'"),
    ("limits", 'fields = ["push_channels"]', 'fields = ["push"]', "push_consent: unknown field: push"),
    (
        "limits",
        '"complaint_record_retention_years"]',
        '"incident_report_hours"]',
        "fields count in different units: hour, year",
    ),
    ("limits", 'statute = "csl"', 'statute = "cls"', "log_six_months: unknown statute: cls"),
    ("limits", 'basis = "practice"', 'basis = "habit"', "log_over_three_years: unknown basis: habit"),
    ("limits", 'level = "must"', 'level = "shall"', "log_six_months: unknown level: shall"),
    ("limits", 'kind = "min"', 'kind = "least"', "log_six_months: unknown kind: least"),
    ("limits", 'unit = "month"', 'unit = "fortnight"', "log_six_months: unknown unit: fortnight"),
    ("limits", 'unit = "month"', 'unit = "hour"', "log_six_months: hour is not converted into year"),
    ("limits", "check_value = 0.5", "check_value = 6", "log_six_months: check_value is 6, but 6 month are 0.5"),
    ("limits", "check_value = 21", "check_value = 15", "check_value is 15, but 15 working_day are 21"),
    ("limits", "value = 6\n", 'value = "six"\n', "log_six_months: value is not a number: 'six'"),
    ("limits", 'from = "2026-01-01"', 'from = "2026-13-01"', "log_six_months: effective_from is not a day such as"),
    ("limits", 'verification = "text_seen"', 'verification = "heard"', "unknown verification: heard"),
    ("limits", 'basis = "practice"', 'bases = "practice"', "log_over_three_years: unknown key: bases"),
    ("limits", '{ profile = "is_platform"', '{ profile = "platform"', "unknown profile fact: platform"),
    ("limits", '{ profile = "is_telecom"', '{ field = "telecom"', "complaint_15_days_telecom: unknown field: telecom"),
    ("limits", 'is = "from_10m"', 'equals = "from_10m"', "applies_when: not a comparison: profile.individuals"),
    ("limits", 'is = "from_10m"', 'is = "from_20m"', "unknown choice of profile.individuals: from_20m"),
    (
        "limits",
        'is_financial", is = true',
        'is_financial", is = "yes"',
        "is_financial is answered true or false: ['yes']",
    ),
    ("limits", 'is_financial", is = true', 'is_financial", at_least = 1', "is_financial is a question of kind yes_no"),
    ("limits", 'includes = "popup"', 'is = "popup"', "popup_one_click_close: is does not fit push_channels"),
    ("limits", 'includes = "popup"', 'includes = "pop"', "unknown choice of push_channels: pop"),
    (
        "limits",
        'requires = { field = "opt_out_path"',
        'requires = { field = "exit"',
        "push_opt_out_path: unknown field: exit",
    ),
    ("limits", 'uses = ["push_max_per_day"]', 'uses = ["push_max"]', "popup_frequency_stated: unknown field: push_max"),
    ("limits", '"立即|及时"', '"立即|(及时"', "individual_notice_at_once: must_match does not compile"),
    ("limits", "(?<!劳动)合同法", "(?<!劳动*)合同法", "no_repealed_law: value does not compile"),
    ("limits", "working_day_factor = 1.4", "working_day_factor = 0", "working_day_factor is not a factor: 0"),
    ("limits", "[[limits]]", "[[limit]]", "unknown table: limit"),
    ("limits", "value = 6\n", "value = 6 month\n", "Expected newline"),
    ("cross_checks", '"phase_2_deadline"', '"phase_two"', "phase_order: unknown field: phase_two"),
    ("cross_checks", '"phase_2_deadline"', '"entity_name"', "phase_order: entity_name is a question of kind text"),
    ("cross_checks", "{ ascending =", "{ rising =", "phase_order: not a condition"),
    ("cross_checks", "strict = true", 'strict = "yes"', "phase_order: not a condition"),
    ("cross_checks", 'level = "must"', 'level = "never"', "phase_order: unknown level: never"),
    ("cross_checks", "times = 24", 'times = "24"', "response_before_reply: not an amount"),
    ("cross_checks", 'profile = "sends_push"', 'profile = "pushes"', "unknown profile fact: pushes"),
    ("cross_checks", 'is = "arbitration"', 'is = "duel"', "arbitration_named: unknown choice of dispute_method: duel"),
    ("cross_checks", 'letter_uses = "copies"', 'letter_uses = "copy"', "copies_two_sides: unknown field: copy"),
    (
        "cross_checks",
        '{ letter_uses = "copies"',
        '{ letter_has = "copies"',
        "copies_two_sides: not a condition of a check",
    ),
    (
        "cross_checks",
        'method = "gb_32100"',
        'method = "luhn"',
        "uscc_check_digit: unknown method of check digits: luhn",
    ),
    (
        "cross_checks",
        'check_digit = "uscc"',
        'check_digit = "entity_name"',
        "uscc_check_digit: entity_name is a question of kind",
    ),
    ("lint", "regex = '网络安全法》?", "regex = '(网络安全法》?", "csl_old_article: regex does not compile"),
    ("lint", "(?P<article>", "(?P<number>", "csl_old_article: regex has no group named article"),
    ("lint", 'unless = "征求意见稿', 'unless = "[征求意见稿', "draft_cited_as_law: unless does not compile"),
    ("lint", 'statutes = ["csl"]', 'statutes = ["cls"]', "csl_old_article: unknown statute: cls"),
    ("lint", 'simplified = "', 'simplified = "丢', "lint: 226 characters for 225 traditional ones"),
    ("lint", 'driver = "renumbering"', 'driver = "magic"', "csl_old_article: unknown driver: magic"),
    ("lint", 'scope = "finished_only"', 'scope = "drafts"', "leftover_blank: unknown scope: drafts"),
    (
        "lint",
        'profile = "is_ecommerce_platform"',
        'profile = "shop"',
        "ecl_31_for_non_platform: unknown profile fact: shop",
    ),
    ("renumbering", 'statute = "csl"', 'statute = "cls"', "renumbering: unknown statute: cls"),
    ("renumbering", "old = 1\n", 'old = "1"\n', "1: old and new are not numbers of articles"),
    ("renumbering", 'keywords = "', 'keywords = "(', "keywords does not compile"),
    (
        "profile",
        '"self_check_yearly"',
        '"self_check_daily"',
        "is_platform: switches on unknown limits: self_check_daily",
    ),
    ("statutes", 'status = "in_force"', 'status = "valid"', "csl: unknown status: valid"),
    ("statutes", 'verification = "text_seen"', 'verification = "sure"', "csl: unknown verification: sure"),
    ("statutes", "article_count = 81", "articles = 81", "csl: unknown key: articles"),
    (
        "statutes",
        'superseded_by = "sms_provisions"',
        'superseded_by = "sms"',
        "sms_provisions_2015: unknown statute: sms",
    ),
    ("statutes", 'status = "superseded"', 'status = "in_force"', "still in force beside its successor sms_provisions"),
    (
        "statutes",
        'effective_from = "2015-06-30"',
        'effective_from = "2026-05-01"',
        "sms_provisions does not begin after it",
    ),
]


@pytest.fixture
def library(tmp_path):
    return copied(tmp_path)


def test_the_library_itself_loads(library):
    assert load(library).limits == all_rules().limits
    assert load(library).cross_checks == all_rules().cross_checks
    assert load(library).lint_rules == all_rules().lint_rules
    assert load_letter(library, "cip-1").statutes == letter_definition("cip-1").statutes


@pytest.mark.parametrize(("file", "old", "new", "words"), WRONG, ids=[words for *_, words in WRONG])
def test_a_wrong_rule_is_refused_with_its_line_and_name(library, file, old, new, words):
    line = change(library / f"{file}.toml", old, new)
    with pytest.raises(DefinitionError, match=re.escape(words)) as refused:
        load(library)
    assert (refused.value.path, refused.value.line) == (f"{file}.toml", line)


@pytest.mark.parametrize(
    ("file", "table", "words"),
    [
        ("limits", LIMIT.replace('"added"', '"log_six_months"'), "log_six_months: two versions overlap"),
        ("limits", LIMIT.replace('unit = "month"\n', ""), "added: missing keys: unit"),
        ("limits", LIMIT.replace('kind = "min"', 'kind = "requires"'), "added: missing keys: requires"),
        ("limits", LIMIT + 'effective_until = "2026-01-01"\n', "added: ends on 2026-01-01, before it begins"),
        ("cross_checks", '[[checks]]\nid = "phase_order"\nlevel = "must"\n', "phase_order: missing keys: message_zh"),
        ("cross_checks", CHECK.replace('"added"', '"phase_gap"'), "phase_gap: two versions overlap"),
        ("lint", WORDING.replace('"added"', '"keep_forever"'), "keep_forever: two versions overlap"),
        ("lint", WORDING.replace("负荷", ""), "added: regex is empty"),
        ("statutes", AMENDED.replace("2026-01-01", "2021-11-01"), "added: two versions overlap: one from 2021-11-01"),
        ("statutes", AMENDED.replace("2026-01-01", "2021-11-31"), "added: effective_from is not a day"),
        ("statutes", AMENDED.replace("date =", "day ="), "added: missing keys: date"),
    ],
)
def test_a_table_that_does_not_fit_the_others_is_refused_where_it_stands(library, file, table, words):
    line = append(library / f"{file}.toml", table)
    with pytest.raises(DefinitionError, match=re.escape(words)) as refused:
        load(library)
    assert refused.value.path == f"{file}.toml"
    assert line <= refused.value.line <= line + table.count("\n")


@pytest.mark.parametrize(
    ("file", "table"), [("limits", LIMIT), ("cross_checks", CHECK), ("lint", WORDING), ("statutes", AMENDED)]
)
def test_the_same_tables_load_when_they_are_right(library, file, table):
    append(library / f"{file}.toml", table)
    assert load(library) != all_rules() or file == "statutes"


def test_a_letter_that_rests_on_an_unknown_statute_is_refused_with_its_line(library):
    line = change(library / "statutes.toml", "[statutes.pipl]", "[statutes.pipl_new]")
    assert line
    with pytest.raises(DefinitionError, match="unknown statute: pipl") as refused:
        load_letter(library, "cip-1")
    assert refused.value.path == "cip-1.md"
    assert "pipl" in letter_definition("cip-1").source.splitlines()[refused.value.line - 1]


def test_what_nobody_has_verified_becomes_advice_that_says_so(library):
    append(library / "limits.toml", LIMIT.replace("text_seen", "general_knowledge"))
    limit = load(library).limits[-1]
    assert (limit.level, limit.blocks, limit.is_unverified) == ("note", False, True)
    assert limit.message_zh == "待核：日志至少留存两年。"
    assert limit.message_en == "To be checked: Logs: two years."
