"""What the law says of a whole letter, against building its document; and loading the library in a fresh process."""

import subprocess
import sys
from datetime import date
from statistics import median

from benchmarks.measure import in_turns, report, seconds
from letters.definitions.catalogue import letter_definitions
from letters.document.build import build_document
from letters.law.judge import findings
from letters.law.situation import Situation
from letters.questions.answers import read_answers
from tests.answers import example_answers

ROUNDS, LOADS = 60, 9
LETTERS = ("osp-1", "cpp-1")
TODAY = date(2026, 11, 22)
# A company to which nearly everything applies.
PROFILE = {
    "is_platform": True,
    "is_ecommerce_platform": True,
    "is_app_operator": True,
    "is_telecom": True,
    "is_ciio": False,
    "is_financial": True,
    "individuals": "from_10m",
    "processes_minors": True,
    "processes_important_data": True,
    "uses_algorithmic_recommendation": True,
    "sends_push": True,
}
# Django is there before any library is.
LOAD = """
import os, time
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
import django
django.setup()
started = time.process_time()
from letters.definitions.catalogue import company_definition, guide, letter_definitions, statutes, vocabulary
from letters.law.rules import all_rules
imported = time.process_time()
for read in (vocabulary, statutes, company_definition, letter_definitions, guide, all_rules):
    read()
print(1000 * (imported - started), 1000 * (time.process_time() - imported))
"""


def judge(letter_id: str) -> None:
    definition = letter_definitions()[letter_id]
    answers = read_answers(definition, example_answers(letter_id))
    text = build_document(definition, answers).text

    def found(text: str):
        return findings(Situation(definition, answers.values, TODAY, PROFILE, text))

    times = in_turns(
        {
            "building the document": lambda: seconds(lambda: build_document(definition, answers)),
            "findings, with the text": lambda: seconds(lambda: found(text)),
            "findings, while typing": lambda: seconds(lambda: found("")),
        },
        ROUNDS,
    )
    print(
        f"findings: {letter_id}, {len(text):,} characters, {len(found(text))} found, median of {ROUNDS} rounds in turn"
    )
    report(times, "building the document", "findings ≤ 5 ms")


def load() -> tuple[float, float]:
    """Milliseconds of the processor to import and to read the library, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True)  # noqa: S603
    imported, read = map(float, done.stdout.split())
    return imported, read


def main() -> None:
    for letter_id in LETTERS:
        judge(letter_id)
    imported, read = (median(times) for times in zip(*(load() for _ in range(LOADS)), strict=True))
    print(f"library: processor time, median of {LOADS} fresh processes")
    print(f"  modules imported after Django      {imported:8.2f} ms")
    print(f"  letters, statutes, rules read      {read:8.2f} ms   once a process")
    print("  target: ≤ 500 ms")


if __name__ == "__main__":
    main()
