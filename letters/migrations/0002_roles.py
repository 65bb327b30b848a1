"""The four roles; administrators may manage accounts in the administration site, nothing else."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ROLES = ("drafter", "legal", "auditor", "administrator")
ACCOUNTS = ("add_user", "change_user", "view_user")


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name in ROLES:
        Group.objects.get_or_create(name=name)
    config = apps.get_app_config("auth")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    found = Permission.objects.filter(content_type__app_label="auth", codename__in=ACCOUNTS)
    Group.objects.get(name="administrator").permissions.set(found)


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0001_letter"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
