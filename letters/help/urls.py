"""Addresses of the help."""

from django.urls import path

from letters.help import views

urlpatterns = [
    path("help/", views.guide, name="help"),
    path("help/words/", views.words, name="glossary"),
    path("help/about/", views.about, name="about"),
]
