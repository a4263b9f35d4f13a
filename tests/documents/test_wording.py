"""Editions as data: both ship, an office may bring its own, and what is wrong in one is named."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.documents import samples as s

from motcua_desktop.assets import resource
from motcua_desktop.documents import forms
from motcua_desktop.documents.blocks import KINDS
from motcua_desktop.documents.looking import read_text
from motcua_desktop.documents.sheet import Dark
from motcua_desktop.documents.vocabulary import BLOCKS, FIELDS, FORM_NAMES
from motcua_desktop.documents.wording import editions, load_edition
from motcua_desktop.domain.paper_errors import FormDataError, FormNotInEdition

SHIPPED = resource("forms")


def test_every_block_and_every_form_the_data_may_name_can_be_drawn() -> None:
    assert KINDS.keys() == BLOCKS.keys()
    assert forms.FORMS.keys() | {"register"} == FORM_NAMES.keys() == FIELDS.keys()


def test_both_editions_ship_with_their_own_numbers_and_sources() -> None:
    known = editions(SHIPPED)
    assert set(known) == {"2018", "2025"}
    assert [known["2018"].form(name).number for name in ("control", "register")] == ["05", "06"]
    assert [known["2025"].form(name).number for name in ("control", "register")] == ["06", "07"]
    for edition in known.values():
        assert all(form.source and form.effective_from for form in edition.forms.values())


def test_what_law_has_not_confirmed_is_noted_in_the_data() -> None:
    known = editions(SHIPPED)["2025"]
    assert all(known.form(name).unconfirmed for name, number in FORM_NAMES.items() if number)


def test_tt_01_2018_knows_no_stop_notice_so_that_of_2025_is_lent_and_says_so() -> None:
    known = editions(SHIPPED)
    drawn = {
        name: read_text(forms.draw("stop", known[name], s.OFFICE, s.DOSSIER, now=s.NOW, reason="x"))
        for name in known
    }
    assert all("THÔNG BÁO\nDừng giải quyết hồ sơ" in text.replace("\r", "") for text in drawn.values())
    lent = "Mẫu theo Thông tư số 03/2025/TT-VPCP, Phụ lục I: mẫu số 05"
    assert [lent in drawn[name] for name in ("2018", "2025")] == [True, False]


def test_the_second_title_of_the_apology_can_be_chosen() -> None:
    known = editions(SHIPPED)
    old = "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"
    for edition, title in ((known["2018"], ""), (known["2025"], "2018")):
        pdf = forms.draw("apology", edition, s.OFFICE, s.APOLOGISED, now=s.NOW, title=title)
        assert old in read_text(pdf)


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office's own edition: its own refusal, the rest from 2025."""
    folder = tmp_path / "forms" / "qd750"
    folder.mkdir(parents=True)
    head = {"name": "qd750", "title": "QĐ 750", "source": "QĐ 750/QĐ-UBND", "base": "2025"}
    (folder / "edition.json").write_text(json.dumps(head), encoding="utf-8")
    shutil.copy(SHIPPED / "2025" / "refusal.json", folder)
    return folder.parent


def rewrite(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_an_office_brings_only_what_differs_and_needs_no_code(office: Path) -> None:
    def say_it_otherwise(data: dict[str, Any]) -> None:
        data["title"] = "PHIẾU TRẢ LẠI HỒ SƠ"
        data["body"].insert(0, {"kind": "text", "text": "Mẫu của tỉnh, hồ sơ {code}"})

    rewrite(office / "qd750" / "refusal.json", say_it_otherwise)
    edition = editions(SHIPPED, office)["qd750"]
    text = read_text(forms.draw("refusal", edition, s.OFFICE, s.DOSSIER, now=s.NOW, reason="thiếu căn cứ"))
    assert "PHIẾU TRẢ LẠI HỒ SƠ" in text
    assert f"Mẫu của tỉnh, hồ sơ {s.DOSSIER.code}" in text
    assert "GIẤY TIẾP NHẬN" in read_text(forms.draw("receipt", edition, s.OFFICE, s.DOSSIER, now=s.NOW))


def test_a_form_an_edition_does_without_is_refused_by_name(office: Path) -> None:
    rewrite(office / "qd750" / "edition.json", lambda data: data.update(absent=["stop"]))
    edition = editions(SHIPPED, office)["qd750"]
    with pytest.raises(FormNotInEdition) as refused:
        forms.draw("stop", edition, s.OFFICE, s.DOSSIER, now=s.NOW, reason="x")
    assert (refused.value.form, refused.value.edition) == ("stop", "qd750")


@pytest.mark.parametrize(
    ("key", "names", "what"),
    [
        ("absent", ["thong_bao"], "unknown_form"),
        ("borrowed", ["thong_bao"], "unknown_form"),
        ("borrowed", ["refusal"], "nothing_to_borrow"),  # it brings its own
    ],
)
def test_a_list_of_forms_names_forms_there_are(office: Path, key: str, names: list[str], what: str) -> None:
    rewrite(office / "qd750" / "edition.json", lambda data: data.update({key: names}))
    with pytest.raises(FormDataError) as refused:
        editions(SHIPPED, office)
    assert (refused.value.what, refused.value.detail) == (what, names[0])


def test_an_office_may_keep_the_code_in_a_corner(office: Path) -> None:
    rewrite(office / "qd750" / "refusal.json", lambda data: data["head"].update(codes="corner"))
    edition = editions(SHIPPED, office)["qd750"]
    (page,) = forms.lay_out("refusal", edition, s.OFFICE, s.DOSSIER, now=s.NOW, reason="thiếu căn cứ")
    (code,) = [mark for mark in page.marks if isinstance(mark, Dark)]
    assert code.x > page.width / 2


def test_a_changed_edition_is_read_again(office: Path) -> None:
    assert "qd750" in editions(SHIPPED, office)
    rewrite(office / "qd750" / "edition.json", lambda data: data.update(title="QĐ 751/QĐ-UBND"))
    assert editions(SHIPPED, office)["qd750"].title == "QĐ 751/QĐ-UBND"


def test_an_office_cannot_replace_a_shipped_edition(office: Path) -> None:
    rewrite(office / "qd750" / "edition.json", lambda data: data.update(name="2025"))
    with pytest.raises(FormDataError) as refused:
        editions(SHIPPED, office)
    assert refused.value.what == "name_taken"


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str, str]] = {
    "a field nobody knows": (lambda d: d["body"][0].update(text="{dien_thoai}"), "unknown_field", "dien"),
    "a field of another form": (lambda d: d["body"][0].update(text="{new_day}"), "unknown_field", "new_day"),
    "a condition on no field": (lambda d: d["body"][0].update(when="maybe"), "unknown_field", "maybe"),
    "a kind nobody knows": (lambda d: d["body"][0].update(kind="poem"), "unknown_kind", "poem"),
    "a key nobody knows": (lambda d: d["body"][0].update(colour="red"), "unknown_key", "colour"),
    "a brace left open": (lambda d: d["body"][0].update(text="{applicant"), "bad_markup", "{applicant"),
    "markup of a web page": (lambda d: d["body"][0].update(text="<u>x</u>"), "bad_markup", "<u>"),
    "letters not in the font": (lambda d: d.update(title="请求"), "letters_not_in_font", "请求"),
    "a number as text": (lambda d: d["body"][0].update(before="6"), "not_a_number", "before"),
    "a paper nobody sells": (lambda d: d.update(paper="A3"), "unknown_value", "A3"),
    "no source": (lambda d: d.pop("source"), "missing", "source"),
    "no body": (lambda d: d.update(body=[]), "missing", "body"),
    "a name that is not the file's": (lambda d: d.update(form="receipt"), "unknown_form", "receipt"),
    "a date that is none": (lambda d: d.update(effective_from="2025-13-01"), "not_a_date", "effective_from"),
    "an alignment nobody knows": (lambda d: d["body"][0].update(align="middle"), "unknown_value", "middle"),
    "a title that is none": (lambda d: d.update(titles=["x"]), "not_an_object", "titles"),
    "a size that is none": (lambda d: d.update(size="big"), "not_a_number", "size"),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_wrong_data_is_refused_naming_file_form_and_what(office: Path, what: str) -> None:
    change, kind, detail = WRONG[what]
    path = office / "qd750" / "refusal.json"
    rewrite(path, change)
    with pytest.raises(FormDataError) as refused:
        editions(SHIPPED, office)
    assert (refused.value.file, refused.value.form) == (str(path), "refusal")
    assert refused.value.what == kind
    assert detail in refused.value.detail


def test_a_table_column_nobody_knows_is_refused(office: Path) -> None:
    shutil.copy(SHIPPED / "2025" / "receipt.json", office / "qd750")

    def spoil(data: dict[str, Any]) -> None:
        table = next(block for block in data["body"] if block["kind"] == "table")
        table["columns"][0]["key"] = "colour"

    rewrite(office / "qd750" / "receipt.json", spoil)
    with pytest.raises(FormDataError) as refused:
        load_edition(office / "qd750", SHIPPED)
    assert (refused.value.form, refused.value.what) == ("receipt", "unknown_field")


@pytest.mark.parametrize(("text", "what"), [("{", "not_json"), ("[]", "not_an_object")])
def test_a_file_that_is_no_form_is_refused(office: Path, text: str, what: str) -> None:
    (office / "qd750" / "refusal.json").write_text(text, encoding="utf-8")
    with pytest.raises(FormDataError) as refused:
        editions(SHIPPED, office)
    assert refused.value.what == what


def test_an_edition_without_a_form_and_without_a_base_is_refused(office: Path) -> None:
    rewrite(office / "qd750" / "edition.json", lambda data: data.pop("base"))
    with pytest.raises(FormDataError) as refused:
        load_edition(office / "qd750", SHIPPED)
    assert (refused.value.what, refused.value.detail) == ("missing_form", "receipt")


def test_editions_that_stand_on_one_another_are_refused(office: Path) -> None:
    rewrite(office / "qd750" / "edition.json", lambda data: data.update(base="qd750"))
    with pytest.raises(FormDataError) as refused:
        load_edition(office / "qd750", SHIPPED)
    assert refused.value.what in ("stands_on_itself", "unreadable")


def test_a_base_nobody_ships_is_refused(office: Path) -> None:
    rewrite(office / "qd750" / "edition.json", lambda data: data.update(base="1999"))
    with pytest.raises(FormDataError) as refused:
        load_edition(office / "qd750", SHIPPED)
    assert refused.value.what == "unreadable"
