"""The desk: who sees what, finding letters, copying, the bin."""

import pytest
from django.urls import reverse
from django.utils import timezone

from letters.definitions.catalogue import letter_definition
from letters.models import Letter
from letters.models.drafting import start_letter
from letters.models.sorting import pinyin_key
from tests.states import finished, handed_in, submitted
from tests.wizard.pages import begun, reread


@pytest.fixture
def client(as_person, chenjing):
    return as_person(chenjing)


def listed(client, query: str = "") -> list[str]:
    return [letter.company for letter in client.get("/" + query).context["page"]]


def test_an_empty_desk_says_what_to_do(client):
    """ux 25"""
    page = client.get("/").content.decode()
    assert reverse("choose") in page
    assert "<table" not in page


def test_the_list_shows_progress_state_and_who(client, chenjing):
    """ux 23"""
    begun("cip-1", chenjing, entity_name="杭州示例科技有限公司")
    page = client.get("/").content.decode()
    for words in ("杭州示例科技有限公司", "消费者信息保护服务承诺书", "工作专项体", "0/6", "草稿", "陈静", "刚刚"):
        assert words in page


def test_an_empty_cell_says_so_and_a_time_has_its_day(client, chenjing):
    """ux 23"""
    letter = begun("cip-1", chenjing)
    page = client.get("/").content.decode()
    assert '<span class="letters-company" lang="zh-CN">--</span>' in page
    assert f'title="{timezone.localtime(letter.updated_at):%Y-%m-%d %H:%M}">刚刚</time>' in page


@pytest.mark.parametrize("words", ["示例", "例科", "杭州 科技", "保护", "消费者", "示例（科技）", "Consumer work form"])
def test_two_characters_of_a_name_find_it(client, chenjing, words):
    """ux 24"""
    begun("cip-1", chenjing, entity_name="杭州示例科技有限公司")
    begun("osp-1", chenjing, entity_name="上海另一家公司")
    assert listed(client, f"?q={words}") == ["杭州示例科技有限公司"]


def test_nothing_found_differs_from_an_empty_desk(client, chenjing):
    """ux 25"""
    begun("cip-1", chenjing, entity_name="甲公司")
    page = client.get("/?q=没有的").content.decode()
    assert "清除筛选" in page


def test_filters_stand_in_the_address(client, chenjing):
    """ux 24"""
    begun("cip-1", chenjing, entity_name="甲公司")
    handed_in(finished(chenjing, "osp-1", entity_name="乙公司"))
    assert listed(client, "?status=submitted") == ["乙公司"]
    assert listed(client, "?letter=cip-1") == ["甲公司"]
    assert listed(client, "?status=submitted&letter=cip-1") == []


@pytest.mark.parametrize(
    "query", ["?status=nothing", "?letter=%00", "?order=;drop", "?page=abc", "?page=-1", "?page=" + "9" * 50]
)
def test_an_address_with_nonsense_still_opens(client, chenjing, query):
    begun("cip-1", chenjing, entity_name="甲公司")
    assert listed(client, query) == ["甲公司"]


@pytest.mark.parametrize("words", ["%", "_", "'", "\x00", "\ud800".encode("utf-8", "surrogatepass").hex(), "甲" * 5000])
def test_searching_for_anything_is_safe(client, chenjing, words):
    begun("cip-1", chenjing, entity_name="甲公司")
    assert client.get("/", {"q": words}).status_code == 200


def test_names_sort_by_pinyin(client, chenjing):
    """ux 24"""
    for company in ("重庆公司", "阿里公司", "北京公司"):
        begun("cip-1", chenjing, entity_name=company)
    assert listed(client, "?order=name") == ["阿里公司", "北京公司", "重庆公司"]
    assert pinyin_key("北京") < pinyin_key("重庆")


def test_the_latest_change_comes_first(client, chenjing):
    for company in ("先写的公司", "后写的公司"):
        begun("cip-1", chenjing, entity_name=company)
    assert listed(client) == ["后写的公司", "先写的公司"]
    assert listed(client, "?order=oldest") == ["先写的公司", "后写的公司"]


def test_copy_makes_a_new_draft(client, chenjing):
    letter = begun("cip-1", chenjing, entity_name="甲公司")
    page = client.post(reverse("copy", args=[letter.pk]))
    made = Letter.objects.exclude(pk=letter.pk).get()
    assert page.url == made.get_absolute_url()
    assert made.answers == letter.answers


def test_the_bin_can_be_undone_at_once(client, chenjing):
    """ux 26"""
    letter = begun("cip-1", chenjing, entity_name="甲公司")
    page = client.post(reverse("bin", args=[letter.pk]), follow=True).content.decode()
    assert reverse("restore", args=[letter.pk]) in page
    assert listed(client) == []
    assert listed(client, "?bin=1") == ["甲公司"]
    client.post(reverse("restore", args=[letter.pk]))
    assert listed(client) == ["甲公司"]


def test_a_letter_that_was_handed_in_is_never_binned(client, chenjing):
    """ux 26"""
    letter = submitted(chenjing)
    assert client.post(reverse("bin", args=[letter.pk])).status_code == 403
    assert reread(letter).deleted_at is None


def test_a_drafter_sees_own_letters_only(as_person, chenjing, wanghao):
    letter = begun("cip-1", chenjing, entity_name="甲公司")
    other = as_person(wanghao)
    assert listed(other) == []
    for name in ("letter", "check", "preview"):
        assert other.get(reverse(name, args=[letter.pk])).status_code == 404
    assert other.get(reverse("fill", args=[letter.pk, "basis"])).status_code == 404
    for extension in ("pdf", "docx", "txt"):
        assert other.get(reverse("letter_file", args=[letter.pk, extension])).status_code == 404
    for name in ("copy", "bin", "restore", "preview"):
        assert other.post(reverse(name, args=[letter.pk])).status_code == 404
    assert reread(letter).deleted_at is None
    assert Letter.objects.count() == 1


def test_an_auditor_reads_everything_and_changes_nothing(as_person, chenjing, helei):
    letter = begun("cip-1", chenjing, entity_name="甲公司")
    auditor = as_person(helei)
    assert listed(auditor) == ["甲公司"]
    assert auditor.get(letter.get_absolute_url()).status_code == 200
    for name in ("copy", "bin", "restore", "preview"):
        assert auditor.post(reverse(name, args=[letter.pk])).status_code == 403
    assert auditor.post(reverse("start", args=["cip-1"])).status_code == 403
    assert auditor.post(reverse("fill", args=[letter.pk, "basis"])).status_code == 403
    assert auditor.get(reverse("fill", args=[letter.pk, "basis"])).url == letter.get_absolute_url()
    assert reread(letter).version == 1


def test_legal_sees_what_was_handed_in_and_no_drafts(as_person, chenjing, lintao):
    letter = finished(chenjing, entity_name="甲公司")
    legal = as_person(lintao)
    assert legal.get(letter.get_absolute_url()).status_code == 404
    handed_in(letter)
    assert legal.get(letter.get_absolute_url()).status_code == 200
    assert listed(legal) == ["甲公司"]


def test_somebody_without_a_role_sees_nothing(as_person, chenjing, zhoumin):
    begun("cip-1", chenjing)
    stranger = as_person(zhoumin)
    assert listed(stranger) == []
    assert stranger.post(reverse("start", args=["cip-1"])).status_code == 403


def test_unknown_letters_are_not_found(client):
    for number in ("0", "99999", "9" * 30, "9" * 5000):
        assert client.get(f"/letters/{number}/").status_code == 404


@pytest.mark.parametrize("count", [3, 30])
def test_the_list_takes_the_same_queries_however_long(client, chenjing, count, django_assert_num_queries):
    definition = letter_definition("cip-1")
    start_letter(definition, by=chenjing)
    made = [
        Letter(
            owner=chenjing, updated_by=chenjing, updated_at=timezone.now(), definition_id="cip-1", definition_version=1
        )
        for _ in range(count)
    ]
    Letter.objects.bulk_create(made)
    with django_assert_num_queries(6):
        client.get("/")
    with django_assert_num_queries(6):
        client.get("/?page=2")
