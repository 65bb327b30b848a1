"""Addresses of the files of a letter and of the blank forms."""

from django.urls import path

from letters.exports import layout, views

urlpatterns = [
    path("letters/<int:pk>/files/letter.<str:extension>", views.letter_file, name="letter_file"),
    path("letters/<int:pk>/files/<int:artefact>/", views.attachment, name="attachment"),
    path("letters/<int:pk>/layout/", layout.choose, name="choose_layout"),
    path("library/<slug:letter_id>/blank-form.pdf", views.fillable_file, name="fillable_file"),
    path("library/<slug:letter_id>/blank.<str:extension>", views.blank_file, name="blank_file"),
]
