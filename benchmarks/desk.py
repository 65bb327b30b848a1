"""The desk with 10,000 letters against the desk with 100: the same queries, nearly the same time."""

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.measure import in_turns, report, seconds
from benchmarks.site import site
from letters.definitions.catalogue import letter_definition
from letters.models import Letter
from tests.answers import example_answers

ROUNDS = 40
FEW, MANY = 100, 10_000


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
        )
        for number in range(count)
    ]
    Letter.objects.bulk_create(letters, batch_size=500)


def main() -> None:
    pages = {"the list": "/", "two characters of a name": "/?q=示例", "by name": "/?order=name"}
    with site() as (client, user):
        other = User.objects.create_user("other")
        fill_desk(user, FEW)
        fill_desk(other, MANY)
        works, queries = {}, {}
        for name, url in pages.items():
            for count, owner in ((FEW, user), (MANY, other)):
                works[f"{name}, {count:,} letters"] = _opener(client, owner, url, queries, count)
        times = in_turns(works, ROUNDS)
    print(f"desk: median of {ROUNDS} rounds in turn; queries {sorted(set(queries.values()))} whatever the number")
    for name in pages:
        few, many = f"{name}, {FEW:,} letters", f"{name}, {MANY:,} letters"
        report({few: times[few], many: times[many]}, few)
    print("  target: ≤ 1.5 × and one number of queries")


def _opener(client, owner: User, url: str, queries: dict, count: int):
    """Signs in first, outside of the time taken."""
    signed_in = type(client)()
    signed_in.force_login(owner)
    signed_in.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert signed_in.get(url).context["page"].paginator.count == count
        queries[url, count] = len(captured)
    return lambda: seconds(lambda: signed_in.get(url))


if __name__ == "__main__":
    main()
