"""The layout of a letter on its page: which one it has, and the others to choose from."""

from django import template

from letters.actions.lay_out import company_layout, layout_of
from letters.models import Letter
from letters.permissions import may_lay_out
from letters.web.layouts import layout_words
from letters.writers.options import Layout

register = template.Library()


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
