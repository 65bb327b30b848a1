#!/usr/bin/env python3
"""Django's command line; `python3 run.py manage …` calls it inside the project's own environment."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError, connection

from letters.management.database import refusal

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:
        sys.exit(str(wrong))
    except DatabaseError as error:
        # Once connected, an error is the program's own, and its trace is wanted.
        if connection.connection is not None:
            raise
        sys.exit(refusal(error))
