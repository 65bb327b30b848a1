"""Addresses of the desk and the library."""

from django.urls import path

from letters.desk import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("letters/new/", views.choose, name="choose"),
    path("letters/new/<slug:letter_id>/", views.start, name="start"),
    path("letters/<int:pk>/", views.letter, name="letter"),
    path("letters/<int:pk>/copy/", views.copy, name="copy"),
    path("letters/<int:pk>/bin/", views.throw_away, name="bin"),
    path("letters/<int:pk>/restore/", views.restore, name="restore"),
    path("library/", views.choose, name="library"),
    path("library/<slug:letter_id>/", views.library_letter, name="library_letter"),
    path("healthz", views.healthz, name="healthz"),
]
