"""What papers say of result, office, place and money: as it is, not as the data happens to be kept."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from tests.documents import samples as s
from tests.documents.cases import CASES, edition, register_rows

from motcua_desktop.documents import forms
from motcua_desktop.documents.looking import read_text
from motcua_desktop.documents.register_book import draw_register
from motcua_desktop.domain.dossier import Event
from motcua_desktop.domain.fees import FeeKind, FeeLine
from motcua_desktop.domain.lifecycle import Move, Status


def text_of(case: str) -> str:
    """The words of a paper, lines joined."""
    return " ".join(read_text(CASES[case].draw("2025")).split())


def test_a_return_slip_made_before_the_citizen_comes_leaves_the_time_and_the_name_to_be_written() -> None:
    ready, returned = text_of("return-ready"), text_of("return")
    assert "Trả kết quả: 15 giờ 05 phút, ngày 02 tháng 3 năm 2026" in returned
    assert "Trả kết quả: 15 giờ" not in ready and "Người nhận kết quả: Nguyễn Thị Ỷ" not in ready


def test_a_return_slip_of_a_refused_dossier_names_no_result() -> None:
    refused = Event("e9", s.NOW, "Phạm Quốc Mẫu", Move.REFUSE, Status.REFUSED, "Không đủ điều kiện")
    dossier = replace(s.RETURNED, events=(*s.RETURNED.events, refused))
    pdf = forms.draw("return", edition("2025"), s.OFFICE, dossier, now=s.NOW)
    assert "Giấy chứng nhận" not in read_text(pdf)


def test_the_register_writes_a_long_name_out_once_on_each_page_and_then_says_where_it_stands() -> None:
    row = replace(next(register_rows(1)), procedure=s.LONG_NAME, handled_by="")
    out = BytesIO()
    lines = [replace(row, n=n, code=f"H48-{n:04}") for n in range(1, 31)]
    draw_register(
        edition("2025"), s.OFFICE, lines, year=2026, field_group="Tất cả", volume="01", out=out, now=s.NOW
    )
    pages = [" ".join(page.split()) for page in read_text(out.getvalue()).split("Trang ")]
    listed = [page for page in pages if "H48-" in page]
    assert len(listed) <= 5
    assert all("được chuyển đến từ nơi tiếp nhận" in page for page in listed)
    assert "(như số 01)" in listed[0] and "(như số 01)" not in listed[-1]
    assert "đặc khu Lý Sơn" in listed[0]  # who settles it, where no section has it


def test_an_office_named_in_capitals_stands_in_sentences_as_it_is_spoken_of() -> None:
    shout = replace(
        s.OFFICE, name="UBND ĐẶC KHU LÝ SƠN", counter_name="TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ ABC"
    )
    text = " ".join(read_text(forms.draw("apology", edition("2025"), shout, s.APOLOGISED, now=s.NOW)).split())
    assert "UBND đặc khu Lý Sơn tiếp nhận" in text and "UBND ĐẶC KHU LÝ SƠN" in text
    assert "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ ABC;" in text  # a name we do not know is left as typed


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Thôn Bắc An Bình, đặc khu Lý Sơn", "Thôn Bắc An Bình, đặc khu Lý Sơn, tỉnh Quảng Ngãi"),
        ("Xã Bình Sơn, tỉnh Quảng Ngãi", "Xã Bình Sơn, tỉnh Quảng Ngãi"),
        ("12 Lê Lợi, phường Bến Thành", "12 Lê Lợi, phường Bến Thành"),
    ],
)
def test_a_label_for_the_post_names_the_province(address: str, expected: str) -> None:
    dossier = replace(s.DOSSIER, applicant=replace(s.DOSSIER.applicant, address=address))
    text = " ".join(read_text(forms.draw("postal", edition("2025"), s.OFFICE, dossier, now=s.NOW)).split())
    assert f"{expected} Điện thoại: 0905" in text


def test_money_that_was_taken_is_not_called_provisional_and_a_fee_slip_has_no_empty_number() -> None:
    line = FeeLine("Phí, lệ phí", FeeKind.FEE, 50_000, confirmed=False)
    taken = replace(s.DOSSIER, fees=(line,), paid_by="cash")
    slip = {
        form: " ".join(read_text(forms.draw(form, edition("2025"), s.OFFICE, dossier, now=s.NOW)).split())
        for form, dossier in (("receipt", taken), ("fee", taken))
    }
    assert "Phí, lệ phí: Phí 50.000 đ (đã thu bằng tiền mặt)" in slip["receipt"]
    assert "1 Phí Phí 50.000 đ" in slip["fee"] and "Số: " not in slip["fee"]
    owed = replace(taken, paid_by="")
    assert "50.000 đ (tạm tính)" in read_text(
        forms.draw("receipt", edition("2025"), s.OFFICE, owed, now=s.NOW)
    )


def test_an_amount_and_its_sign_stand_on_one_line() -> None:
    for length in range(20, 60, 2):
        line = FeeLine("Phí chứng thực bản sao từ bản chính " + "a" * length, FeeKind.FEE, 0, note="miễn")
        dossier = replace(s.DOSSIER, fees=(line, line), paid_by="cash")
        text = read_text(forms.draw("receipt", edition("2025"), s.OFFICE, dossier, now=s.NOW))
        assert [one for one in text.splitlines() if re.match(r"đ\b", one)] == []


def test_the_control_slip_names_our_office_where_the_catalogue_speaks_of_every_commune() -> None:
    general = replace(s.HOUSEHOLD, handled_by="UBND cấp xã (Trung tâm Phục vụ hành chính công cấp xã)")
    dossier = replace(s.DOSSIER, procedure=general)
    text = read_text(forms.draw("control", edition("2025"), s.OFFICE, dossier, now=s.NOW))
    assert "giải quyết hồ sơ: Ủy ban nhân dân đặc khu Lý Sơn" in " ".join(text.split())
