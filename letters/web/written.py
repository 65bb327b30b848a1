"""What people write in their own words: comments, reasons, notes. One clean-up and one set of refusals for all."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from letters.questions.repair import INVISIBLE, has_bidi_controls, is_visible, storable


def written(data: Mapping[str, str], name: str) -> str:
    """As it can be kept; empty when nothing of it would be seen."""
    text = storable(data.get(name, "")).strip()
    return text if is_visible(INVISIBLE.sub("", text)) else ""


def fault_in(text: str, most: int) -> str:
    """The sentence that says what to do, empty when the text can be kept."""
    if has_bidi_controls(text):
        return _("内容里有改变文字方向的隐藏字符，清空这一项后重新键入，不要粘贴。")
    if len(text) > most:
        return _("内容太长，有 %(now)d 个字，最多 %(most)d 个字。") % {"now": len(text), "most": most}
    return ""
