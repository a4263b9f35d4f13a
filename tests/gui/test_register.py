"""The register: found while typing, answered beside the list, handled by one key and a small form."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.lists import CTRL, down_to_list, letter, search, type_into
from tests.gui.register_desk import codes, names, page_of, window, words_in
from tests.gui.standing import press

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.widgets.time_line import TimeLine


def test_the_panel_says_where_the_dossier_is_and_why_its_date(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "my linh", 1)
    shown = words_in(page_of(window))
    assert "09:00 thứ Năm 12/03/2026" in shown
    assert "3 ngày làm việc" in shown
    assert "051•••••7731" in shown
    assert "051197007731" not in shown


def test_the_eye_shows_the_number_and_the_log_keeps_who_looked(
    qtbot: QtBot, window: MainWindow, counter: Counter
) -> None:
    search(qtbot, window, "my linh", 1)
    page = page_of(window)
    page.pane.reveal()
    assert window.tasks.wait_idle()
    assert "051197007731" in words_in(page)
    page.pane._revealed.timeout.emit()
    assert "051197007731" not in words_in(page)


def test_correcting_shows_the_number_and_the_log_keeps_who_looked(
    window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    page = page_of(window)
    page.table.setFocus()
    letter(window, "e")
    assert page.pane.has_form
    assert [line.kind for line in counter.accounts.log(2)] == ["reveal", "reveal"]


def test_v_opens_every_day_of_the_term_and_escape_goes_back_to_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "v")
    page = page_of(window)
    shown = words_in(page)
    assert "Ngày thứ 1" in shown
    assert "Trả kết quả, ngày thứ 3" in shown
    press(window, Qt.Key.Key_Escape)
    assert not page.pane.has_form
    assert window.focusWidget() is page.table


def test_k_reports_the_result_and_control_z_takes_it_back(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "k")
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED, "the form asks first"
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(codes["running"]).status is Status.RESULT_READY
    press(window, Qt.Key.Key_Z, CTRL)
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED


def test_a_result_goes_to_its_owner_with_two_keys(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "vo minh hai", 1)
    down_to_list(window)
    letter(window, "t")
    press(window, Qt.Key.Key_Return)
    dossier = counter.register.dossier(codes["ready"])
    assert (dossier.status, dossier.returned_to) == (Status.RETURNED, "Võ Minh Hải")


def test_a_proxy_without_a_paper_is_refused_beside_the_field(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "vo minh hai", 1)
    down_to_list(window)
    letter(window, "t")
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Tab)
    type_into(window, "Võ Thị Hoa")
    press(window, Qt.Key.Key_F12)
    form = page_of(window).pane.acts._form
    assert form is not None
    assert form.fields["paper"].state == "error"
    assert counter.register.dossier(codes["ready"]).status is Status.RESULT_READY
    type_into(window, "GUQ 12, chứng thực 08/03/2026")
    press(window, Qt.Key.Key_F12)
    assert counter.register.dossier(codes["ready"]).returned_to == "Võ Thị Hoa"


def test_asking_for_a_supplement_stops_the_clock_and_prints_what_is_missing(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "b")
    letter(window, "Bản sao hợp đồng thuê nhà")
    press(window, Qt.Key.Key_F12)
    dossier = counter.register.dossier(codes["running"])
    assert dossier.status is Status.WAITING
    assert dossier.supplements[-1].content == "Bản sao hợp đồng thuê nhà"
    assert "supplement" in [paper.form for paper in dossier.printed]
    assert page_of(window).pane.acts._form is None


def test_while_the_citizen_is_waited_for_no_date_is_promised(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    counter.handling.ask_supplement(codes["running"], "Bản sao hợp đồng thuê nhà", "Thiếu")
    search(qtbot, window, "my linh", 1)
    shown = words_in(page_of(window))
    assert "Hẹn lại khi hồ sơ đủ Trước khi chờ bổ sung: 09:00 thứ Năm 12/03/2026" in shown


def test_a_proxy_s_name_is_typed_right_after_the_arrow(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "vo minh hai", 1)
    down_to_list(window)
    letter(window, "t")
    press(window, Qt.Key.Key_Right)
    for one in "Ha":
        letter(window, one)
    press(window, Qt.Key.Key_Tab)
    letter(window, "so 12")
    press(window, Qt.Key.Key_F12)
    dossier = counter.register.dossier(codes["ready"])
    assert (dossier.status, dossier.returned_to) == (Status.RETURNED, "Ha")


def test_a_refusal_without_a_reason_stays_open_and_says_what_is_missing(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "g")
    form = page_of(window).pane.acts._form
    assert form is not None
    press(window, Qt.Key.Key_F12)  # the paper is signed: nobody chooses a reason for the officer
    assert form.fields["reason"].state == "error"
    assert "Cần ghi lý do" in form.fields["reason"].sentence.text()
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED


def test_escape_leaves_a_form_and_nothing_was_done(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "r")
    press(window, Qt.Key.Key_Escape)
    assert not page_of(window).pane.has_form
    assert counter.register.dossier(codes["running"]).status is Status.RECEIVED


def test_handing_over_says_where_the_dossier_lies(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "c")
    type_into(window, "Phòng Kinh tế")
    press(window, Qt.Key.Key_Return)
    assert counter.register.dossier(codes["running"]).holder == "Phòng Kinh tế"
    qtbot.waitUntil(lambda: "Đang ở Phòng Kinh tế" in steps_in(window))


def steps_in(window: MainWindow) -> list[str]:
    """What the time line in sight says; it is shown in the next round of events."""
    lines = [one for one in page_of(window).pane.findChildren(TimeLine) if one.isVisible()]
    return [step.words for line in lines for step in line.model().values]  # type: ignore[attr-defined]


def test_an_apology_proposes_a_date_and_is_offered_once(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "duong thi be", 1)
    down_to_list(window)
    letter(window, "x")
    form = page_of(window).pane.acts._form
    assert form is not None
    assert (form.value("new_date"), form.value("reason")) == ("17:00 11/03/2026", "")
    press(window, Qt.Key.Key_F12)
    assert form.fields["reason"].state == "error"
    letter(window, "Chờ kết quả thẩm định")
    press(window, Qt.Key.Key_F12)
    dossier = counter.register.dossier(codes["late"])
    assert [letter.reason for letter in dossier.apologies] == ["Chờ kết quả thẩm định"]
    why = "Hẹn ngày này vì thư xin lỗi; theo thời hạn quy định là 08:00 thứ Năm 05/03/2026:"
    assert why in words_in(page_of(window))
    down_to_list(window)
    letter(window, "v")
    assert f"17:00 thứ Tư 11/03/2026 {why}" in words_in(page_of(window))
    press(window, Qt.Key.Key_Escape)
    letter(window, "x")
    assert page_of(window).pane.acts._form is None


def test_an_apology_is_taken_back_at_once_and_the_old_date_stands_again(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    before = counter.register.dossier(codes["late"]).appointment_at
    search(qtbot, window, "duong thi be", 1)
    down_to_list(window)
    letter(window, "x")
    letter(window, "Chờ kết quả thẩm định")
    press(window, Qt.Key.Key_F12)
    assert counter.register.dossier(codes["late"]).appointment_at != before
    press(window, Qt.Key.Key_Z, CTRL)
    dossier = counter.register.dossier(codes["late"])
    assert (dossier.apologies, dossier.appointment_at) == ((), before)


def test_a_new_date_that_is_none_is_refused_beside_its_field(qtbot: QtBot, window: MainWindow) -> None:
    search(qtbot, window, "duong thi be", 1)
    down_to_list(window)
    letter(window, "x")
    form = page_of(window).pane.acts._form
    assert form is not None
    form.fields["new_date"].set_text("mai mốt")
    press(window, Qt.Key.Key_F12)
    assert form.fields["new_date"].state == "error"


def test_correcting_a_name_changes_the_register_and_keeps_the_reason(
    qtbot: QtBot, window: MainWindow, counter: Counter, codes: dict[str, str]
) -> None:
    search(qtbot, window, "my linh", 1)
    down_to_list(window)
    letter(window, "e")
    type_into(window, "Dương Thị Mỹ Lình")
    form = page_of(window).pane.acts._form
    assert form is not None
    form.fields["reason"].set_text("Gõ nhầm")
    press(window, Qt.Key.Key_F12)
    dossier = counter.register.dossier(codes["running"])
    assert dossier.applicant.name == "Dương Thị Mỹ Lình"
    assert dossier.events[-1].reason == "Gõ nhầm"
