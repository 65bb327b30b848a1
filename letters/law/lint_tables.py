"""Reads lint.toml and renumbering.toml: what in the wording of a letter is a fault."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from letters.definitions.tables import Table, read_tables, read_whole
from letters.law.kinds import LintRule
from letters.law.known import Known
from letters.law.reading import COMMON, DATES, condition_named, days_of, level_of, read_versions, told_where
from letters.law.renumbering import Article, Renumbering

REQUIRED = (*COMMON, "regex", "fix_zh", "positive", "negative")
OPTIONAL = (*DATES, "unless", "statutes", "applies_when", "driver", "driver_note", "scope")
RENUMBERING = "renumbering"
SCOPES = ("", "finished_only")
ARTICLE_KEYS = ("old", "new", "old_zh", "new_zh", "change")
CITED = "article"


def read_lint_rules(path: Path, known: Known) -> tuple[LintRule, ...]:
    return read_versions(read_tables(path, "rules"), lambda table: _rule(table, known))


def _rule(table: Table, known: Known) -> LintRule:
    table.check_keys(REQUIRED, OPTIONAL)
    regex = table.pattern("regex")
    if regex is None:
        raise table.fault("regex is empty", "regex")
    driver = table.one_of("driver", ("", RENUMBERING), "driver")
    if driver == RENUMBERING and CITED not in regex.groupindex:
        raise table.fault(f"regex has no group named {CITED}", "regex")
    statutes = table.texts("statutes")
    with told_where(table, "statutes"):
        for name in statutes:
            known.check_statute(name)
    return LintRule(
        id=table.text("id"),
        level=level_of(table),
        regex=regex,
        message_zh=table.text("message_zh"),
        message_en=table.text("message_en"),
        fix_zh=table.text("fix_zh"),
        unless=table.pattern("unless"),
        statutes=statutes,
        applies_when=condition_named(table, "applies_when", known),
        driver=driver,
        finished_only=table.one_of("scope", SCOPES, "scope") == "finished_only",
        positive=table.texts("positive"),
        negative=table.texts("negative"),
        **days_of(table),
    )


def read_simplified(path: Path) -> Mapping[int, str]:
    """The simplified character for the code of each traditional one."""
    whole = read_whole(path)
    traditional, simplified = whole.text("traditional"), whole.text("simplified")
    if len(traditional) != len(simplified):
        raise whole.fault(f"{len(simplified)} characters for {len(traditional)} traditional ones", "simplified")
    return MappingProxyType(dict(zip(map(ord, traditional), simplified, strict=True)))


def read_renumbering(path: Path, known: Known) -> Renumbering:
    articles = tuple(_article(table) for table in read_tables(path, "articles"))
    whole = read_whole(path)
    day = whole.day("new_effective_from")
    if day is None:
        raise whole.fault("new_effective_from is missing")
    return Renumbering(
        whole.one_of("statute", known.statutes, "statute"),
        day,
        MappingProxyType({article.old: article for article in articles}),
        MappingProxyType({article.new: article.topic for article in articles if article.change != "merged"}),
    )


def _article(table: Table) -> Article:
    table.check_keys(ARTICLE_KEYS, ("topic_zh", "topic_en", "keywords"))
    old, new = table.values["old"], table.values["new"]
    if not isinstance(old, int) or not isinstance(new, int):
        raise table.fault(f"old and new are not numbers of articles: {old!r}, {new!r}", "old")
    return Article(old, new, table.text("new_zh"), table.text("change"), table.pattern("keywords"))
