"""The four roles, there after every migration; administrators keep accounts and approval rules, nothing else."""

from django.apps import apps

ADMINISTRATOR = "administrator"
ROLES = ("drafter", "legal", "auditor", ADMINISTRATOR)
KEPT_BY_ADMINISTRATORS = (
    "auth.add_user",
    "auth.change_user",
    "auth.view_user",
    "letters.add_familyrule",
    "letters.change_familyrule",
    "letters.delete_familyrule",
    "letters.view_familyrule",
)


def make_roles(using: str, **_: object) -> None:
    """Also gives a new permission to the administrators of an older installation (post_migrate)."""
    groups = apps.get_model("auth", "Group").objects.using(using)
    for name in ROLES:
        groups.get_or_create(name=name)
    permissions = apps.get_model("auth", "Permission").objects.using(using).select_related("content_type")
    wanted = [
        found for found in permissions if f"{found.content_type.app_label}.{found.codename}" in KEPT_BY_ADMINISTRATORS
    ]
    groups.get(name=ADMINISTRATOR).permissions.set(wanted)
