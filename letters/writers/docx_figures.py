"""The measures of each layout in a Word file: half-points for sizes, twentieths of a point for lengths."""

from collections.abc import Mapping

from letters.writers.options import Layout

INDENTED = '<w:ind w:firstLineChars="200" w:firstLine="{indent}"/>'
FLUSH = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
CENTRED = FLUSH + '<w:jc w:val="center"/>'

# As letter.css and letter-business.css have them for the PDF.
FIGURES: dict[Layout, dict[str, object]] = {
    Layout.OFFICIAL: {
        "size": 32,
        "line": 579,
        "indent": 640,
        "condensed": -5,  # 28 characters of 16 pt are 2 mm wider than the type area
        "small": 21,
        "foot_size": 28,
        "title_size": 44,
        "title_line": 720,
        "title_after": 438,
        "first_before": 0,
        "first_after": 0,
        "first_place": INDENTED.format(indent=640),
        "sign_before": 1158,
        "sign_line": 659,
        "sign_second": 1158,
        "sign_left": 2240,
        "contents_line": 350,
        "width": 8844,
        "middle": 4422,
        "body": "仿宋",
        "title": "宋体",
        "title_weight": "<w:b/><w:bCs/>",
        "second": "楷体",
        "running_place": '<w:jc w:val="center"/>',
        "running_size": 21,
        "facing": "<w:evenAndOddHeaders/>",
    },
    Layout.BUSINESS: {
        "size": 24,
        "line": 400,
        "indent": 480,
        "condensed": -2,
        "small": 18,
        "foot_size": 18,
        "title_size": 36,
        "title_line": 560,
        "title_after": 280,
        "first_before": 160,
        "first_after": 0,
        "first_place": FLUSH,
        "sign_before": 800,
        "sign_line": 460,
        "sign_second": 1560,
        "sign_left": 1680,
        "contents_line": 380,
        "width": 9070,
        "middle": 4535,
        "body": "宋体",
        "title": "黑体",
        "title_weight": "",  # heavy by its face: bold would be smeared over it
        "second": "楷体",
        "running_place": "",
        "running_size": 18,
        "facing": "",
    },
}


def figures(layout: Layout, *, policy: bool) -> Mapping[str, object]:
    """A policy's first headings are its chapters, centred between half lines, its second ones articles."""
    plain = FIGURES[layout]
    if not policy:
        return plain
    half = int(str(plain["line"])) // 2
    return plain | {"first_before": half, "first_after": half, "first_place": CENTRED, "second": "黑体"}
