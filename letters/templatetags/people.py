"""What a person is called, for templates."""

from django import template

from letters.models.people import called

register = template.Library()
register.filter(called)
