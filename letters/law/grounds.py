"""On what a duty rests: the limits that hold for it in this situation, whether or not its figure keeps to them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from letters.definitions.schema import FieldDefinition
from letters.law.amounts import NUMBERS
from letters.law.kinds import Limit
from letters.law.limits import applies
from letters.law.rules import Rules, all_rules
from letters.law.situation import Situation

BOUNDS = ("min", "max")


def grounds(
    situation: Situation, unanswered: Collection[str] = (), rules: Rules | None = None
) -> Mapping[str, tuple[Limit, ...]]:
    """By field; one that no limit speaks of is not there. What is `unanswered` counts as answered by its sample."""
    sample = {key: situation.definition.example_of(key) for key in unanswered}
    supposed = replace(situation, values={**situation.values, **sample})
    found: dict[str, list[Limit]] = defaultdict(list)
    for limit in (rules or all_rules()).limits:
        if applies(limit, supposed):
            for key in limit.fields:
                found[key].append(limit)
    return {key: tuple(limits) for key, limits in found.items()}


def is_own_promise(field: FieldDefinition, limits: tuple[Limit, ...]) -> bool:
    """No statute bounds its figure; of a duty without a figure no statute speaks at all."""
    by_law = [limit for limit in limits if not limit.is_practice]
    return not any(limit.kind in BOUNDS for limit in by_law) if has_figure(field) else not by_law


def has_figure(field: FieldDefinition) -> bool:
    return field.kind in NUMBERS or bool(field.months_by_choice)
