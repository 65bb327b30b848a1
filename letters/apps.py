"""The letters application: everything this project exists for."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _

from letters import roles
from letters.guards import keeping


class LettersConfig(AppConfig):
    name = "letters"
    verbose_name = _("承诺书")

    def ready(self):
        pre_migrate.connect(keeping.take_down, sender=self)
        post_migrate.connect(keeping.put_up, sender=self)
        post_migrate.connect(roles.make_roles, sender=self)
        register(keeping.check, Tags.database)
