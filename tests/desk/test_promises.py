"""What one letter promises: each duty with its figure, its clause and its ground; gaps are said to be open."""

import re

import pytest
from django.urls import reverse

from letters.definitions.catalogue import letter_definition, letter_definitions
from letters.models import Letter
from tests.states import approved, finished, issued, print_quickly, submitted
from tests.wizard.pages import begun


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def promises(client, letter) -> str:
    return client.get(reverse("promises", args=[letter.pk])).content.decode()


def row(page: str, name: str) -> str:
    """What the page says of one promise."""
    return next(each for each in page.split('<li class="promise">')[1:] if f"<strong>{name}</strong>" in each)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_promise_says_how_much_and_leads_to_its_clause(client, chenjing):
    page = promises(client, finished(chenjing))
    said = row(page, "保存网络日志")
    assert "保存网络日志 1年" in words(said)
    assert "所在条款 2.安全防护管理 （2）" in words(said)
    anchor = re.search(r'href="#(clause-\d+)"', said)[1]
    clause = page.split(f'id="{anchor}"')[1].split('<div class="clause"')[0]
    assert "网络日志和操作日志保存" in words(clause)


def test_a_statute_behind_it_is_cited_and_practice_is_called_so(client, chenjing):
    page = promises(client, finished(chenjing))
    log = row(page, "保存网络日志")
    assert "《中华人民共和国网络安全法》第二十三条第三项" in words(log)
    assert reverse("rule", args=["log_six_months"]) in log
    assert "自行承诺" not in log
    assert "依据 本单位自行承诺 留存证明" in words(row(page, "每日安全检查"))
    assert "数字由本单位自行承诺 《中华人民共和国个人信息保护法》" in words(row(page, "通知受影响个人"))


def test_what_the_company_is_decides_which_law_is_cited(client, chenjing):
    assert "1小时" not in row(promises(client, finished(chenjing)), "向监管部门报告事件")
    operator = finished(chenjing, is_ciio="yes", incident_report_hours="1")
    assert "1小时" in row(promises(client, operator), "向监管部门报告事件")


def test_what_is_not_filled_in_is_said_to_be_open_and_leads_to_its_question(client, chenjing):
    page = promises(client, begun("cip-1", chenjing))
    said = row(page, "向监管部门报告事件")
    assert "尚未填写" in said
    assert "《国家网络安全事件报告管理办法》第四条" in said
    question = letter_definition("cip-1").field("incident_report_hours")
    assert f"/fill/{question.step}/#id_incident_report_hours" in said
    assert re.search(r"还有 \d+ 项没有填写", page)
    assert "尚未填写" not in promises(client, finished(chenjing))


def test_a_promise_leads_to_the_question_that_changes_it(client, chenjing):
    letter = finished(chenjing)
    said = row(promises(client, letter), "保存网络日志")
    step = letter.definition.field("log_retention_years").step
    assert f"{reverse('fill', args=[letter.pk, step])}#id_log_retention_years" in said


def test_who_may_only_read_is_led_to_no_question(as_person, client, chenjing, helei):
    for letter in (begun("cip-1", chenjing), finished(chenjing)):
        assert "/fill/" not in promises(as_person(helei), letter)
    assert "/fill/" not in promises(client, submitted(chenjing))


def test_a_switch_that_is_off_promises_nothing(client, chenjing):
    assert "对外提供前告知" not in promises(client, finished(chenjing, third_party_sharing="no"))
    said = row(promises(client, finished(chenjing, third_party_sharing="yes")), "对外提供前告知并取得单独同意")
    assert "4.信息共享与委托" in said


def test_who_promises_whom_and_for_how_long(client, chenjing):
    page = words(promises(client, finished(chenjing, "cip-2")))
    assert "接收方全称 杭州市西湖区市场监督管理局" in page
    assert "有效期止 2027年11月30日" in page


def test_in_english_a_clause_is_named_with_the_english_of_its_heading(client, chenjing):
    letter = finished(chenjing)
    client.cookies["django_language"] = "en"
    assert "2.安全防护管理 （2） Security" in words(row(promises(client, letter), "Keep network logs"))
    client.cookies["django_language"] = "zh-hans"
    assert "Security" not in promises(client, letter)


def test_clauses_without_a_figure_are_counted_by_their_heading(client, chenjing):
    page = promises(client, finished(chenjing))
    others = words(page.split('class="promise-others"')[1].split("</ul>")[0])
    assert "二、行为规范 4 条" in others


def test_an_approved_letter_is_read_as_it_was_frozen(client, chenjing, lintao):
    page = promises(client, approved(chenjing, lintao))
    assert Letter.objects.get().number in page
    assert "保存网络日志 1年 所在条款 2.安全防护管理 （2）" in words(row(page, "保存网络日志"))


def test_issued_letters_have_the_page_too(as_person, client, chenjing, lintao, helei, monkeypatch):
    print_quickly(monkeypatch)
    letter = issued(chenjing, lintao)
    for reader in (client, as_person(lintao), as_person(helei)):
        assert "保存网络日志" in promises(reader, letter)


@pytest.mark.parametrize("letter_id", letter_definitions())
def test_every_letter_of_the_library_says_what_it_would_promise(client, letter_id):
    page = client.get(reverse("library_promises", args=[letter_id])).content.decode()
    assert "都是示例" in page
    assert "尚未填写" not in page
    rows = page.split('<li class="promise">')[1:]
    assert rows
    assert all("#clause-" in each and "依据" in each for each in rows)


def test_pages_of_the_letter_lead_there(as_person, client, chenjing, lintao):
    draft, handed_in = finished(chenjing), submitted(chenjing)
    for reader, name, letter in (
        (client, "letter", draft),
        (client, "check", draft),
        (as_person(lintao), "review", handed_in),
    ):
        page = reader.get(reverse(name, args=[letter.pk])).content.decode()
        assert reverse("promises", args=[letter.pk]) in page
    assert reverse("library_promises", args=["cip-1"]) in client.get("/library/cip-1/").content.decode()
    assert client.get(reverse("library_promises", args=["nope-9"])).status_code == 404
