"""Questions about how to reach someone: telephone, e-mail, web address."""

import re
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext_lazy as _

from letters.questions.base import Question
from letters.questions.refusal import AnswerRefused, quoted
from letters.questions.repair import CODE_REPAIRS
from letters.questions.text import refuse_too_long

LONGEST = 200
PHONE_MARKS = re.compile(r"[\s()–—−-]+|转|分机")
COUNTRY = re.compile(r"^(?:\+|00)-?86-?")
LANDLINE = re.compile(
    r"(?P<area>0(?:10|2[0-9]|[3-9][0-9]{2}))-?"
    r"(?P<number>[0-9]{7,8}|[0-9]{3,4}-[0-9]{4})(?:-(?P<extension>[0-9]{1,6}))?"
)
SERVICE = re.compile(r"([48]00)([0-9]{3})([0-9]{4})")
UNDIVIDED = re.compile(r"1[3-9][0-9]{9}|95[0-9]{3,6}|1[0-2][0-9]{3,4}")


def phone_number(text: str) -> str | None:
    """The usual spelling of a number reachable in China: 13800000000, 0571-88880000-801, 400-800-0000, 12315."""
    dashed = PHONE_MARKS.sub("-", text).strip("-")
    national = COUNTRY.sub("", dashed, count=1)
    digits = national.replace("-", "")
    if UNDIVIDED.fullmatch(digits):
        return digits
    if service := SERVICE.fullmatch(digits):
        return "-".join(service.groups())
    landline = LANDLINE.fullmatch(national if national == dashed else f"0{national.removeprefix('0')}")
    if not landline:
        return None
    parts = (landline["area"], landline["number"].replace("-", ""), landline["extension"])
    return "-".join(part for part in parts if part)


class Phone(Question):
    kind = "phone"
    input_mode = "tel"
    ink = 20
    line_repairs = CODE_REPAIRS

    def parse(self, text: str) -> str:
        number = phone_number(text) if len(text) <= LONGEST else None
        if number is None:
            sentence = _("“%(typed)s”不像电话号码：手机 11 位，座机写区号，如 0571-88880000，也可填 400、95 号码。")
            raise AnswerRefused(sentence, "bad_format", typed=quoted(text))
        return number

    def attrs(self) -> dict[str, str]:
        return super().attrs() | {"autocomplete": "tel"}


class Email(Question):
    kind = "email"
    input_mode = "email"
    ink = 32
    line_repairs = CODE_REPAIRS

    def parse(self, text: str) -> str:
        refuse_too_long(text, LONGEST)
        address = text.replace("。", ".")
        try:
            EmailValidator()(address)
        except ValidationError:
            sentence = _("“%(typed)s”不像邮箱地址，按“name@example.cn”的样式填写。")
            raise AnswerRefused(sentence, "bad_format", typed=quoted(text)) from None
        return address

    def attrs(self) -> dict[str, str]:
        return super().attrs() | {"autocomplete": "email"}


class Url(Question):
    kind = "url"
    input_mode = "url"
    ink = 32
    line_repairs = CODE_REPAIRS

    def parse(self, text: str) -> str:
        refuse_too_long(text, LONGEST)
        try:
            URLValidator(schemes=["http", "https"])(text)
        except ValidationError:
            sentence = _("“%(typed)s”不像网址，以 https:// 或 http:// 开头，按“https://www.example.cn”的样式填写。")
            raise AnswerRefused(sentence, "bad_format", typed=quoted(text)) from None
        if "@" in urlsplit(text).netloc:
            raise AnswerRefused(_("网址里不写用户名和密码，删去 @ 和它前面的部分。"), "bad_format")
        return text
