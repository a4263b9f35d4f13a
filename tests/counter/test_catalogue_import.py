"""The portal's lists exactly as they are: new, changed, expired is shown before anything is written."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from motcua_desktop.counter.catalogue_import import CatalogueImport
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.catalogue_change import ChangeKind, NotAPortalList
from motcua_desktop.domain.terms import Unit

LISTS = Path(__file__).resolve().parents[1] / "data" / "portal_lists"
JUSTICE = LISTS / "danh-sach-tthc-BoTuPhap.xlsx"
BANK = LISTS / "danh-sach-tthc-NganhangNhanuocVietNam.xlsx"


@pytest.fixture
def imports(counter: Counter) -> CatalogueImport:
    return counter.catalogue_import


def test_a_list_without_a_procedure_of_communes_changes_nothing(imports: CatalogueImport) -> None:
    preview = imports.preview(BANK)
    assert preview.not_ours > 200
    assert preview.changes == ()


def test_the_ministry_of_justice_is_read_whole(imports: CatalogueImport) -> None:
    preview = imports.preview(JUSTICE)
    assert preview.same + preview.not_ours + len([c for c in preview.changes if c.before is None]) > 200
    assert all(change.code for change in preview.changes)


def test_only_what_is_ticked_is_written(imports: CatalogueImport, counter: Counter) -> None:
    known = counter.catalogue.procedure("1.001193")
    imports.save(replace(known, name="Tên cũ"))
    imports.save(replace(known, code="1.999999", name="Thủ tục đã bãi bỏ"))
    preview = imports.preview(JUSTICE)
    assert {(c.code, c.kind) for c in preview.changes} == {
        ("1.001193", ChangeKind.CHANGED),
        ("1.999999", ChangeKind.EXPIRED),
    }
    assert imports.apply(preview, {"1.999999"}) == 1
    assert not counter.catalogue.procedure("1.999999").in_force(counter.now().date())
    assert counter.catalogue.procedure("1.001193").name == "Tên cũ"
    assert [c.code for c in imports.preview(JUSTICE).changes] == ["1.001193"]


def test_laythutuc_tells_term_fee_and_papers(
    imports: CatalogueImport, counter: Counter, tmp_path: Path
) -> None:
    path = tmp_path / "thu-tuc.json"
    path.write_text(json.dumps(answer("9.123456"), ensure_ascii=False), encoding="utf-8")
    preview = imports.preview(path)
    assert [change.kind for change in preview.changes] == [ChangeKind.NEW]
    imports.apply(preview, {"9.123456"})
    made = counter.catalogue.procedure("9.123456")
    assert made.term is not None
    assert (made.term.value, made.term.unit) == (3, Unit.WORKING_DAY)
    assert [fee.amount for fee in made.fees] == [8000]
    assert [paper.name for paper in made.components] == ["Tờ khai", "Giấy chứng sinh"]
    assert imports.preview(path).changes == ()


def test_a_card_the_portal_names_among_the_papers_is_shown_and_a_sentence_is_no_paper(
    imports: CatalogueImport, counter: Counter, tmp_path: Path
) -> None:
    told = answer("9.123456")
    names = (
        "Tờ khai",
        "Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước để chứng minh về nhân thân",
        "Văn bản ủy quyền (được chứng thực) trong trường hợp ủy quyền",
        "Lưu ý: giấy tờ bằng tiếng nước ngoài phải được dịch",
    )
    told["THANHPHANHOSO"] = [{"GIAYTO": [{"TENGIAYTO": name} for name in names]}]
    path = tmp_path / "thu-tuc.json"
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    imports.apply(imports.preview(path), {"9.123456"})
    form, card, proxy, note = counter.catalogue.procedure("9.123456").components
    assert not form.to_show
    assert card.to_show
    assert proxy.conditional
    assert note.is_note


def answer(code: str) -> dict[str, object]:
    return {
        "MATTHC": code,
        "TENTTHC": "Thủ tục thử",
        "LINHVUCTHUCHIEN": [{"MALINHVUC": "G15-TP07", "TENLINHVUC": "Hộ tịch"}],
        "CACHTHUCTHUCHIEN": [
            {
                "KENH": "1",
                "THOIGIAN": [
                    {
                        "THOIGIANGIAIQUYET": "3",
                        "DONVITINH": "Ngày làm việc",
                        "MOTA": "",
                        "PHILEPHI": [{"SOTIEN": "8000", "DONVI": "Đồng", "MOTA": "Lệ phí hộ tịch"}],
                    }
                ],
            }
        ],
        "THANHPHANHOSO": [{"GIAYTO": [{"TENGIAYTO": "Tờ khai"}, {"TENGIAYTO": "Giấy chứng sinh"}]}],
        "TRANGTHAI": "1",
    }


@pytest.mark.parametrize("content", [b"", b"[1, 2]", b"PK\x03\x04 broken", b"{}", "Mã số;Tên".encode()])
def test_other_files_are_refused(imports: CatalogueImport, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    with pytest.raises(NotAPortalList):
        imports.preview(path)
