"""The layout of a letter on its page: which one it has and the others to choose from, and the sheet it lies on."""

from dataclasses import dataclass

from django import template

from letters.actions.lay_out import company_layout, layout_of, logo_owner
from letters.models import Company, Letter
from letters.permissions import may_lay_out
from letters.web.layouts import layout_words
from letters.writers.options import Layout

register = template.Library()


@dataclass(frozen=True)
class Sheet:
    """The paper on the screen: `company` stands on top of 商务版式, with the logo of `logo_of`."""

    layout: str
    company: str = ""
    logo_of: Company | None = None

    @property
    def is_business(self) -> bool:
        return self.layout == Layout.BUSINESS


@register.simple_tag
def sheet_of(letter: Letter) -> Sheet:
    layout = layout_of(letter)
    if layout != Layout.BUSINESS:
        return Sheet(layout.value)
    return Sheet(layout.value, letter.company, logo_owner(letter))


@register.inclusion_tag("exports/layout_choice.html", takes_context=True)
def layout_choice(context: template.Context, letter: Letter) -> dict[str, object]:
    return {
        "letter": letter,
        "layout": layout_words(layout_of(letter)),
        "usual": layout_words(company_layout(letter.company_record)),
        "has_record": letter.company_record_id is not None,
        "layouts": [(layout.value, layout_words(layout)) for layout in Layout],
        "may_lay_out": may_lay_out(context["user"], letter),
        "csrf_token": context.get("csrf_token"),
    }
