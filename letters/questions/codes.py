"""Questions answered with an official code: the company's 统一社会信用代码, a person's identity number."""

import re
from datetime import date

from django.utils.translation import gettext_lazy as _

from letters.questions.base import Question
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.repair import CODE_REPAIRS

BLANKS_AND_HYPHENS = re.compile(r"[\s–—−-]+")
LENGTH = 18
ROOM = 28  # a figure written by hand takes half as much room again as a printed one
# GB 32100-2015: the place of a character in the alphabet is its value.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
# GB 11643-1999.
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
IDENTITY_CHECKS = "10X98765432"
IDENTITY = re.compile(r"[1-9][0-9]{5}(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})[0-9]{3}[0-9X]")
SHOWN_FIRST, SHOWN_LAST = 6, 2


def _plain(text: str) -> str:
    return BLANKS_AND_HYPHENS.sub("", text).upper()


def uscc_check(code: str) -> str:
    """The check character that belongs to the first 17 characters (GB 32100-2015)."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(code, USCC_WEIGHTS, strict=False))
    return ALPHABET[-total % 31]


def identity_check(number: str) -> str:
    """The check character that belongs to the first 17 digits (GB 11643-1999)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, IDENTITY_WEIGHTS, strict=False))
    return IDENTITY_CHECKS[total % 11]


class Uscc(Question):
    kind = "uscc"
    ink = ROOM
    line_repairs = CODE_REPAIRS

    def parse(self, text: str) -> str:
        code = _plain(text)
        if re.fullmatch("[0-9]{15}", code):
            raise AnswerRefused(_("这是旧的 15 位注册号，填营业执照上 18 位的统一社会信用代码。"), "bad_format")
        wrong = "".join(dict.fromkeys(character for character in code if character not in ALPHABET))
        if wrong:
            sentence = _("统一社会信用代码里没有“%(wrong)s”，只有数字和除 I、O、S、V、Z 以外的大写字母。")
            raise AnswerRefused(sentence, "bad_characters", wrong=quoted(wrong))
        if len(code) != LENGTH:
            raise AnswerRefused(_("统一社会信用代码是 18 位，现在是 %(now)s 位。"), "bad_format", now=len(code))
        return code

    def doubts(self, value: str) -> tuple[str, ...]:
        """Some early codes really fail the check, so that it only warns."""
        if value[-1] == uscc_check(value):
            return ()
        sentence = _("末位校验码与前 17 位对不上，对照营业执照核对一遍；核对无误可以继续。")
        return (str(sentence),)

    def attrs(self) -> dict[str, str]:
        return super().attrs() | {"autocapitalize": "characters"}


class IdNumber(Question):
    """No sentence repeats what was typed: it is personal data, and sentences end up in logs."""

    kind = "id_number"
    ink = ROOM
    line_repairs = CODE_REPAIRS

    def parse(self, text: str) -> str:
        number = _plain(text)
        if re.fullmatch("[0-9]{15}", number):
            raise AnswerRefused(_("这是旧的 15 位证件号码，填现用的 18 位公民身份号码。"), "bad_format")
        found = IDENTITY.fullmatch(number)
        if not found:
            raise AnswerRefused(_("公民身份号码是 18 位，前 17 位是数字，末位是数字或 X。"), "bad_format")
        try:
            date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            raise AnswerRefused(_("第 7 至 14 位不是出生日期，对照证件核对。"), "bad_format") from None
        if number[-1] != identity_check(number):
            raise AnswerRefused(_("末位校验码与前 17 位对不上，对照证件核对。"), "bad_format")
        return number

    def show(self, value: str) -> str:
        return value[:SHOWN_FIRST] + "*" * (LENGTH - SHOWN_FIRST - SHOWN_LAST) + value[-SHOWN_LAST:]

    def attrs(self) -> dict[str, str]:
        return super().attrs() | {"autocapitalize": "characters"}
