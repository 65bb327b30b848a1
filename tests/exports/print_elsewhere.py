"""Run as a program: prints what it is given on its standard input in a process of its own, on another day.

Says the day it believes in and the SHA-256 of every file, as JSON.
"""

import datetime
import hashlib
import json
import pickle
import sys
import time

TODAY, NOW = datetime.datetime, time.time
AHEAD = datetime.timedelta(days=int(sys.argv[1]))


class _AnyDay(type):
    """What was made by the real class is one of ours, too."""

    def __instancecheck__(cls, instance):
        return isinstance(instance, TODAY)


class AnotherDay(TODAY, metaclass=_AnyDay):
    @classmethod
    def now(cls, tz=None):
        return TODAY.now(tz) + AHEAD

    @classmethod
    def utcnow(cls):
        return TODAY.now(datetime.UTC).replace(tzinfo=None) + AHEAD

    today = now


# Before anything of ours or of others is imported: all of it shall believe in that day.
datetime.datetime = AnotherDay
time.time = lambda: NOW() + AHEAD.total_seconds()


def main() -> None:
    import django

    django.setup()
    from letters.writers.formats import FORMATS

    jobs = pickle.load(sys.stdin.buffer)  # noqa: S301 (our own test wrote it)
    digests = [hashlib.sha256(FORMATS[kind].render(document, options)).hexdigest() for kind, document, options in jobs]
    print(json.dumps({"day": datetime.datetime.now().date().isoformat(), "digests": digests}))


if __name__ == "__main__":
    main()
