"""What an officer reads on the papers, and what the law wants there."""

from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image
from tests.documents import samples as s
from tests.documents.cases import CASES, SLIP_TEXT, edition, letters, register, register_rows

from motcua_desktop.documents import forms
from motcua_desktop.documents.letters import draw_letters
from motcua_desktop.documents.looking import (
    page_bitmap,
    page_count,
    page_image,
    page_size,
    read_text,
)
from motcua_desktop.documents.register_book import draw_register
from motcua_desktop.documents.sheet import Words
from motcua_desktop.domain.dossier import Channel, Event, ReturnMethod
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.paper_errors import LettersNotInFont, UnreadablePaper


def text_of(case: str, edition_name: str = "2025") -> str:
    """The words of a paper, lines joined."""
    return " ".join(read_text(CASES[case].draw(edition_name)).split())


def test_118_2025_art_19_6_a_letter_before_the_day_speaks_of_an_expected_delay() -> None:
    text = text_of("apology-future")
    assert "dự kiến không trả được kết quả" in text
    assert "chưa trả kết quả" not in text


def test_a_letter_after_the_day_speaks_of_the_past() -> None:
    text = text_of("apology-past")
    assert "Tuy nhiên đến nay" in text
    assert "đã gây phiền hà" in text
    assert "dự kiến" not in text


@pytest.mark.parametrize(("minutes", "expected"), [(0, "dự kiến không trả"), (1, "đến nay")])
def test_the_wording_turns_at_the_promised_minute(minutes: int, expected: str) -> None:
    now = s.APOLOGY.old_date + timedelta(minutes=minutes)
    pdf = forms.draw("apology", edition("2025"), s.OFFICE, s.APOLOGISED, now=now)
    assert expected in " ".join(read_text(pdf).split())


def test_a_letter_says_reason_old_and_new_date_and_who_signs_for_whom() -> None:
    text = text_of("apology-future")
    for words in (
        "Số: 05/PXL",
        "Lý Sơn, ngày 02 tháng 3 năm 2026",
        "Kính gửi: Nguyễn Thị Ỷ",
        "Lý do: phải xác minh",
        "hẹn trả kết quả giải quyết hồ sơ: 15 giờ 00 phút, ngày 05 tháng 3 năm 2026",
        "sẽ trả kết quả vào 15 giờ 00 phút, ngày 09 tháng 3 năm 2026",
        "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
        "Trần Văn Ví Dụ",
        "Nơi nhận:",
        "- Lưu: VT.",
    ):
        assert words in text, words


def test_118_2025_art_17_a_completion_asked_before_receipt_starts_no_clock_and_closes_nothing() -> None:
    intake, appraisal = text_of("supplement-intake"), text_of("supplement")
    assert "Hồ sơ chưa được tiếp nhận" in intake and "Điều 17 khoản 3" in intake
    assert "tính lại từ đầu" not in intake and "15 ngày" not in intake
    assert "tính lại từ đầu" in appraisal and "Quá 15 ngày" in appraisal
    assert "chưa được tiếp nhận" not in appraisal


def test_a_provisional_date_says_so_on_the_slip() -> None:
    assert "ngày 05 tháng 3 năm 2026 (tạm tính)" in text_of("receipt-crowded")
    assert "(tạm tính)" not in text_of("receipt")


def test_the_slip_says_why_the_date_is_what_it_is() -> None:
    assert "không tính ngày nghỉ." in text_of("receipt-crowded")


def test_the_slip_names_the_authorised_person_and_those_who_apply_together() -> None:
    text = text_of("receipt-crowded")
    assert "Cùng đứng tên: A Thuận, Y Hơ̆ Blô̆" in text
    assert "Công Tằng Tôn Nữ Thị Huyền Trân Phương Thảo Nguyên, theo giấy ủy quyền số 12" in text


def test_a_slip_has_two_copies_and_one_when_asked() -> None:
    pdf = CASES["receipt"].draw("2025")
    assert read_text(pdf).count("Liên 1:") == read_text(pdf).count("Liên 2:") == 1
    one = forms.draw("receipt", edition("2025"), s.OFFICE, s.DOSSIER, now=s.NOW, copies=1)
    assert page_count(one) == 1
    marked = forms.draw("receipt", edition("2025"), s.OFFICE, s.DOSSIER, now=s.NOW, copy_mark="Bản sao")
    assert page_count(marked) == 1
    assert "Bản sao\n" in read_text(marked)


def test_two_copies_of_a5_stand_on_one_sheet_of_a4() -> None:
    pdf = forms.draw("receipt", edition("2025"), s.OFFICE, s.DOSSIER, now=s.NOW, on_a4=True)
    assert page_count(pdf) == 1
    width, height = page_size(pdf, 0)
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)
    assert read_text(pdf).count(s.DOSSIER.code) == 2


def test_a_reprint_is_marked_with_its_time() -> None:
    text = text_of("receipt-crowded")
    assert "BẢN IN LẠI – 15:05 02/03/2026" in text
    assert "BẢN IN LẠI" not in text_of("receipt")


@pytest.mark.parametrize("name", ["2018", "2025"])
def test_a_paper_of_the_sample_office_says_on_each_page_that_it_is_worth_nothing(name: str) -> None:
    sample = replace(s.OFFICE, is_sample=True)
    tried = forms.draw("receipt", edition(name), sample, s.DOSSIER, now=s.NOW, officer=s.OFFICER)
    assert read_text(tried).count("DỮ LIỆU MẪU, KHÔNG CÓ GIÁ TRỊ") == page_count(tried)
    real = forms.draw("receipt", edition(name), s.OFFICE, s.DOSSIER, now=s.NOW, officer=s.OFFICER)
    assert "DỮ LIỆU MẪU" not in read_text(real)


def test_a_draft_cannot_be_taken_for_a_recorded_letter() -> None:
    drawn = forms.draw("apology", edition("2025"), s.OFFICE, s.APOLOGISED, now=s.NOW, draft=True)
    assert "BẢN DỰ THẢO, CHƯA GHI SỐ" in read_text(drawn)
    assert "DỰ THẢO" not in text_of("apology-future")


def test_a_list_says_that_a_dossier_has_no_appointment() -> None:
    waiting = replace(s.DOSSIER, promises=())
    drawn = forms.draw("handover", edition("2025"), s.OFFICE, None, now=s.NOW, dossiers=(waiting,))
    assert "chưa hẹn" in read_text(drawn)


@pytest.mark.parametrize("edition_name", ["2025", "2018"])
def test_a_receipt_without_a_term_says_in_words_that_no_day_is_promised(edition_name: str) -> None:
    (promise,) = s.DOSSIER.promises[-1:]
    undated = replace(promise, due_at=None, appointment_at=None)
    dossier = replace(s.DOSSIER, promises=(undated,), term=None)
    pdf = forms.draw("receipt", edition(edition_name), s.OFFICE, dossier, now=s.NOW)
    text = " ".join(read_text(pdf).split())
    assert "hồ sơ: không hẹn ngày (thủ tục chưa được công bố thời hạn)" in text
    assert "giải quyết hồ sơ: ." not in text
    assert "giải quyết hồ sơ: …" not in text


def test_the_result_goes_where_the_applicant_asked() -> None:
    for method, words in (
        (ReturnMethod.COUNTER, "tại: Trung tâm Phục vụ hành chính công đặc khu Lý Sơn"),
        (ReturnMethod.POST, "qua dịch vụ bưu chính công ích: Thôn Tây An Hải"),
        (ReturnMethod.ELECTRONIC, "bản điện tử trên Cổng Dịch vụ công quốc gia"),
    ):
        dossier = replace(s.DOSSIER, return_method=method, channel=Channel.ONLINE)
        pdf = forms.draw("receipt", edition("2025"), s.OFFICE, dossier, now=s.NOW)
        assert words in " ".join(read_text(pdf).split())


def test_the_fee_receipt_tells_phi_from_le_phi_and_says_the_sum_in_words() -> None:
    text = text_of("fee")
    assert "Mười bảy nghìn không trăm lẻ năm đồng" in text
    assert "phí: 16.000 đ" in text
    assert "lệ phí: 1.005 đ" in text


def test_the_control_slip_shows_who_gave_to_whom_and_leaves_rows_to_sign() -> None:
    text = text_of("control")
    assert "1. Giao: Trung tâm Phục vụ hành chính công 2. Nhận: Phòng Kinh tế" in text
    assert "Lê Thị Minh Họa" in text
    assert "Phạm Quốc Mẫu" in text
    assert text.count("Người giao") >= 5


def test_a_postal_label_says_nothing_of_what_is_inside() -> None:
    text = text_of("postal")
    assert "Y Blưm" in text
    assert s.CROWDED.procedure.name[:20] not in text
    assert s.CROWDED.applicant.id_number not in text


def test_a_satisfaction_sheet_does_not_name_the_applicant() -> None:
    text = text_of("satisfaction")
    assert s.DOSSIER.applicant.name not in text
    assert s.DOSSIER.applicant.id_number not in text


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (Move.WITHDRAW, "Theo đề nghị rút hồ sơ của Nguyễn Thị Ỷ"),
        (Move.STOP, "Lý do: không còn nhu cầu"),
        (Move.CLOSE, "Đã quá thời hạn 15 ngày"),
    ],
)
def test_the_stop_notice_says_why_it_stops(move: Move, words: str) -> None:
    event = Event("e9", datetime(2026, 3, 4, 8, 0), "hoa", move, Status.STOPPED, "không còn nhu cầu")
    dossier = replace(s.DOSSIER, events=(*s.DOSSIER.events, event))
    pdf = forms.draw("stop", edition("2025"), s.OFFICE, dossier, now=s.NOW, number="01")
    assert words in " ".join(read_text(pdf).split())


def test_the_register_numbers_all_pages_and_is_closed_with_its_count() -> None:
    pdf = register("2025")
    text, pages = " ".join(read_text(pdf).split()), page_count(pdf)
    assert all(f"Trang {n}/ {pages} " in f"{text} " for n in (1, 2, pages))
    assert "khóa với 25 hồ sơ, từ số thứ tự 01 đến số thứ tự 25" in text
    assert text.count("(13)") == pages - 2


def test_a_second_volume_goes_on_with_the_numbers() -> None:
    out = BytesIO()
    rows = [replace(row, n=row.n + 100) for row in register_rows(3)]
    given = {"year": 2026, "field_group": "Hộ tịch", "volume": "02", "first": 101}
    assert draw_register(edition("2018"), s.OFFICE, rows, out=out, now=s.NOW, **given) == 3
    text = " ".join(read_text(out.getvalue()).split())
    assert "Quyển số: 02" in text
    assert "từ số thứ tự 101 đến số thứ tự 103" in text


def test_a_register_with_an_odd_letter_or_stopped_half_way_writes_nothing() -> None:
    given = {"year": 2026, "field_group": "Hộ tịch", "volume": "01", "now": s.NOW}
    out = BytesIO()
    rows = [replace(row, applicant="你" if row.n == 120 else row.applicant) for row in register_rows(130)]
    with pytest.raises(LettersNotInFont) as refused:
        draw_register(edition("2025"), s.OFFICE, rows, out=out, **given)
    assert refused.value.where == "register.120.applicant"
    heard: list[int] = []
    done = draw_register(
        edition("2025"),
        s.OFFICE,
        register_rows(130),
        out=out,
        progress=heard.append,
        cancelled=lambda: len(heard) == 1,
        **given,
    )
    assert (done, heard, out.getvalue()) == (50, [50], b"")


def test_letters_of_a_batch_are_the_letters_one_by_one() -> None:
    one = read_text(CASES["apology-future"].draw("2025")).strip()
    assert read_text(letters("2025")).split() == " ".join([one] * 3).split()


def test_a_batch_can_be_cancelled_and_keeps_what_was_drawn() -> None:
    heard: list[int] = []
    out = BytesIO()
    done = draw_letters(
        lambda dossier: edition(dossier.form_edition),
        s.OFFICE,
        [s.APOLOGISED] * 5,
        now=s.NOW,
        out=out,
        progress=heard.append,
        cancelled=lambda: len(heard) == 2,
    )
    assert done == page_count(out.getvalue()) == 2


def test_a_page_can_be_looked_at_and_printed() -> None:
    pdf = CASES["receipt"].draw("2025")
    picture = Image.open(BytesIO(page_image(pdf, 0, 1.0)))
    assert picture.size == (420, 596)
    width, height, dots = page_bitmap(pdf, 1, 96)
    assert len(dots) == 4 * width * height
    assert min(dots) < 40  # there is ink
    with pytest.raises(UnreadablePaper):
        page_image(pdf, 2, 1.0)
    with pytest.raises(UnreadablePaper):
        page_count(b"no paper")


def test_the_slips_codes_are_drawn() -> None:
    page = CASES["receipt"].lay_out("2025")[0]
    without = forms.lay_out("receipt", edition("2025"), s.OFFICE, s.DOSSIER, now=s.NOW)[0]
    drawn = [mark for mark in page.marks if type(mark).__name__ == "Dark"]
    plain = [mark for mark in without.marks if type(mark).__name__ == "Dark"]
    assert len(drawn) == len(plain) == 2
    assert drawn[0] != plain[0], f"the QR says {SLIP_TEXT}, else the code"
    assert drawn[1] == plain[1]


@pytest.mark.parametrize("edition_name", ["2018", "2025"])
def test_nobody_signs_a_page_without_words(edition_name: str) -> None:
    """However long the name of the procedure, words of the letter stand above the signature."""
    for length in range(50, 500, 15):
        procedure = replace(s.CROWDED.procedure, name=s.LONG_NAME[:length])
        dossier = replace(s.APOLOGISED, applicant=s.CROWDED.applicant, procedure=procedure)
        pages = forms.lay_out("apology", edition(edition_name), s.OFFICE, dossier, now=s.NOW)
        last = " ".join(mark.text for mark in pages[-1].marks if isinstance(mark, Words))
        assert last.index("sự chậm trễ này./.") < last.index("PHÓ CHỦ TỊCH")
