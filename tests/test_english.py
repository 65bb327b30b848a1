"""English, for who has chosen it: the catalogue is whole and compiled, and no page shows stray Chinese."""

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.template.base import Lexer, TokenType
from django.test import Client
from django.urls import reverse
from django.utils.translation.template import templatize

from letters.definitions.catalogue import letter_definitions
from letters.law.citation import article_in_english
from letters.law.rules import limits
from letters.questions.registry import question_for
from tests.wizard.pages import begun, fill_url, post_step, step_post

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "letters/locale/en/LC_MESSAGES/django.po"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CODE = [path for folder in ("letters", "config") for path in sorted((ROOT / folder).rglob("*.py"))]
ROOMS_OF_PAGES = ("desk", "wizard", "exports", "web", "templatetags", "models", "search")
# Ideographs, kana, and the punctuation and letters that only Chinese text is set in.
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]")
PLACEHOLDERS = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
GETTEXT = {"gettext": 1, "gettext_lazy": 1, "gettext_noop": 1, "ngettext": 2, "ngettext_lazy": 2}
WRITTEN_BY_GETTEXT = re.compile(r"""\b(n?gettext)\(u?((?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"))""")
COMPANY = "杭州示例科技有限公司"


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


# The catalogue


@pytest.fixture(scope="module")
def english() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_the_compiled_catalogue_says_what_the_written_one_says(english):
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    assert {entry.msgid: forms(entry) for entry in compiled} == {entry.msgid: forms(entry) for entry in english}
    assert compiled.metadata == english.metadata


def test_every_sentence_has_its_english_and_nothing_is_left_over(english):
    assert not [entry.msgid for entry in english if not all(forms(entry))]
    assert not [entry.msgid for entry in english if entry.fuzzy]
    assert not english.obsolete_entries()
    assert {len(forms(entry)) for entry in english if entry.msgid_plural} == {2}


def test_placeholders_are_those_of_the_chinese(english):
    for entry in english:
        for words in forms(entry):
            assert sorted(PLACEHOLDERS.findall(words)) == sorted(PLACEHOLDERS.findall(entry.msgid)), entry.msgid


def test_the_english_is_english(english):
    assert not [entry.msgid for entry in english if CHINESE.search("".join(forms(entry)))]


def test_the_catalogue_names_no_machine_and_no_mailbox():
    head = CATALOGUE.read_text(encoding="utf-8").partition("\n\n")[0]
    assert not re.search(r"@|/home|EMAIL|FULL NAME|POT-Creation-Date", head)


def gettext_names(tree: ast.AST) -> dict[str, int]:
    """How the functions of django.utils.translation are called here, and how many sentences each takes."""
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    names = [name for node in imports if node.module == "django.utils.translation" for name in node.names]
    return {name.asname or name.name: GETTEXT[name.name] for name in names if name.name in GETTEXT}


def translated(tree: ast.AST) -> list[ast.Constant]:
    names = gettext_names(tree)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    return [
        part for call in calls for part in call.args[: names.get(call.func.id, 0)] if isinstance(part, ast.Constant)
    ]


def asked_for() -> set[str]:
    """The message ids that makemessages would collect, plurals by their singular."""
    found = set()
    for path in TEMPLATES:
        source = templatize(path.read_text(encoding="utf-8"), origin=name_of(path))
        found |= {ast.literal_eval(words) for _name, words in WRITTEN_BY_GETTEXT.findall(source)}
    for path in CODE:
        found |= {part.value for part in translated(ast.parse(path.read_text(encoding="utf-8")))}
    return found


def test_the_catalogue_holds_exactly_what_pages_and_code_ask_for(english):
    assert asked_for() == {entry.msgid for entry in english}


# The sources


class Chrome(HTMLParser):
    """What a page says itself: text and spoken attributes outside of elements that are marked as Chinese."""

    SPOKEN = ("alt", "aria-label", "content", "data-back", "data-reading", "placeholder", "title")
    VOID = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")

    def __init__(self, html: str):
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        lang = dict(attrs).get("lang")
        chinese = lang == "zh-CN" if lang and tag != "html" else self.is_chinese
        if not chinese:
            spoken = [
                value
                for name, value in attrs
                if name in self.SPOKEN or (name.startswith("data-") and name != "data-fill")
            ]
            self.texts += [(tag, value) for value in spoken if value]
        if tag not in self.VOID:
            self.open.append((tag, chinese))

    def handle_endtag(self, tag):
        if tag in [name for name, _chinese in self.open]:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if not self.is_chinese and data.strip():
            self.texts.append((self.open[-1][0] if self.open else "", data.strip()))

    @property
    def is_chinese(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def stray(self, *known: str) -> list[str]:
        """Texts with Chinese in them; `known` are proper names, which have no English."""
        found = []
        for _tag, text in self.texts:
            plain = text
            for name in known:
                plain = plain.replace(name, "")
            if CHINESE.search(plain):
                found.append(text)
        return found

    def said_in(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag]


def outside_of_gettext(source: str) -> tuple[str, list[str]]:
    """A template as plain HTML without what is translated or commented, and the rest of its tags."""
    html, tags, inside, commented = "", [], False, False
    for token in Lexer(source).tokenize():
        word = token.contents.split()[0] if token.contents.split() else ""
        if token.token_type == TokenType.BLOCK:
            inside = inside or word in ("blocktranslate", "blocktrans")
            commented = commented or word == "comment"
            tags += [] if word in ("translate", "trans") or inside else [token.contents]
            inside = inside and not word.startswith("endblocktrans")
            commented = commented and word != "endcomment"
        elif token.token_type == TokenType.TEXT and not inside and not commented:
            html += token.contents
        elif token.token_type == TokenType.VAR and not inside:
            tags.append(token.contents)
    return html, tags


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_template_says_anything_outside_of_gettext(path):
    html, tags = outside_of_gettext(path.read_text(encoding="utf-8"))
    assert not Chrome(html).stray()
    # The templates of a letter speak of Chinese numbering, as the letter itself does.
    assert path.parent.name == "document" or not [tag for tag in tags if CHINESE.search(tag)]


@pytest.mark.parametrize("room", ROOMS_OF_PAGES)
def test_no_room_of_the_pages_says_anything_outside_of_gettext(room):
    for path in (ROOT / "letters" / room).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        spoken = {id(part) for part in translated(tree)}
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        said = [node.value for node in constants if id(node) not in spoken | docstrings]
        # A range of characters is no sentence; title marks and the marks of a letter's number go with Chinese names.
        assert not [
            words for words in said if CHINESE.search(words) and not re.fullmatch(r"\[.*\]|[《》〔〕号]", words)
        ], path


@pytest.mark.parametrize("article", sorted({limit.article for limit in limits()}))
def test_articles_are_cited_in_english(article):
    assert not CHINESE.search(article_in_english(article))
    assert "None" not in article_in_english(article)


def test_an_article_names_its_parts():
    assert article_in_english("第二十三条第三项") == "article 23, item 3"
    assert article_in_english("第六部分第3项") == "part 6, item 3"
    assert article_in_english("10.1") == "10.1"


# The pages


@pytest.fixture
def reader(chenjing, as_person) -> Client:
    client = as_person(chenjing)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def letter(chenjing):
    return begun("cip-2", chenjing, entity_name=COMPANY)


def in_english(response, *, title: str, button: str, known: tuple[str, ...] = ()) -> None:
    html = response.content.decode()
    chrome = Chrome(html)
    assert re.search(r'<html lang="en">', html)
    assert response.headers["Content-Language"] == "en"
    assert chrome.said_in("title")
    assert chrome.said_in("title")[0].startswith(title)
    assert re.search(rf'class="button-(primary|secondary)[^>]*>{re.escape(button)}<', html), button
    assert not chrome.stray(*known)


def latin_answers(definition) -> dict:
    """Answers without Chinese, so that any Chinese on the page is the page's own."""
    typed = {}
    for field in definition.fields:
        value = field.example if field.example is not None else field.default
        typed[field.key] = "" if value is None else question_for(field).typed_default(value)
        if field.kind in ("text", "long_text") and not field.pattern:
            typed[field.key] = "Example"
    return typed


def test_the_desk_empty_and_full(reader, chenjing):
    in_english(reader.get("/"), title="Desk", button="New letter")
    begun("cip-2", chenjing, entity_name=COMPANY)
    in_english(reader.get("/"), title="Desk", button="New letter")
    in_english(reader.get("/?q=nothing"), title="Desk", button="Clear filters")


def test_the_bin(reader, letter):
    page = reader.post(reverse("bin", args=[letter.pk]), follow=True)
    in_english(page, title="Desk", button="New letter")
    assert "Moved to the bin." in page.content.decode()
    in_english(reader.get("/?bin=1"), title="Bin", button="Restore")


def test_choosing_from_the_library(reader):
    in_english(reader.get(reverse("choose")), title="New letter", button="Start")
    in_english(reader.get(reverse("library")), title="Library", button="Start")


@pytest.mark.parametrize("letter_id", sorted(letter_definitions()))
def test_a_letter_of_the_library(reader, letter_id):
    page = reader.get(reverse("library_letter", args=[letter_id]))
    in_english(page, title=letter_definitions()[letter_id].title_en, button="Start")


def test_one_letter(reader, letter):
    in_english(
        reader.get(letter.get_absolute_url()), title=letter.definition.title_en, button="Continue", known=[COMPANY]
    )


@pytest.mark.parametrize("letter_id", sorted(letter_definitions()))
def test_every_step_fresh_and_with_errors(reader, chenjing, letter_id):
    begun("cip-1", chenjing, entity_name=COMPANY)
    letter = begun(letter_id, chenjing)
    for step in letter.definition.steps:
        in_english(reader.get(fill_url(letter, step.key)), title=step.title_en, button="Save and continue")
        wrong = {field.key: "" if field.kind in ("text", "long_text") else "?" for field in letter.definition.fields}
        page = post_step(reader, letter, step.key, wrong)
        if page.status_code == 200:
            in_english(page, title=f"Error: {step.title_en}", button="Save and continue")


@pytest.mark.parametrize("letter_id", sorted(letter_definitions()))
def test_checking_answers_with_faults_and_without(reader, chenjing, letter_id):
    definition = letter_definitions()[letter_id]
    empty, full = begun(letter_id, chenjing), begun(letter_id, chenjing, **latin_answers(definition))
    for letter in (empty, full):
        page = reader.get(reverse("check", args=[letter.pk]))
        in_english(page, title="Check your answers", button="Submit for review")
        marked = re.findall('<span lang="zh-CN">(.*?)</span>', page.content.decode())
        assert set(marked) <= {letter.answers.get("letter_number")}
    for step in full.journey.steps:
        in_english(reader.get(fill_url(full, step.key)), title=step.title_en, button="Save and continue")


def test_answers_stay_as_written_and_are_marked(reader, letter):
    page = reader.get(reverse("check", args=[letter.pk])).content.decode()
    assert f'<span lang="zh-CN">{COMPANY}</span>' in page


def test_the_preview(reader, letter):
    page = reader.get(reverse("preview", args=[letter.pk]))
    in_english(page, title="Preview", button="Open this letter")
    assert '<article class="letter" lang="zh-CN">' in page.content.decode()


def test_two_versions_of_a_step(reader, letter):
    stale = step_post(letter, "team", {"training_per_year": "3"})
    post_step(reader, letter, "team", {"training_per_year": "4"})
    page = reader.post(fill_url(letter, "team"), stale)
    in_english(page, title="This step has two versions", button="Save my version", known=["陈静"])
    assert page.status_code == 409


def test_what_scripts_are_told(reader, letter):
    reply = reader.get("/nowhere/", headers={"Accept": "application/json"}).json()
    assert reply["error"] == "Page not found. Check the web address, or go to Desk and open the letter from the list."


@pytest.mark.django_db
def test_signing_in():
    client = Client()
    client.cookies["django_language"] = "en"
    in_english(client.get(reverse("login")), title="Sign in", button="Sign in")
    wrong = client.post(reverse("login"), {"username": "nobody", "password": "wrong"})
    in_english(wrong, title="Error: Sign in", button="Sign in")


def test_signing_in_with_answers_kept(chenjing, letter):
    client = Client()
    client.cookies["django_language"] = "en"
    sent = step_post(letter, "parties", {"entity_name": COMPANY})
    in_english(client.post(fill_url(letter, "parties"), sent), title="Sign in", button="Sign in")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(chenjing)
    strict.cookies["django_language"] = "en"
    in_english(strict.post(fill_url(letter, "parties"), sent), title="Save what you just filled in", button="Save now")


def test_changing_the_password(reader):
    address = reverse("password")
    in_english(reader.get(address), title="Change password", button="Save new password")
    sent = {"old_password": "wrong", "new_password1": "short", "new_password2": "other"}
    in_english(reader.post(address, sent), title="Error: Change password", button="Save new password")
    in_english(reader.get(reverse("password_done")), title="Password changed", button="Go to Desk")


def test_error_pages(reader, letter):
    in_english(reader.get("/nowhere/"), title="Page not found", button="Go to Desk")
    refused = reader.post(fill_url(letter, "team"), {"letter_wizard-current_step": "basis"})
    in_english(refused, title="What you sent was not accepted", button="Go to Desk")


def test_a_file_that_was_not_made(reader, chenjing):
    answers = latin_answers(letter_definitions()["cip-1"]) | {"work_name": "no font has \U000f1234"}
    letter = begun("cip-1", chenjing, **answers)
    page = reader.get(reverse("letter_file", args=[letter.pk, "pdf"]))
    assert page.status_code == 422
    in_english(page, title="The file was not made", button="Download Word")
