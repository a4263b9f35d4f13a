"""Returning a result asks for a fee that was not taken at the receipt."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import Clock, draft
from tests.gui.lists import letter
from tests.gui.register_desk import page_of, words_in
from tests.gui.standing import press, standing
from tests.gui.test_register_keys import stands_on

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.fees import FeeKind, FeeLine
from motcua_desktop.gui.pages.forms.give_back import GiveBackForm

FEE = (FeeLine("Lệ phí đăng ký", FeeKind.CHARGE, 50_000),)


def ready(counter: Counter, clock: Clock, paid_by: str) -> str:
    clock.set("2026-03-09T10:00")
    code = counter.intake.receive(draft("1.001612", fees=FEE, paid_by=paid_by), slip=False).dossier.code
    counter.handling.result_ready(code)
    return code


@pytest.mark.parametrize(("right", "paid"), [(0, "cash"), (1, "transfer"), (2, "none")])
def test_what_is_owed_is_asked_for_with_the_result(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path, right: int, paid: str
) -> None:
    code = ready(counter, clock, "none")
    with standing(qtbot, counter, tmp_path / "desk", "register") as window:
        stands_on(window, code)
        letter(window, "t")
        form = page_of(window).pane.findChild(GiveBackForm)
        assert form is not None
        assert "Chưa thu 50.000 đ, thu bằng" in words_in(page_of(window))
        form.pay.setFocus()
        for _ in range(right):
            press(window, Qt.Key.Key_Right)
        press(window, Qt.Key.Key_Return)
        assert window.tasks.wait_idle()
    assert counter.register.dossier(code).returned_to == "Dương Thị Mỹ Linh"
    assert counter.register.dossier(code).paid_by == paid


def test_nothing_is_asked_where_the_fee_was_paid(
    qtbot: QtBot, counter: Counter, clock: Clock, tmp_path: Path
) -> None:
    code = ready(counter, clock, "cash")
    with standing(qtbot, counter, tmp_path / "desk", "register") as window:
        stands_on(window, code)
        letter(window, "t")
        form = page_of(window).pane.findChild(GiveBackForm)
        assert form is not None
        assert "paid_by" not in form.fields
