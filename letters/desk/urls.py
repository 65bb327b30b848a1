"""Addresses of the desk."""

from django.urls import path

from letters.desk import views
from letters.desk.promises_page import promises

urlpatterns = [
    path("", views.desk, name="desk"),
    path("letters/<int:pk>/", views.letter, name="letter"),
    path("letters/<int:pk>/promises/", promises, name="promises"),
    path("letters/<int:pk>/copy/", views.copy, name="copy"),
    path("letters/<int:pk>/bin/", views.throw_away, name="bin"),
    path("letters/<int:pk>/restore/", views.restore, name="restore"),
    path("healthz", views.healthz, name="healthz"),
]
