"""Fields for a day say in Vietnamese what is typed there, and have the room for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame
from pytestqt.qtbot import QtBot
from tests.gui.standing import standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.typed_days import day_field
from motcua_desktop.gui.theme import look, width_of


@pytest.fixture
def window(qtbot: QtBot, counter: Counter, tmp_path: Path) -> Iterator[MainWindow]:
    with standing(qtbot, counter, tmp_path / "desk", "reports") as opened:
        yield opened


def test_an_empty_field_for_a_day_is_explained_in_vietnamese(window: MainWindow) -> None:
    assert day_field("Từ ngày").line.placeholderText() == "ngày/tháng/năm"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_words_in_an_empty_day_of_a_reports_period_are_read_whole(
    window: MainWindow, scale: float
) -> None:
    look().set(scale=scale)
    days = [
        edit
        for edit in window.page.findChildren(QLineEdit)
        if edit.accessibleName() in ("Từ ngày", "Đến ngày")
    ]
    assert len(days) == 2
    for edit in days:
        assert edit.placeholderText() == "ngày/tháng/năm"
        option = QStyleOptionFrame()
        edit.initStyleOption(option)
        room = edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit)
        assert room.width() >= width_of(edit.placeholderText())
