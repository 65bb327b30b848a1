"""What is asked about a company comes from the library: reusable facts of the vocabulary, and every profile question."""

import pytest

from letters.definitions.catalogue import company_definition, vocabulary
from letters.definitions.company import load_company
from letters.definitions.schema import DefinitionError
from letters.law.rules import profile_keys

BASICS = [field for section in company_definition().sections for field in section.fields]


def test_every_question_of_the_profile_is_asked():
    assert tuple(field.key for field in company_definition().profile.fields) == profile_keys()
    assert {field.kind for field in company_definition().profile.fields} == {"yes_no", "choice"}


def test_no_key_stands_in_both_halves_of_the_record():
    keys = [field.key for field in company_definition().fields]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("field", BASICS, ids=lambda field: field.key)
def test_the_record_asks_only_what_letters_take_over(field):
    assert vocabulary().fields[field.key].reuse or field.key in {"number_series", "print_layout"}


def test_a_company_is_asked_for_its_name_and_code_and_for_nothing_that_only_some_have():
    assert {field.key for field in BASICS if field.required} == {"entity_name", "uscc"}
    assert not [field.key for field in company_definition().fields if field.depends_on]


def test_an_unknown_field_is_refused_by_file_and_name(tmp_path):
    wrong, profile = tmp_path / "company.toml", tmp_path / "profile.toml"
    wrong.write_text('required = []\n[[sections]]\ntitle_zh = "甲"\ntitle_en = ""\nfields = ["nowhere"]\n')
    profile.write_text("questions = []\n")
    with pytest.raises(DefinitionError, match=r"company\.toml.*nowhere"):
        load_company(wrong, profile, vocabulary())


def test_a_wrong_profile_question_is_refused_with_its_line(tmp_path):
    right, profile = tmp_path / "company.toml", tmp_path / "profile.toml"
    right.write_text('required = []\nsections = []\n[profile]\ntitle_zh = "甲"\ntitle_en = ""\n')
    profile.write_text('\n[[questions]]\nkey = "is_big"\nkind = "yes_no"\ncolour = "red"\n')
    with pytest.raises(DefinitionError, match=r"profile\.toml:3: .*colour"):
        load_company(right, profile, vocabulary())
