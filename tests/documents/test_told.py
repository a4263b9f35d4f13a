"""What keeps a paper from being drawn is told in a sentence: what, where, and what to do."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.documents import samples as s

from motcua_desktop import documents
from motcua_desktop.assets import resource
from motcua_desktop.documents import forms
from motcua_desktop.documents.wording import editions
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.paper_errors import FormDataError, LettersNotInFont
from motcua_desktop.say import say

SHIPPED = resource("forms")


def test_every_complaint_about_the_data_of_a_form_is_said_in_vietnamese() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(documents.__path__[0]).glob("*.py"))
    complaints = set(re.findall(r'wrong\(\s*"([a-z_0-9]+)"', source)) | {"name_taken", "missing", "not_text"}
    assert len(complaints) > 15
    for what in complaints:
        assert what not in say(FormDataError("/du-lieu/forms/qd750/refusal.json", "refusal", what, "x"))


def test_a_mistake_in_an_offices_own_form_names_file_form_fault_and_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "forms" / "qd750"
    folder.mkdir(parents=True)
    head = {"name": "qd750", "title": "QĐ 750", "source": "QĐ 750/QĐ-UBND", "base": "2025"}
    (folder / "edition.json").write_text(json.dumps(head), encoding="utf-8")
    shutil.copy(SHIPPED / "2025" / "refusal.json", folder)
    path = folder / "refusal.json"
    path.write_text(path.read_text(encoding="utf-8").replace("{address}", "{dia_chi}"), encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        editions(SHIPPED, folder.parent)
    told = say(refused.value)
    for words in (str(path), "Phiếu từ chối", "không có chỗ điền tên dia_chi", "Sửa tệp đó"):
        assert words in told


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, ["Chưa có tên cơ quan", "Văn bản xin lỗi", "Cài đặt (F10)"]),
        ({"place": ""}, ["Chưa có địa danh", "Văn bản xin lỗi", "Cài đặt (F10)"]),
        ({"signer_name": ""}, ["Chưa có người ký", "Văn bản xin lỗi", "Cài đặt (F10)"]),
        ({"signer_title": " "}, ["Chưa có người ký", "Văn bản xin lỗi", "Cài đặt (F10)"]),
        ({"signer_name": "Trần ☃"}, ["☃", "người ký", "Sửa lại chữ đó"]),
    ],
)
def test_what_an_office_has_not_set_is_told_before_printing(change: dict[str, str], words: list[str]) -> None:
    office: Office = replace(s.OFFICE, **change)  # type: ignore[arg-type]
    edition = editions(SHIPPED)["2025"]
    with pytest.raises(Refusal) as refused:
        forms.draw("apology", edition, office, s.APOLOGISED, now=s.NOW)
    assert all(word in say(refused.value) for word in words)


def test_a_letter_no_font_has_is_told_with_the_place_an_officer_knows() -> None:
    dossier = replace(s.DOSSIER, applicant=replace(s.DOSSIER.applicant, name="Nguyễn 你"))
    with pytest.raises(LettersNotInFont) as refused:
        forms.draw("receipt", editions(SHIPPED)["2025"], s.OFFICE, dossier, now=s.NOW)
    assert "tên người nộp" in say(refused.value)
