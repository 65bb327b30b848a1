"""Comments of a review stand in the Word file at their clauses, with who, when, replies and what is settled."""

from datetime import UTC, datetime

from letters.document.blocks import Item, Text, Title
from letters.writers.docx_comments import WordComment
from letters.writers.docx_redline import render_redline_docx
from tests.document.versions import letter
from tests.writers.test_docx import faults_found_in
from tests.writers.tracked_changes import accepted, rejected
from tests.writers.word_file import opened, package_of, part

DATE = datetime(2026, 11, 22, 14, 8)
TITLE = Title((Text("承诺书"),))
CHECKS, TRAINING = ((Text(words),) for words in ("每日检查系统并记录结果。", "定期对全体员工培训。"))
COMMENTS = (
    WordComment(
        1,
        "林涛",
        DATE,
        "为什么改？\n附上依据。",
        replies=(WordComment(1, "陈静", DATE, "见会议纪要。"),),
        resolved=True,
    ),
    WordComment(1, "何蕾", DATE, "第二条意见。"),
    WordComment(2, "林涛", DATE, "不能删。", version="older"),
    WordComment(99, "林涛", DATE, "条款已不在。"),
)
WITH_COMMENTS = (letter(TITLE, Item(1, "1.", CHECKS), Item(1, "2.", TRAINING)), letter(TITLE, Item(1, "1.", CHECKS)))


def commented(*comments: WordComment) -> bytes:
    return render_redline_docx(*WITH_COMMENTS, author="陈静", date=DATE, comments=comments or COMMENTS)


def body(content: bytes):
    return opened(content).element


def test_comments_say_who_and_when_and_what(tmp_path):
    content = commented()
    found = {(one.author, one.text, one.timestamp) for one in opened(content).comments}
    said = datetime(2026, 11, 22, 14, 8, tzinfo=UTC)  # the hour of the clock, which is what Word shows
    assert found == {
        ("林涛", "为什么改？\n附上依据。", said),
        ("陈静", "见会议纪要。", said),
        ("何蕾", "第二条意见。", said),
        ("林涛", "不能删。", said),
        ("林涛", "条款已不在。", said),
    }
    assert faults_found_in(content, tmp_path) == []


def test_comments_stand_at_their_clauses():
    content = commented()
    texts = {str(one.comment_id): one.text for one in opened(content).comments}
    around = {}
    for paragraph in body(content).xpath("//w:p"):
        ids = paragraph.xpath("w:commentRangeStart/@w:id")
        assert sorted(ids) == sorted(paragraph.xpath("w:commentRangeEnd/@w:id"))
        assert sorted(ids) == sorted(paragraph.xpath(".//w:commentReference/@w:id"))
        around |= {texts[one]: "".join(paragraph.xpath(".//w:t/text() | .//w:delText/text()")) for one in ids}
    assert around == {
        "为什么改？\n附上依据。": CHECKS[0].text,
        "见会议纪要。": CHECKS[0].text,
        "第二条意见。": CHECKS[0].text,
        "不能删。": TRAINING[0].text,
        "条款已不在。": "承诺书",
    }


def test_a_comment_goes_with_the_clause_that_is_struck_out():
    content = commented()
    assert len(body(content).xpath("//w:commentReference")) == 5
    assert len(body(accepted(content)).xpath("//w:commentReference")) == 4
    assert len(body(rejected(content)).xpath("//w:commentReference")) == 5


def test_replies_answer_their_comment_and_what_is_resolved_is_done():
    content = commented()
    ids = part(content, "word/comments.xml").xpath("//@*[local-name()='paraId']")
    threads = [dict(one.attrib) for one in part(content, "word/commentsExtended.xml")]
    namespace = "{http://schemas.microsoft.com/office/word/2012/wordml}"
    told = [[one.get(f"{namespace}{key}") for key in ("paraId", "paraIdParent", "done")] for one in threads]
    by_text = {one.text: ids[place] for place, one in enumerate(opened(content).comments)}
    first, reply = by_text["为什么改？\n附上依据。"], by_text["见会议纪要。"]
    assert sorted(map(tuple, told), key=str) == sorted(
        [
            (first, None, "1"),
            (reply, first, "1"),
            *((by_text[text], None, "0") for text in ("第二条意见。", "不能删。", "条款已不在。")),
        ],
        key=str,
    )


def test_without_comments_there_is_no_part_for_them():
    content = render_redline_docx(*WITH_COMMENTS, author="陈静", date=DATE)
    assert not [name for name in package_of(content).namelist() if "comments" in name]


def test_characters_that_xml_refuses_are_dropped_from_comments(tmp_path):
    content = commented(WordComment(0, "林\x00涛", DATE, "前\x0b后\ud800<w:p/>"))
    [comment] = opened(content).comments
    assert (comment.author, comment.text) == ("林涛", "前后<w:p/>")
    assert faults_found_in(content, tmp_path) == []
