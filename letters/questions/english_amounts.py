"""Figures with their unit as one says them in English: once a day, 1 year, 0.5%, CNY 500,000."""

from decimal import Decimal

OFTEN = {"1": "once", "2": "twice"}
ONE_OF = {"people": "person", "copies": "copy"}
TEN_THOUSAND_YUAN = "10,000 yuan"


def amount(number: str, unit: str) -> str:
    """`number` in digits, `unit` as the vocabulary has it: years, times a day, 10,000 yuan each."""
    head, _blank, tail = unit.partition(" ")
    if head == "times":
        return f"{times(number)} {tail}"
    if unit == "%":
        return f"{number}%"
    if unit.startswith(TEN_THOUSAND_YUAN):
        return f"CNY {Decimal(number) * 10_000:,.0f}{unit.removeprefix(TEN_THOUSAND_YUAN)}"
    return f"{number} {one(unit) if number == '1' else unit}".strip()


def times(number: str) -> str:
    return OFTEN.get(number, f"{number} times")


def every(number: str, unit: str) -> str:
    return f"once every {one(unit) if number == '1' else f'{number} {unit}'}"


def one(unit: str) -> str:
    """working days → working day, messages a day → message a day."""
    words, article, period = unit.partition(" a ")
    *before, noun = words.split(" ")
    return " ".join([*before, ONE_OF.get(noun, noun.removesuffix("s"))]) + article + period
