"""The desk with 10,000 letters against the desk with 100: the same queries, nearly the same time."""

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.measure import in_turns, report, seconds
from benchmarks.site import signed_in, site
from letters.definitions.catalogue import letter_definition
from letters.models import Letter
from letters.workflow import Status
from tests.answers import example_answers

ROUNDS = 40
FEW, MANY = 100, 10_000
# What waits is a matter of weeks, not of how much has been written: as many of these on either desk.
WAITING = (Status.RETURNED,) * 10 + (Status.SUBMITTED,) * 30


def fill_desk(owner: User, count: int) -> None:
    definition, now = letter_definition("cip-1"), timezone.now()
    answers = example_answers("cip-1")
    letters = [
        Letter(
            owner=owner,
            updated_by=owner,
            updated_at=now - timezone.timedelta(minutes=number),
            definition_id=definition.id,
            definition_version=definition.version,
            title=definition.title,
            variant=definition.variant,
            company=f"杭州示例{number}号科技有限公司",
            company_key=f"hang2 zhou1 {number}",
            answers=answers,
            steps_total=6,
            status=WAITING[number] if number < len(WAITING) else Status.DRAFT,
        )
        for number in range(count)
    ]
    Letter.objects.bulk_create(letters, batch_size=500)


def main() -> None:
    pages = {
        "the desk": "/",
        "two characters of a name": "/?q=示例",
        "by name": "/?order=name",
        "the search, much found": "/search/?q=示例",
        "the search, little found": "/search/?q=例7号",
    }
    with site() as (_, user):
        other = User.objects.create_user("other")
        fill_desk(user, FEW)
        fill_desk(other, MANY)
        works, queries = {}, {}
        for name, url in pages.items():
            for count, owner in ((FEW, user), (MANY, other)):
                works[f"{name}, {count:,} letters"] = _opener(owner, url, queries, count)
        times = in_turns(works, ROUNDS)
    print(f"desk: median of {ROUNDS} rounds in turn; queries {sorted(set(queries.values()))}, whatever the number")
    for name in pages:
        few, many = f"{name}, {FEW:,} letters", f"{name}, {MANY:,} letters"
        report({few: times[few], many: times[many]}, few)
    print("  target: ≤ 1.5 × and one number of queries; ≤ 2.5 × where a search has to read every letter to find one")


def _opener(owner: User, url: str, queries: dict, count: int):
    """Signs in first, outside of the time taken."""
    client = signed_in(owner)
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
        queries[url, count] = len(captured)
    return lambda: seconds(lambda: client.get(url))


if __name__ == "__main__":
    main()
