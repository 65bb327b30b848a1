"""Addresses of the notices."""

from django.urls import path

from letters.notices import views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/read/", views.read_all, name="read_notices"),
    path("notices/<int:pk>/open/", views.open_notice, name="open_notice"),
]
