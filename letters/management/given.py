"""What a command about one letter is given: the letter's id, and files of JSON. A wrong call ends with 2."""

import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import CommandError

from letters.definitions.catalogue import UnknownLetter, letter_definition, letter_definitions
from letters.definitions.schema import LetterDefinition

WRONG_CALL = 2
STDIN = Path("-")


def given_letter(letter_id: str) -> LetterDefinition:
    try:
        return letter_definition(letter_id)
    except UnknownLetter as unknown:
        raise wrong_call(f"没有范本 {letter_id}，现有：{'、'.join(letter_definitions())}。") from unknown


def given_content(path: Path, what: str) -> bytes:
    """The bytes of a file, or of standard input for -; `what` names it when it cannot be read."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as fault:
        raise wrong_call(f"读不到{what} {path}：{fault.strerror}。") from fault


def day(text: str) -> date:
    """For the parser of a command: an ISO day, or one sentence."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} 不是日期，写成 2026-11-22 的样子。") from None


def wrong_call(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=WRONG_CALL)
