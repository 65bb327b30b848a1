"""The list of what a user can check is whole, its marks are right, and docs/ux.md says what the tests say."""

from tests.checklist import PAGE, checklist, marks, page, proofs


def test_the_page_is_what_the_tests_say():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.checklist"


def test_there_are_forty_six_points_in_their_order():
    assert [point.number for group in checklist().values() for point in group] == list(range(1, 47))


def test_every_mark_names_a_point_once():
    found = list(proofs())
    assert {proof.point for proof in found} <= set(range(1, 47))
    assert len(found) == len(set(found))


def test_marks_are_read_and_nothing_else_is():
    assert marks("ux 4, 25, ux 7: three points.") == [4, 25, 7]
    assert marks("ux 41, WCAG 2.1.4") == [41]
    assert marks("flux 3 is none, and neither is 4.") == []


def test_a_point_without_a_page_is_not_proven_by_anything():
    points = [point for group in checklist().values() for point in group]
    assert not [point.number for point in points if point.has_no_page and point.proofs]
