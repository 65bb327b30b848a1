"""manage list_letters: the letters of the library and what each asks."""

import json

from django.core.management.base import BaseCommand

from letters.definitions.catalogue import letter_definitions
from letters.definitions.schema import LetterDefinition


class Command(BaseCommand):
    help = "Lists the letters of the library."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="one JSON array, fields included")

    def handle(self, *args, **options):
        if options["json"]:
            letters = [_as_json(definition) for definition in letter_definitions().values()]
            self.stdout.write(json.dumps(letters, ensure_ascii=False, indent=2))
            return
        for definition in letter_definitions().values():
            self.stdout.write(f"{definition.id}\t{definition.title}（{definition.variant}）\t{definition.title_en}")


def _as_json(definition: LetterDefinition) -> dict:
    return {
        "id": definition.id,
        "version": definition.version,
        "title": definition.title,
        "title_en": definition.title_en,
        "variant": definition.variant,
        "purpose": definition.purpose,
        "fields": [
            {
                "key": field.key,
                "kind": field.kind,
                "label": field.label_zh,
                "step": field.step,
                "required": field.required,
                "choices": [choice.key for choice in field.choices],
                "example": definition.example_of(field.key),
            }
            for field in definition.fields
        ],
    }
