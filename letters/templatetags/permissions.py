"""What the signed-in reader may do at all, for links that stand on every page."""

from django import template
from django.contrib.auth.models import AbstractBaseUser

from letters.permissions import may_draft, may_see_companies, may_see_queue, may_see_register

register = template.Library()


@register.filter
def drafts(user: AbstractBaseUser) -> bool:
    return may_draft(user)


@register.filter
def sees_companies(user: AbstractBaseUser) -> bool:
    return may_see_companies(user)


@register.filter
def sees_register(user: AbstractBaseUser) -> bool:
    return may_see_register(user)


@register.filter
def sees_queue(user: AbstractBaseUser) -> bool:
    return may_see_queue(user)
