"""Every contradiction of the library both ways, by its own expression: answers that contradict each other, and not."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest

from letters.definitions.catalogue import statutes
from letters.law.amounts import Constant, DaysBetween, Figure
from letters.law.cross_checks import judge_cross_checks
from letters.law.expressions import (
    ArticleExists,
    Ascending,
    AtMost,
    CheckDigit,
    Differs,
    Holds,
    Implies,
    NearToday,
    NotTicked,
)
from letters.law.rules import cross_checks
from tests.law.situations import TODAY, example, facts_that, situation

CHECKS = cross_checks()
A_DAY = timedelta(days=1)
LAW = statutes()["pipl"]


def found(check, facts):
    return [each for each in judge_cross_checks(situation(facts)) if each.rule == check.id]


def amounting(amount, number) -> dict:
    """Answers with which one side of a comparison comes to a number."""
    match amount:
        case Constant():
            assert amount.number == number
            return {}
        case Figure():
            return {amount.field: Decimal(number) / amount.times}
        case DaysBetween():
            return {amount.first: TODAY, amount.second: TODAY + timedelta(days=int(number))}
    raise TypeError(amount)


def compared(at_most: AtMost):
    """(answers, whether they contradict) with the smaller side just below, at, and just above the larger."""
    larger = at_most.larger.number if isinstance(at_most.larger, Constant) else Decimal(240)
    for away in (-1, 0, 1):
        facts = amounting(at_most.smaller, larger + away) | amounting(at_most.larger, larger)
        yield facts, away > 0 or (away == 0 and at_most.strict)
    yield amounting(at_most.smaller, larger + 1) if not isinstance(at_most.larger, Constant) else {}, False


def in_order(ascending: Ascending):
    days = {key: TODAY + place * A_DAY for place, key in enumerate(ascending.fields)}
    yield days, False
    for earlier, later in combinations(ascending.fields, 2):
        for away, wrong in ((1, False), (0, ascending.strict), (-1, True)):
            yield {earlier: TODAY, later: TODAY + away * A_DAY}, wrong
        yield {earlier: TODAY}, False


def near(near_today: NearToday):
    yield {near_today.field: TODAY}, False
    yield {near_today.field: TODAY - near_today.past * A_DAY}, False
    yield {near_today.field: TODAY - (near_today.past + 1) * A_DAY}, True
    if near_today.future is None:
        yield {near_today.field: date(2099, 1, 1)}, False
    else:
        yield {near_today.field: TODAY + near_today.future * A_DAY}, False
        yield {near_today.field: TODAY + (near_today.future + 1) * A_DAY}, True


def implied(implies: Implies):
    premise, conclusion = facts_that(implies.premise), facts_that(implies.conclusion)
    yield facts_that(implies.conclusion, False) | premise, True
    yield conclusion | premise, False
    yield facts_that(implies.conclusion, False) | facts_that(implies.premise, False), False


def cases(expression):
    """(answers and facts, whether they contradict each other)"""
    match expression:
        case AtMost():
            yield from compared(expression)
        case Ascending():
            yield from in_order(expression)
        case NearToday():
            yield from near(expression)
        case Implies():
            yield from implied(expression)
        case Holds():
            yield facts_that(expression.condition, False), True
            yield facts_that(expression.condition), False
        case Differs(first, second):
            yield {first: "甲", second: " 甲 "}, True
            yield {first: "甲", second: "乙"}, False
            yield {first: "甲", second: " "}, False
        case ArticleExists(statute, article):
            for spelling in (LAW.full_zh, LAW.short_zh):
                yield {statute: spelling, article: LAW.article_count + 1}, True
                yield {statute: spelling, article: LAW.article_count}, False
            yield {statute: "不在册的办法", article: 9999}, False
        case NotTicked(statute, ticked):
            for spelling in (LAW.full_zh, LAW.short_zh):
                yield {statute: spelling, ticked: ("csl", LAW.id)}, True
                yield {statute: spelling, ticked: ("csl",)}, False
        case CheckDigit(field):
            code = example(field)
            yield {field: code}, False
            yield {field: code[:-1] + ("1" if code[-1] != "1" else "2")}, True
            yield {field: code[:-1]}, False
        case _:
            raise TypeError(expression)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_contradiction_is_found_and_its_absence_is_not(check):
    seen = set()
    for facts, contradicts in cases(check.expression):
        assert bool(found(check, facts)) is contradicts, facts
        seen.add(contradicts)
    assert seen == {True, False}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_what_is_unset_contradicts_nothing_but_a_demand_to_set_it(check):
    assert bool(found(check, {})) is False


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_finding_names_its_fields_and_level(check):
    wrong = next(facts for facts, contradicts in cases(check.expression) if contradicts)
    (finding,) = found(check, wrong)
    assert finding.fields == check.fields
    assert (finding.level, finding.message_zh, finding.message_en) == (check.level, check.message_zh, check.message_en)
    assert finding.blocks is (check.level == "must")
