"""How papers keep to their page: nothing signed alone, nothing too small to read, a code on every paper."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from tests.documents import samples as s
from tests.documents.cases import CASES, EDITIONS, WHY, edition

from motcua_desktop.documents import forms
from motcua_desktop.documents.looking import read_text
from motcua_desktop.documents.sheet import Dark, Page, Words
from motcua_desktop.domain.dossier import Dossier, Paper
from motcua_desktop.domain.paper_errors import MissingFact
from motcua_desktop.domain.procedure import Component

ONE_DOSSIER = sorted({case.form for case in CASES.values()} - forms.WITHOUT_DOSSIER)


def slip(dossier: Dossier, edition_name: str = "2025", **facts: Any) -> list[Page]:
    """The pages of one copy of the receipt."""
    given = {"now": s.NOW, "officer": s.OFFICER, "copies": 1, "why": WHY} | facts
    return forms.lay_out("receipt", edition(edition_name), s.OFFICE, dossier, **given)


def words_of(page: Page) -> str:
    return " ".join(mark.text for mark in page.marks if isinstance(mark, Words))


def with_components(count: int, letters: int = 60) -> Dossier:
    """A dossier with that many components whose names have that many letters."""
    components = tuple(Component(n, f"Giấy tờ {n}: {s.LONG_NAME}"[:letters]) for n in range(1, count + 1))
    procedure = replace(s.HOUSEHOLD, components=components)
    return replace(s.DOSSIER, procedure=procedure, papers=tuple(Paper(n) for n in range(1, count + 1)))


@pytest.mark.parametrize("edition_name", EDITIONS)
@pytest.mark.parametrize("letters", [60, 220])
def test_however_many_papers_there_are_the_last_one_stands_above_the_signatures(
    edition_name: str, letters: int
) -> None:
    for count in range(1, 40):
        pages = slip(with_components(count, letters), edition_name)
        last = words_of(pages[-1])
        assert last.index(f"Giấy tờ {count}:") < last.index("NGƯỜI NỘP HỒ SƠ") < last.index(s.OFFICER.name)
        assert sum("NGƯỜI NỘP HỒ SƠ" in words_of(page) for page in pages) == 1


def test_a_short_slip_has_room_and_a_long_one_shrinks_but_stays_readable() -> None:
    (short,), (long,) = slip(with_components(2)), slip(s.ORDINARY)

    def sizes(page: Page) -> list[float]:
        return [mark.size for mark in page.marks if isinstance(mark, Words) and "Thời gian nhận" in mark.text]

    assert sizes(short) == [10.0]
    assert sizes(long) < [10.0]
    for case in ("receipt", "receipt-certified", "receipt-ordinary", "receipt-crowded"):
        for page in CASES[case].lay_out("2025"):
            body = [mark for mark in page.marks if isinstance(mark, Words) and "IN LẠI" not in mark.text]
            assert (
                min(mark.size for mark in body if not mark.text.startswith(("Liên", "Lưu", "Giao", "nộp")))
                >= 9
            )


def test_a_slip_shrinks_only_where_that_saves_a_page() -> None:
    plain = edition("2025")
    stiff = replace(plain, forms=plain.forms | {"receipt": replace(plain.form("receipt"), smallest=0.0)})
    saved = 0
    for count in range(1, 30, 2):
        given = {"now": s.NOW, "officer": s.OFFICER, "copies": 1, "why": WHY}
        dossier = with_components(count, 150)
        roomy = forms.lay_out("receipt", stiff, s.OFFICE, dossier, **given)  # type: ignore[arg-type]
        shown = slip(dossier)
        assert shown == roomy or len(shown) < len(roomy)
        saved += len(roomy) - len(shown)
    assert saved >= 3


def test_both_copies_are_set_alike() -> None:
    one, other = slip(s.ORDINARY, copies=2)
    assert [type(mark) for mark in one.marks if isinstance(mark, Dark)] == [Dark, Dark]
    fixed = [
        [mark for mark in page.marks if isinstance(mark, Words) and mark.y > 200] for page in (one, other)
    ]
    assert fixed[0] == fixed[1]


def test_what_is_not_known_is_left_out_of_the_slip() -> None:
    bare = replace(s.DOSSIER, applicant=replace(s.DOSSIER.applicant, phone="", email="", id_number=""))
    (page,) = slip(bare)
    text = words_of(page)
    assert "Số điện thoại" not in text and "Email" not in text and "CCCD/MST" not in text
    (page,) = slip(s.DOSSIER)
    beside = {mark.text: mark.y for mark in page.marks if isinstance(mark, Words)}
    assert beside["Tiếp nhận hồ sơ của: "] == beside["CCCD/MST: 051190000123"]


def test_a_name_of_80_letters_wraps_and_pushes_nothing_off_the_paper() -> None:
    name = "Công Tằng Tôn Nữ Thị Huyền Trân Phương Thảo Nguyên Ánh Nguyệt Minh Khuê Bảo Ngọc"
    assert len(name) == 80
    who = replace(s.DOSSIER.applicant, name=name)
    dossier = replace(s.RETURNED, applicant=who, returned_to=name)
    for form in ("receipt", "return", "satisfaction", "control"):
        for page in forms.lay_out(form, edition("2025"), s.OFFICE, dossier, now=s.NOW, officer=s.OFFICER):
            assert all(mark.x < page.width - 20 for mark in page.marks if isinstance(mark, Words))
    shown = words_of(slip(dossier)[0])
    assert all(part in shown for part in name.split())


@pytest.mark.parametrize("edition_name", EDITIONS)
@pytest.mark.parametrize("form", ONE_DOSSIER)
def test_every_paper_of_a_dossier_bears_its_code_as_qr_and_as_code_128(form: str, edition_name: str) -> None:
    case = next(case for case in CASES.values() if case.form == form)
    pages = case.lay_out(edition_name)
    codes = [mark for page in pages for mark in page.marks if isinstance(mark, Dark)]
    bars = [mark for mark in codes if all(high > 10 for *_, high in mark.rectangles)]
    assert len(codes) == 2 * len(edition(edition_name).form(form).copies)
    assert len(bars) * 2 == len(codes)
    assert case.dossier is not None
    assert any(case.dossier.code in words_of(page) for page in pages)


def test_a_letter_keeps_the_head_of_decree_30_2020_and_bears_its_codes_at_the_foot() -> None:
    (page,) = CASES["apology-future"].lay_out("2025")
    recipients = next(mark.y for mark in page.marks if isinstance(mark, Words) and "Lưu: VT" in mark.text)
    codes = [mark for mark in page.marks if isinstance(mark, Dark)]
    assert len(codes) == 2
    assert all(mark.y > recipients and mark.x < page.width / 2 for mark in codes)


@pytest.mark.parametrize(
    ("signer_for", "title", "lines"),
    [
        ("KT. CHỦ TỊCH", "Phó Chủ tịch", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (
            "TM. Ủy ban nhân dân; KT. Chủ tịch",
            "Phó Chủ tịch",
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        ("TL. CHỦ TỊCH", "Chánh Văn phòng", ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        ("", "Giám đốc", ["GIÁM ĐỐC"]),
    ],
)
def test_decree_30_2020_each_power_of_the_signer_has_its_line(
    signer_for: str, title: str, lines: list[str]
) -> None:
    office = replace(s.OFFICE, signer_for=signer_for, signer_title=title)
    pages = forms.lay_out("apology", edition("2025"), office, s.APOLOGISED, now=s.NOW)
    shown = [mark.text for mark in pages[-1].marks if isinstance(mark, Words)]
    assert shown[-len(lines) - 1 :] == [*lines, office.signer_name]


def handover(**facts: Any) -> str:
    return " ".join(
        read_text(forms.draw("handover", edition("2025"), s.OFFICE, None, now=s.NOW, **facts)).split()
    )


def test_a_hand_over_list_says_its_number_both_sides_and_when_in_either_direction() -> None:
    counter = s.OFFICE.counter_name
    sent = handover(
        dossiers=[s.DOSSIER],
        direction="out",
        receiver="Phòng Kinh tế",
        number="12/2026",
        giver_name="Lê Thị Minh Họa",
    )
    assert f"Bên giao: {counter} Bên nhận: Phòng Kinh tế" in sent
    assert "Số: 12/2026" in sent and "Lê Thị Minh Họa" in sent
    assert "chuyển 01 hồ sơ sau đây để giải quyết" in sent
    back = handover(
        dossiers=[s.DOSSIER],
        direction="back",
        giver="Phòng Kinh tế",
        date=datetime(2026, 2, 5, 8, 30),
        number="13/2026",
    )
    assert f"Bên giao: Phòng Kinh tế Bên nhận: {counter}" in back
    assert "Lý Sơn, ngày 05 tháng 02 năm 2026" in back
    assert "08 giờ 30 phút, ngày 05 tháng 02 năm 2026" in back
    assert "chuyển lại 01 hồ sơ" in back


def test_a_hand_over_list_without_number_and_sides_leaves_room_to_write_them() -> None:
    text = handover(dossiers=[s.DOSSIER, s.CROWDED])
    assert "Số: …………" in text
    assert "Hai bên bàn giao 02 hồ sơ" in text
    assert "Bên giao: Thời điểm" not in text and "Bên giao:" in text and "Bên nhận:" in text


@pytest.mark.parametrize(("number", "count"), [("12/2026", 2), ("", 0), ("12/BG-ĐKLS", 0)])
def test_a_hand_over_lists_number_is_also_qr_and_bar_code(number: str, count: int) -> None:
    """Scanners that type cannot send Đ: such a number is written, not coded."""
    pages = forms.lay_out(
        "handover", edition("2025"), s.OFFICE, None, now=s.NOW, dossiers=[s.DOSSIER], number=number
    )
    assert sum(isinstance(mark, Dark) for page in pages for mark in page.marks) == count
    assert number in words_of(pages[0])


def test_a_hand_over_list_of_nothing_or_in_no_direction_is_refused() -> None:
    with pytest.raises(MissingFact):
        handover(dossiers=[], number="12/2026")
    with pytest.raises(TypeError, match="sideways"):
        handover(dossiers=[s.DOSSIER], direction="sideways")


def test_the_last_dossier_of_a_hand_over_list_stands_above_the_signatures() -> None:
    for count in range(1, 45):
        dossiers = [replace(s.DOSSIER, code=f"H48.96-260302-{n:04d}") for n in range(1, count + 1)]
        pages = forms.lay_out("handover", edition("2025"), s.OFFICE, None, now=s.NOW, dossiers=dossiers)
        last = words_of(pages[-1])
        assert last.index(dossiers[-1].code) < last.index("BÊN GIAO")
