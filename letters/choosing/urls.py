"""Addresses of the library and of a new letter."""

from django.urls import path

from letters.choosing import compare_page, guide_page, law_page, promises_page, rule_page, views

urlpatterns = [
    path("letters/new/", views.choose, name="choose"),
    path("letters/new/<slug:letter_id>/", views.start, name="start"),
    path("library/", views.library, name="library"),
    path("library/guide/", guide_page.guide, name="guide"),
    path("library/compare/", compare_page.choose_two, name="compare_choose"),
    path("library/compare/<slug:letter_id>/<slug:other_id>/", compare_page.compare, name="compare"),
    path("library/law/", law_page.law, name="law"),
    path("library/law/<slug:statute_id>/", law_page.statute, name="statute"),
    path("library/rules/<slug:rule_id>/", rule_page.rule, name="rule"),
    path("library/<slug:letter_id>/promises/", promises_page.library_promises, name="library_promises"),
    path("library/<slug:letter_id>/", views.library_letter, name="library_letter"),
]
