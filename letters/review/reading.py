"""What is read on the review page: one revision, the one before it, and everything remarked up to it."""

from dataclasses import dataclass

from letters.models import Comment, Decision, Letter, Revision

# What only the one revision that is shown has to bring along.
LONG = ("definition_source", "answers", "values", "company", "findings", "document", "text")


@dataclass(frozen=True)
class Reading:
    """`revisions` have no contents, `contents` are those with comments, the one shown and the one before, by number."""

    letter: Letter
    revisions: list[Revision]
    contents: dict[int, Revision]
    shown: Revision
    comments: list[Comment]
    decisions: list[Decision]

    @property
    def latest(self) -> int:
        return self.revisions[-1].number

    @property
    def is_latest(self) -> bool:
        return self.shown.number == self.latest

    @property
    def previous(self) -> Revision | None:
        return self.contents.get(self.shown.number - 1)


def open_reading(letter: Letter, number: int | None = None) -> Reading | None:
    """The newest revision unless `number` names another; None when there is no such revision."""
    revisions = list(letter.revisions.select_related("submitted_by").defer(*LONG))
    wanted = number or (revisions[-1].number if revisions else 0)
    if wanted not in {revision.number for revision in revisions}:
        return None
    comments = _comments(letter, wanted)
    used = {comment.revision_id for comment in comments if comment.block is not None}
    near = {revision.pk for revision in revisions if revision.number in (wanted, wanted - 1)}
    contents = letter.revisions.select_related("submitted_by").defer("definition_source", "text")
    by_number = {revision.number: revision for revision in contents.filter(pk__in=used | near)}
    decisions = list(Decision.objects.filter(revision__letter=letter).select_related("by", "revision__letter"))
    return Reading(letter, revisions, by_number, by_number[wanted], comments, decisions)


def _comments(letter: Letter, number: int) -> list[Comment]:
    found = Comment.objects.filter(revision__letter=letter, revision__number__lte=number)
    return list(found.select_related("by", "resolved_by").order_by("at", "pk"))
