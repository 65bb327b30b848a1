"""Administrators set how many approve the letters of a family."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RULES = ("add_familyrule", "change_familyrule", "delete_familyrule", "view_familyrule")


def permit(apps, schema_editor):
    config = apps.get_app_config("letters")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    found = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="letters", codename__in=RULES)
    apps.get_model("auth", "Group").objects.get(name="administrator").permissions.add(*found)


class Migration(migrations.Migration):
    dependencies = [("letters", "0006_letter_by_code")]

    operations = [migrations.RunPython(permit, migrations.RunPython.noop)]
