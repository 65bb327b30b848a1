"""Fonts are built once and whole, again when their sources change, and what they lack is known before printing."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.ttLib import TTFont

from letters.writers import font_shelf
from letters.writers.font_characters import codes, everyday, ranges
from letters.writers.font_extra import extra_fonts
from letters.writers.font_sources import chosen, offered
from letters.writers.fonts import build_fonts, missing_characters, shelf
from letters.writers.pdf_faults import FontUnreadable
from tests.writers.small_fonts import collection, small_font, small_offer

ROOT = Path(__file__).parents[2]
SIGNS = "〔〕□☐☑☒■—×％①⑳…～《》“”‘’［］【】〇℃㎡¥￥·＋０Ａａ0123456789"
BUILD = """
import sys
from pathlib import Path
from letters.writers import font_shelf
from letters.writers.font_sources import Offer
folder, serif, sans = map(Path, sys.argv[1:])
font_shelf.build(folder, Offer((), (), (serif, sans)))
"""


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def cmap_of(path: Path) -> set[int]:
    with TTFont(path) as font:
        return set(font.getBestCmap())


def test_built_faces_have_every_everyday_character_and_sign():
    for face in shelf().faces[:2]:
        has = cmap_of(face.file)
        assert has == face.built
        assert set(map(ord, SIGNS)) <= has
        assert all(code in has for code in everyday() if 0x4E00 <= code < 0xA000)


def test_open_fonts_give_a_heavy_title_and_heavy_headings():
    faces = {face.role: face for face in shelf().faces}
    if faces["title"].source.path == faces["serif"].source.path:
        assert strokes(faces["title"].file) > 1.25 * strokes(faces["serif"].file)
        assert strokes(faces["hei"].file) > 1.15 * strokes(faces["sans"].file)
    for role, base in (("title", "serif"), ("hei", "sans")):
        assert cmap_of(faces[role].file) >= {code for code in everyday() if 0x4E00 <= code < 0xA000}, base


def test_a_heavier_character_is_as_wide_as_before():
    faces = {face.role: face for face in shelf().faces}
    assert widths(faces["title"].file) == widths(faces["serif"].file)


def strokes(path: Path) -> float:
    """The ink of some characters, in square units."""
    with TTFont(path) as font:
        glyphs, names = font.getGlyphSet(), font.getBestCmap()
        pen = AreaPen(glyphs)
        for character in "消费者信息保护服务承诺书":
            glyphs[names[ord(character)]].draw(pen)
        return abs(pen.value)


def widths(path: Path) -> set[int]:
    with TTFont(path) as font:
        return {font["hmtx"][font.getBestCmap()[ord(character)]][0] for character in "承诺书，—"}


def test_looking_whether_fonts_are_needed_is_quick_and_changes_nothing():
    build_fonts()
    before = {path: path.stat().st_mtime_ns for path in shelf().folder.iterdir()}
    begun = time.perf_counter()
    build_fonts()
    assert time.perf_counter() - begun < 0.5
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_missing_characters_are_named_once_in_order_of_appearance():
    assert missing_characters("甲🙂乙\n　😀🙂，☑𬭎") == ("🙂", "😀")
    assert missing_characters("承诺书\u200b\ufeff\t \u3000") == ()


def test_rare_characters_come_in_pages_that_are_kept():
    fonts = extra_fonts(shelf(), "堃𬭎，承诺")
    assert [ord(character) in cmap_of(file) for character, file in zip("堃𬭎", fonts.values(), strict=True)] == [
        True,
        True,
    ]
    assert extra_fonts(shelf(), "堃𬭎") == fonts
    assert extra_fonts(shelf(), "承诺书，2026") == {}


def test_same_sources_give_same_fonts(tmp_path):
    offer = small_offer(tmp_path)
    font_shelf.build(tmp_path / "one", offer)
    font_shelf.build(tmp_path / "two", offer)
    assert names_in(tmp_path / "one") == names_in(tmp_path / "two")


def test_fonts_are_rebuilt_when_a_source_changes_or_a_file_is_gone(tmp_path):
    offer, folder = small_offer(tmp_path), tmp_path / "fonts"
    assert not font_shelf.is_up_to_date(folder, offer)
    font_shelf.build(folder, offer)
    assert font_shelf.is_up_to_date(folder, offer)
    os.utime(offer.installed[0], (1, 1))
    assert not font_shelf.is_up_to_date(folder, offer)
    font_shelf.build(folder, offer)
    assert font_shelf.is_up_to_date(folder, offer)
    font_shelf.load(folder).faces[0].file.unlink()
    assert not font_shelf.is_up_to_date(folder, offer)


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"made_of": 1}'])
def test_a_broken_manifest_leads_to_a_new_one(tmp_path, broken):
    offer = small_offer(tmp_path)
    (tmp_path / font_shelf.MANIFEST).write_text(broken)
    assert not font_shelf.is_up_to_date(tmp_path, offer)


def test_two_builders_at_once_leave_whole_fonts(tmp_path):
    offer, folder = small_offer(tmp_path), tmp_path / "fonts"
    command = [sys.executable, "-c", BUILD, str(folder), *map(str, offer.installed)]
    builders = [subprocess.Popen(command, cwd=ROOT) for _ in range(3)]
    assert [builder.wait() for builder in builders] == [0, 0, 0]
    assert font_shelf.is_up_to_date(folder, offer)
    assert not [name for name in names_in(folder) if name.startswith("new-")]
    assert all(cmap_of(face.file) == face.built for face in font_shelf.load(folder).faces)


def test_left_overs_go_once_nobody_can_be_using_them(tmp_path):
    old, fresh = tmp_path / "serif-0.ttf", tmp_path / "new-1"
    old.touch()
    fresh.touch()
    os.utime(old, (1, 1))
    font_shelf.build(tmp_path, small_offer(tmp_path))
    assert not old.exists()
    assert fresh.exists()


@pytest.mark.parametrize(
    ("family", "role"),
    [
        ("仿宋_GB2312", "fangsong"),
        ("FZXiaoBiaoSong-B05S", "title"),
        ("KaiTi", "kai"),
        ("SimHei", "hei"),
        ("华文楷体", "kai"),
    ],
)
def test_the_company_s_own_fonts_take_their_part_by_family_name(tmp_path, family, role):
    own = small_font(tmp_path / "own.ttf", family)
    offer = small_offer(tmp_path, company=(own,))
    font_shelf.build(tmp_path / "fonts", offer)
    faces = {face.role: face for face in font_shelf.load(tmp_path / "fonts").faces}
    assert set(faces) == {"serif", "sans", "title", "hei", role}
    assert faces[role].source.path == own
    assert cmap_of(faces[role].file) == {ord(character) for character in "承诺书草稿待审核已作废年"}, (
        "Latin and signs from our own"
    )


def test_folders_are_looked_through_for_fonts(tmp_path, settings):
    below = tmp_path / "licensed"
    below.mkdir()
    own, open_font = small_font(below / "a.TTF", "仿宋"), small_font(tmp_path / "NotoSerifSC-Bold.otf", "Noto Serif SC")
    (tmp_path / "readme.txt").touch()
    offer = offered(tmp_path)
    assert offer.company == (own,)
    assert open_font in offer.known
    assert chosen(offer)["title"].path == open_font


def test_the_simplified_face_of_a_collection_is_taken(tmp_path):
    faces = (small_font(tmp_path / f"{end}.ttf", f"Noto Serif CJK {end}") for end in ("JP", "KR", "SC", "TC"))
    known = collection(tmp_path / "NotoSerifCJK-Regular.ttc", *faces)
    source = chosen(small_offer(tmp_path, known=(known,)))["serif"]
    assert (source.path, source.number, source.han_only) == (known, 2, False)


@pytest.mark.parametrize("content", [b"", b"no font", b"\x00\x01\x00\x00\x00\x09" + b"x" * 40, b"ttcf" + b"\x00" * 20])
@pytest.mark.parametrize("name", ["broken.ttf", "broken.ttc"])
def test_a_broken_font_of_the_company_is_named(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FontUnreadable, match=f"字体文件 {name} 无法读取。换一个完好的文件"):
        font_shelf.build(tmp_path / "fonts", small_offer(tmp_path, company=(tmp_path / name,)))


def test_ranges_keep_every_code():
    kept = {1, 2, 3, 7, 9, 10}
    assert ranges(kept) == [[1, 3], [7, 7], [9, 10]]
    assert codes(ranges(kept)) == kept
