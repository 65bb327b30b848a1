"""How many notices wait under the bell."""

from django import template
from django.contrib.auth.base_user import AbstractBaseUser

from letters.models import Notice

register = template.Library()


@register.simple_tag
def unread_notices(user: AbstractBaseUser) -> int:
    return Notice.objects.about(user).unread().count()
