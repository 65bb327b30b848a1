"""Comments: on a clause or on all of it, answered, settled, opened again; a suggested value, accepted."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from letters.actions.comment import LONGEST_COMMENT, add_comment
from letters.actions.return_ import return_letter
from letters.actions.withdraw import withdraw_letter
from letters.models import Comment
from letters.models.drafting import save_answers
from letters.workflow import Status
from tests.people import PASSWORD
from tests.review.pages import accept, press, read, remark, review_url, suggest, words
from tests.states import approve, handed_in, reread, returned, submitted

HOSTILE = '<script>alert(1)</script>{{title}}"><img src=x onerror=alert(1)>'


@pytest.fixture
def letter(chenjing):
    return submitted(chenjing, incident_report_hours="72")


@pytest.fixture
def legal(as_person, lintao):
    return as_person(lintao)


@pytest.fixture
def author(as_person, chenjing):
    return as_person(chenjing)


def said(letter) -> Comment:
    return Comment.objects.filter(revision__letter=letter).latest("pk")


def test_a_comment_stands_beside_its_clause(legal, letter):
    """ux 27"""
    page = remark(legal, letter, "这里写清楚。", block=5)
    comment = said(letter)
    assert page.url == f"{review_url(letter)}#comment-{comment.pk}"
    shown = legal.get(review_url(letter)).content.decode()
    assert re.search(rf'id="clause-5">.*?href="#comment-{comment.pk}"', shown, re.DOTALL)
    assert re.search(rf'id="comment-{comment.pk}"[^>]*data-clause="clause-5"', shown)
    assert "1 条未解决，共 1 条" in words(legal.get(review_url(letter)))


def test_a_comment_may_speak_of_the_whole_letter(legal, letter):
    remark(legal, letter, "整体可以。")
    assert said(letter).block is None
    assert "整份承诺书" in read(legal, letter)


def test_author_and_legal_answer_each_other(legal, author, letter):
    """ux 27"""
    remark(legal, letter, "电话补上。", block=3)
    comment = said(letter)
    press(author, "reply", comment, text="已补。")
    press(legal, "reply", said(letter), text="好。")
    assert [(reply.parent_id, reply.text) for reply in comment.replies.all()] == [
        (comment.pk, "已补。"),
        (comment.pk, "好。"),
    ]
    assert "已补。" in read(author, letter)


def test_settled_and_opened_again(legal, author, letter):
    """ux 27"""
    remark(legal, letter, "电话补上。")
    comment = said(letter)
    press(author, "settle", comment, settled="1")
    assert "0 条未解决，共 1 条" in read(legal, letter)
    press(legal, "settle", comment, settled="0")
    assert "1 条未解决，共 1 条" in read(legal, letter)


def test_only_what_is_open_can_be_shown_and_stays_so(legal, letter):
    for text in ("第一条。", "第二条。"):
        remark(legal, letter, text)
    done = Comment.objects.get(text="第一条。")
    page = legal.post(reverse("settle", args=[letter.pk, done.pk]) + "?open=1", {"settled": "1"})
    assert page.url == review_url(letter, "?open=1#comments")
    shown = legal.get(review_url(letter, "?open=1")).context["threads"]
    assert [thread.comment.text for thread in shown] == ["第二条。"]
    assert "看全部意见" in read(legal, letter, "?open=1")


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b", "\x00"])
def test_nothing_to_say_is_said_back(legal, letter, text):
    page = remark(legal, letter, text, block=5)
    assert page.status_code == 422
    assert "先写下意见，再保存。" in words(page)
    assert not Comment.objects.exists()


@pytest.mark.parametrize("text", ["长" * (LONGEST_COMMENT + 1), "反\u202e向"], ids=["too long", "turned round"])
def test_a_comment_that_is_refused_is_still_in_its_box(legal, letter, text):
    page = remark(legal, letter, text, block=5)
    assert page.status_code == 422
    assert f"{text}</textarea>" in page.content.decode()
    assert 'name="block" value="5"' in page.content.decode()


def test_a_reply_that_is_refused_is_still_in_its_box(legal, author, letter):
    remark(legal, letter, "电话补上。")
    page = press(author, "reply", said(letter), text="长" * (LONGEST_COMMENT + 1))
    assert page.status_code == 422
    assert "长" * (LONGEST_COMMENT + 1) + "</textarea>" in page.content.decode()
    assert "<details open>" in page.content.decode()


def test_hostile_text_stays_text(legal, letter):
    remark(legal, letter, HOSTILE, block=2)
    press(legal, "reply", said(letter), text=HOSTILE)
    page = legal.get(review_url(letter)).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert page.count("&lt;script&gt;alert(1)") == 2
    assert HOSTILE in read(legal, letter)


@pytest.mark.parametrize("block", ["999", "-1", "1" * 12, "x", "5\x00"])
def test_a_clause_that_is_gone_is_refused_or_taken_for_the_whole(legal, letter, block):
    """A number beyond the end is a clause of some other revision; what is no number was never a clause."""
    page = remark(legal, letter, "这里。", block=block)
    if block == "999":
        assert page.status_code == 409
        assert "已不存在" in words(page)
        assert "这里。" in words(page)
    else:
        assert said(letter).block is None


def test_a_comment_on_an_older_revision_is_refused_with_the_words_kept(legal, letter, chenjing, lintao):
    withdraw_letter(letter, by=chenjing)
    handed_in(reread(letter))
    page = remark(legal, letter, "写在旧版上的话", revision=1, block=5)
    assert page.status_code == 409
    assert "更新的版本" in words(page)
    assert "写在旧版上的话" in words(page)
    assert not Comment.objects.exists()


def test_a_decision_made_meanwhile_refuses_the_comment_with_who_and_when(legal, letter, lintao):
    approve(letter, lintao)
    page = remark(legal, letter, "来晚了的话")
    assert page.status_code == 409
    assert re.search(r"林涛 已在 [-\d]+ [:\d]+ 处理：这份承诺书现在是“已批准”", words(page))
    assert "来晚了的话" in words(page)


def test_a_reviewer_is_told_that_the_author_took_it_back(legal, letter, chenjing):
    withdraw_letter(letter, by=chenjing)
    page = remark(legal, letter, "来晚了的话")
    assert page.status_code == 409
    assert "陈静 已在" in words(page)
    assert "草稿" in words(page)
    assert "来晚了的话" in words(page)


def test_auditors_read_and_write_nothing(as_person, helei, legal, letter):
    remark(legal, letter, "电话补上。", block=4)
    auditor = as_person(helei)
    page = auditor.get(review_url(letter)).content.decode()
    assert "电话补上。" in page
    assert "<textarea" not in page
    assert 'action="/letters/' not in page
    assert remark(auditor, letter, "我也说").status_code == 403
    assert remark(auditor, letter, "").status_code == 403
    for name in ("reply", "settle", "accept"):
        assert press(auditor, name, said(letter), text="我也说").status_code == 403
    assert Comment.objects.count() == 1


def test_strangers_and_colleagues_find_nothing(as_person, wanghao, zhoumin, legal, letter):
    remark(legal, letter, "电话补上。")
    for person in (wanghao, zhoumin):
        client = as_person(person)
        assert client.get(review_url(letter)).status_code == 404
        assert remark(client, letter, "我也说").status_code == 404
        assert press(client, "settle", said(letter), settled="1").status_code == 404


def test_a_comment_of_another_letter_is_not_reached_through_this_one(legal, letter, chenjing):
    other = submitted(chenjing)
    remark(legal, other, "别的承诺书。")
    url = reverse("settle", args=[letter.pk, said(other).pk])
    assert legal.post(url, {"settled": "1"}).status_code == 404


def test_legal_suggests_a_value_and_the_author_accepts_it(legal, author, letter, lintao):
    assert suggest(legal, letter, "incident_report_hours", "4").status_code == 302
    comment = said(letter)
    assert (comment.suggested_field, comment.suggested) == ("incident_report_hours", "4")
    assert comment.text == "建议改为“4小时”。" or "4" in comment.text
    return_letter(reread(letter), by=lintao, revision=1)
    assert "采纳" in read(author, letter)
    page = accept(author, comment)
    assert page.status_code == 302
    assert reread(letter).answers["incident_report_hours"] == "4"
    assert "✓ 已采纳" in read(author, letter)
    comment.refresh_from_db()
    assert comment.resolved_by_id == letter.owner_id


def test_a_suggestion_is_asked_as_its_question_asks(legal, letter):
    page = legal.get(reverse("suggest", args=[letter.pk, "incident_report_hours"]) + "?block=3").content.decode()
    assert re.search(r'<input[^>]*name="incident_report_hours"[^>]*value="72"', page)
    assert 'name="block" value="3"' in page
    page = legal.get(reverse("suggest", args=[letter.pk, "info_categories"])).content.decode()
    assert page.count('type="checkbox" name="info_categories"') > 2


@pytest.mark.parametrize(
    ("field", "value", "words_of_fault"),
    [
        ("incident_report_hours", "很快", ""),
        ("incident_report_hours", "", "填写"),
        ("incident_report_hours", "72", "和现在的一样"),
        ("info_categories", [], ""),
    ],
)
def test_a_value_that_the_question_refuses_cannot_be_suggested(legal, letter, field, value, words_of_fault):
    page = suggest(legal, letter, field, value, text="改这个")
    assert page.status_code == 422
    assert words_of_fault in words(page)
    assert "改这个</textarea>" in page.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.parametrize("field", ["letter_number", "nothing", "uscc-"])
def test_only_questions_of_this_letter_can_be_suggested(legal, letter, field):
    assert suggest(legal, letter, field, "1").status_code == 404


def test_authors_do_not_suggest_to_themselves(author, letter):
    assert suggest(author, letter, "incident_report_hours", "4").status_code == 403
    assert author.get(reverse("suggest", args=[letter.pk, "incident_report_hours"])).status_code == 403
    assert "建议修改" not in read(author, letter)


def test_a_suggestion_waits_until_the_letter_is_the_authors_again(legal, author, letter):
    suggest(legal, letter, "incident_report_hours", "4")
    page = accept(author, said(letter))
    assert page.status_code == 409
    assert "待审核" in words(page)
    assert reread(letter).answers["incident_report_hours"] == "72"


def test_a_suggestion_overtaken_by_another_save_is_refused_with_who_and_when(legal, author, letter, lintao, chenjing):
    suggest(legal, letter, "incident_report_hours", "4")
    seen = return_letter(reread(letter), by=lintao, revision=1).version
    save_answers(reread(letter), {"work_name": "另一项工作"}, by=chenjing, version=seen)
    page = accept(author, said(letter), version=seen)
    assert page.status_code == 409
    assert re.search(r"陈静 在 [-\d]+ [:\d]+ 又改动了填写内容", words(page))
    assert reread(letter).answers["incident_report_hours"] == "72"


def test_accepting_twice_changes_nothing_more(legal, author, letter, lintao):
    suggest(legal, letter, "incident_report_hours", "4")
    return_letter(reread(letter), by=lintao, revision=1)
    accept(author, said(letter))
    version = reread(letter).version
    page = accept(author, said(letter))
    assert page.status_code == 409
    assert "已经采纳" in words(page)
    assert reread(letter).version == version


def test_what_was_remarked_before_stands_beside_the_clause_where_it_is_now(legal, author, chenjing, lintao):
    """A clause that the author switches on moves the others; the comment goes with its clause."""
    letter = submitted(chenjing, "cip-2", third_party_sharing="no")
    blocks = letter.revisions.get().document["blocks"]
    place = next(at for at, each in enumerate(blocks) if each["kind"] == "Item" and at > len(blocks) // 2)
    add_comment(letter, by=lintao, revision=1, text="这一条写清楚。", block=place)
    return_letter(reread(letter), by=lintao, revision=1)
    changed = reread(letter)
    save_answers(changed, {"third_party_sharing": "yes"}, by=chenjing, version=changed.version)
    handed_in(reread(letter))
    thread = legal.get(review_url(letter)).context["threads"][0]
    now = letter.revisions.get(number=2).document["blocks"]
    assert thread.block != place
    assert now[thread.block]["runs"][-1] == blocks[place]["runs"][-1]
    assert "第 1 版的意见" in read(legal, letter)


def test_what_was_remarked_on_a_clause_that_is_gone_is_kept(legal, chenjing, lintao):
    letter = submitted(chenjing, "cip-2", third_party_sharing="yes")
    tree = letter.revisions.get().tree
    place = next(at for at, block in enumerate(tree.blocks) if "第三方变更处理目的" in block.text)
    add_comment(letter, by=lintao, revision=1, text="第三方要列名。", block=place)
    return_letter(reread(letter), by=lintao, revision=1)
    changed = reread(letter)
    save_answers(changed, {"third_party_sharing": "no"}, by=chenjing, version=changed.version)
    handed_in(reread(letter))
    page = read(legal, letter)
    assert "这一条现在没有了" in page
    assert "第三方要列名。" in page
    assert f'href="#clause-{place}"' in legal.get(review_url(letter, "?revision=1")).content.decode()


def test_returned_letters_are_still_talked_about(legal, author, chenjing, lintao):
    letter = returned(chenjing, lintao)
    press(author, "reply", said(letter), text="已补充。")
    assert reread(letter).status == Status.RETURNED
    assert "已补充。" in read(legal, letter)


def test_a_comment_survives_an_ended_session(letter, lintao):
    """ux 40: the session ends, the comment is sent, one signs in, and it is kept after all."""
    client = Client()
    page = remark(client, letter, "这句话写了很久。", block=5)
    assert page.status_code == 401
    kept = {f"kept-{name}": value for name, value in page.context["kept"]}
    sign_in = kept | {"username": "lintao", "password": PASSWORD, "next": page.context["next"]}
    again = client.post(reverse("login"), sign_in)
    assert "意见这句话写了很久。" in words(again)
    client.post(again.context["url"], dict(again.context["kept"]))
    assert (said(letter).text, said(letter).block) == ("这句话写了很久。", 5)
