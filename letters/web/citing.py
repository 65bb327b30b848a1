"""A statute and its article as the page cites them."""

from letters.definitions.catalogue import statutes
from letters.law.citation import article_in_english
from letters.questions.language import is_english


def cited(statute_id: str, article: str) -> str:
    """ "" where no statute is named, as for a rule that follows from the letter itself."""
    statute = statutes().get(statute_id)
    if statute is None:
        return ""
    if is_english():
        return ", ".join(filter(None, (statute.title_en, article_in_english(article))))
    return f"{statute.cited_zh}{article}"
