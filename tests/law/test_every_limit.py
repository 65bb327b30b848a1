"""Every limit of the library, by its own data: figures, units, dates, conditions, and what a finding says of it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters.definitions.catalogue import vocabulary
from letters.definitions.units import UNITS, UnitUnknown, converted, unit_of
from letters.law.limits import judge_limits
from letters.law.rules import limits
from letters.questions.refusal import AnswerRefused
from letters.questions.registry import question_for
from letters.questions.units import WRITTEN
from tests.law.situations import TODAY, facts_that, situation

LIMITS = limits()
FACTOR = Decimal("1.4")
COUNTED = [limit for limit in LIMITS if limit.kind in ("min", "max")]
FIGURES = [(limit, key) for limit in COUNTED for key in limit.fields]
NUMBERS = [(limit, key) for limit, key in FIGURES if not vocabulary().fields[key].months_by_choice]
CYCLES = [(limit, key) for limit, key in FIGURES if vocabulary().fields[key].months_by_choice]
A_DAY = timedelta(days=1)
few_examples = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


def name(value):
    return getattr(value, "id", None)


def found(limit, facts, **changed):
    """The findings of this limit alone, when all else lets it apply."""
    facts = facts_that(limit.applies_when) | facts
    return [each for each in judge_limits(situation(facts, **changed)) if each.rule == limit.id]


def is_outside(limit, number) -> bool:
    return number < limit.check_value if limit.kind == "min" else number > limit.check_value


def units_like(unit):
    """Every unit that measures the same."""
    return [other for other, (measure, _size) in UNITS.items() if measure == UNITS[unit][0]]


def around(figure):
    """Just below, at, and just above, by steps as large and as small as anybody takes."""
    for step in (Decimal(1), Decimal("0.1"), Decimal("0.01")):
        yield from (each for each in (figure - step, figure, figure + step) if each > 0)


# Figures and units


@pytest.mark.parametrize(("limit", "key"), NUMBERS, ids=name)
def test_a_figure_is_judged_just_below_at_and_just_above_in_every_unit(limit, key):
    own = unit_of(vocabulary().fields[key])
    for unit in units_like(own):
        figure = converted(limit.check_value, own, unit, FACTOR)
        for number in around(figure):
            answered = converted(number, unit, own, FACTOR)
            if number == figure and answered != limit.check_value:
                continue  # no decimal number of this unit is the figure itself
            outside = number < figure if limit.kind == "min" else number > figure
            assert bool(found(limit, {key: answered})) is outside, (number, unit)


@pytest.mark.parametrize(("limit", "key"), NUMBERS, ids=name)
def test_what_is_typed_in_any_unit_is_judged_by_what_it_means(limit, key):
    """Six months, half a year: as somebody types it, where the question takes it at all."""
    field, accepted = vocabulary().fields[key], 0
    own = unit_of(field)
    for written, unit in {field.unit_zh: own, "": own, **WRITTEN}.items():
        try:
            figure = converted(limit.check_value, own, unit, FACTOR)
        except UnitUnknown:
            continue
        for number in {*around(figure), *around(figure.to_integral_value())}:
            try:
                value = question_for(field).clean(f"{number.normalize():f}{written}")
            except AnswerRefused:
                continue
            accepted += 1
            outside = number < figure if limit.kind == "min" else number > figure
            assert bool(found(limit, {key: value})) is outside, f"{number}{written}"
    assert accepted


@pytest.mark.parametrize(("limit", "key"), CYCLES, ids=name)
def test_a_cycle_is_judged_by_its_months(limit, key):
    months_by_choice = vocabulary().fields[key].months_by_choice
    assert {months - limit.check_value for months in months_by_choice.values()} & {0}
    for choice, months in months_by_choice.items():
        assert bool(found(limit, {key: choice})) is is_outside(limit, months)


@pytest.mark.parametrize(("limit", "key"), NUMBERS, ids=name)
def test_what_a_finding_offers_to_type_is_taken_and_satisfies(limit, key):
    wrong = limit.check_value + (-1 if limit.kind == "min" else 1)
    (finding,) = found(limit, {key: wrong})
    value = question_for(vocabulary().fields[key]).clean(finding.type_instead)
    assert not found(limit, {key: value})


# The other kinds


def kept_and_broken(limit, data):
    """Facts and text with which a limit is kept, and with which it is broken."""
    if limit.kind in ("min", "max"):
        field = vocabulary().fields[limit.fields[0]]
        steps = [*field.months_by_choice] or [limit.check_value, limit.check_value - 1, limit.check_value + 1]
        months = [field.months_by_choice.get(step, step) for step in steps]
        kept = next(step for step, month in zip(steps, months, strict=True) if not is_outside(limit, month))
        broken = next(
            (step for step, month in zip(steps, months, strict=True) if is_outside(limit, month)), Decimal(99)
        )
        return ({field.key: kept}, ""), ({field.key: broken}, "")
    if limit.kind == "requires":
        return (facts_that(limit.requires), ""), (facts_that(limit.requires, False), "")
    if limit.kind == "text":
        return ({}, data.draw(st.from_regex(limit.must_match))), ({}, "承诺如下")
    forbidden = data.draw(st.from_regex(limit.forbidden_pattern)) if limit.forbidden_pattern else limit.forbidden[0]
    return ({limit.fields[0]: "示例"}, ""), ({limit.fields[0]: forbidden}, "")


@pytest.mark.parametrize("limit", LIMITS, ids=name)
@few_examples
@given(data=st.data())
def test_a_limit_is_silent_when_kept_and_speaks_when_broken(limit, data):
    (kept, said), (broken, unsaid) = kept_and_broken(limit, data)
    assert not found(limit, kept, text=said)
    (finding,) = found(limit, broken, text=unsaid)
    assert (finding.level, finding.statute, finding.article) == (limit.level, limit.statute, limit.article)
    assert (finding.message_zh, finding.message_en) == (limit.message_zh, limit.message_en)
    assert finding.fields
    assert set(finding.fields) <= set(limit.fields)
    assert finding.blocks is limit.blocks


@pytest.mark.parametrize("limit", LIMITS, ids=name)
@few_examples
@given(data=st.data())
def test_a_limit_holds_from_its_first_day_until_the_day_before_its_last(limit, data):
    _kept, (broken, unsaid) = kept_and_broken(limit, data)
    first = limit.effective_from
    assert not found(limit, broken, text=unsaid, day=first - A_DAY)
    assert found(limit, broken, text=unsaid, day=first)
    assert found(limit, broken, text=unsaid, day=max(first, TODAY))
    assert limit.effective_until is None or not found(limit, broken, text=unsaid, day=limit.effective_until)
    ended = replace(limit, effective_until=first + A_DAY)
    assert (ended.is_in_force(first), ended.is_in_force(first + A_DAY)) == (True, False)


@pytest.mark.parametrize("limit", [limit for limit in LIMITS if limit.applies_when], ids=name)
@few_examples
@given(data=st.data())
def test_a_limit_spares_those_to_whom_it_does_not_apply(limit, data):
    _kept, (broken, unsaid) = kept_and_broken(limit, data)
    spared = broken | facts_that(limit.applies_when, False)
    assert not [each for each in judge_limits(situation(spared, text=unsaid)) if each.rule == limit.id]
