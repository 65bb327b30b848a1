"""Erases who somebody was from the trail and the account; what was done stays provable."""

from collections import defaultdict

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils.crypto import get_random_string

from letters.models import EventDetail, Letter
from letters.models.trail import record
from letters.models.trail_proof import ERASED

GONE = "已注销"


def erase_person(person: AbstractUser) -> int:
    """How many events no longer name this person. The account is closed and keeps its letters under a bare number."""
    with transaction.atomic():
        details = list(EventDetail.objects.filter(user=person).select_related("event"))
        places = defaultdict(list)
        for detail in details:
            places[detail.event.letter_id].append(detail.event.seq)
        # These very rows: one that is written meanwhile would lose its name without a word about it.
        EventDetail.objects.filter(pk__in=[detail.pk for detail in details]).delete()
        for letter in Letter.objects.filter(pk__in=places):
            record(letter, ERASED, by=None, facts={"events": sorted(places[letter.pk])})
        person.username = f"{GONE}-{person.pk}-{get_random_string(6)}"
        person.first_name, person.last_name, person.email = "", GONE, ""
        person.is_active = False
        person.set_unusable_password()
        person.save()
    return len(details)
