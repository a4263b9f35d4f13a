"""A dossier that is refused or sent for papers at intake: what Ctrl+Z says, and how it is received after
all."""

import pytest
from PySide6.QtCore import Qt
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.intake_forms import RefusalForm
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.bar import Bar

__all__ = ["hands", "window"]


def told(window: MainWindow) -> str:
    """What the toast says, or the bar where it is too long for one."""
    bars = [bar.accessibleName() for bar in window.findChildren(Bar) if not bar.isHidden()]
    return " ".join([*bars, window.toast.accessibleName() if window.toast.isVisible() else ""])


def refuse(hands: Hands) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_G, CTRL)
    hands.type("Không thuộc thẩm quyền (Luật Hộ tịch, Điều 7)")
    hands.press(KEY.Key_F12)


def test_a_refusal_stands_ctrl_z_names_the_article_and_what_was_typed_comes_back(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    refuse(hands)
    (refused,) = kept(counter)
    hands.press(KEY.Key_Z, CTRL)
    hands.until(lambda: f"Từ chối {refused.short_code} đã ghi, không hoàn tác được" in told(window))
    assert "Điều 17 khoản 1" in told(window)
    form = page_of(window).form
    assert form.person.name.text() == "Nguyễn Thị Thu Thảo"
    assert form.procedure.value is not None
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)
    received, still_refused = kept(counter)
    assert received.status is Status.RECEIVED
    assert still_refused.status is Status.NOT_ACCEPTED
    assert received.code != still_refused.code


def test_ctrl_z_after_a_refusal_leaves_the_dossier_before_it_received(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    refuse(hands)
    for _time in range(3):
        hands.press(KEY.Key_Z, CTRL)
    assert [dossier.status for dossier in kept(counter)] == [Status.NOT_ACCEPTED, Status.RECEIVED]


def test_ctrl_z_after_a_refusal_does_not_disturb_the_next_dossier(hands: Hands, window: MainWindow) -> None:
    refuse(hands)
    choose(hands, "sy")
    hands.press(KEY.Key_Z, CTRL)
    form = page_of(window).form
    hands.until(lambda: "không hoàn tác được" in told(window))
    assert form.is_copying
    assert form.typed().person.is_empty


def test_why_nothing_is_undone_is_gone_when_the_next_dossier_is_begun(
    hands: Hands, window: MainWindow
) -> None:
    look().set(scale=1.5)
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_B, CTRL)
    hands.press(KEY.Key_F12)
    window.clear_bars()
    hands.press(KEY.Key_Z, CTRL)
    hands.until(lambda: "không hoàn tác được" in told(window))
    assert window._shown_bars, "too long for a toast"
    choose(hands, "sy")
    assert window._shown_bars == []


def test_papers_asked_for_at_intake_are_received_with_n_once_they_have_come(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_B, CTRL)
    hands.press(KEY.Key_F12)
    (waiting,) = kept(counter)
    hands.press(KEY.Key_Z, CTRL)
    hands.until(lambda: f"Yêu cầu bổ sung {waiting.short_code} đã ghi" in told(window))
    assert "Điều 17 khoản 1). Đủ giấy thì tìm lại hồ sơ, bấm N." in told(window)
    assert page_of(window).form.typed().is_empty
    window.go("dossier", waiting.code)
    assert window.tasks.wait_idle()
    hands.press(KEY.Key_N)
    hands.press(KEY.Key_F12)
    (received,) = kept(counter)
    assert received.status is Status.RECEIVED
    assert received.due_at is not None
    assert received.supplements[0].completed_at is not None
    assert [paper.form for paper in received.printed] == ["supplement", "receipt"]


def test_a_request_that_names_no_paper_is_not_written(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_B, CTRL)
    hands.press(KEY.Key_F12)
    assert kept(counter) == []
    hands.type("Giấy chứng sinh bản chính")
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].supplements[0].content == "Giấy chứng sinh bản chính"


def test_a_refusal_says_the_officers_reason_and_none_is_put_in_for_them(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_G, CTRL)
    side = page_of(window).side
    assert isinstance(side, RefusalForm)
    assert side.reason.text() == ""
    assert "căn cứ (điều, khoản, văn bản)" in side.reason.sentence.text()
    hands.press(KEY.Key_F12)
    assert side.reason.state == "error"
    assert kept(counter) == [], "not even registered"
    hands.type("Không thuộc thẩm quyền (Luật Hộ tịch, Điều 7)")
    hands.press(KEY.Key_F12)
    (refused,) = kept(counter)
    assert refused.events[-1].reason == "Không thuộc thẩm quyền (Luật Hộ tịch, Điều 7)"


def test_a_reason_stands_on_the_paper_as_it_was_typed_not_as_a_choice_would_complete_it(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_G, CTRL)
    reason = page_of(window).side.reason.edit  # type: ignore[union-attr]
    hands.type("Không thuộc thẩm quyền")
    assert reason.below.offered == ["Không thuộc thẩm quyền giải quyết"]
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].events[-1].reason == "Không thuộc thẩm quyền"


def test_a_reason_of_the_list_is_put_in_with_the_arrow_and_esc_brings_back_what_was_typed(
    hands: Hands, window: MainWindow, counter: Counter
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_G, CTRL)
    side = page_of(window).side
    assert isinstance(side, RefusalForm)
    hands.type("tham quyen")
    hands.press(KEY.Key_Down)
    assert side.reason.text() == "Không thuộc thẩm quyền giải quyết"
    hands.press(KEY.Key_Escape)
    assert (side.reason.text(), page_of(window).side) == ("tham quyen", side)
    hands.type(" ")
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Return)
    hands.press(KEY.Key_F12)
    assert kept(counter)[0].events[-1].reason == "Không thuộc thẩm quyền giải quyết"


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_G])
def test_a_reason_refused_is_calm_again_once_it_is_written(
    hands: Hands, window: MainWindow, key: Qt.Key
) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(key, CTRL)
    side = page_of(window).side
    hands.press(KEY.Key_F12)
    refused = side.reason if isinstance(side, RefusalForm) else side._lines  # type: ignore[union-attr]
    assert refused.state == "error"
    hands.type("Thiếu giấy chứng sinh")
    assert refused.state == ""
    assert "căn cứ" in refused.sentence.text() or "Mỗi dòng" in refused.sentence.text()
