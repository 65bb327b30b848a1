"""The letters application: everything this project exists for."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "letters"
    verbose_name = "承诺书"
