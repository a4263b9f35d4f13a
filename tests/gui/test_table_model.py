"""A long list seen through a window: only what is looked at is fetched, and ids outlive a refresh."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.table_model import BLOCK, CELL, KEPT_BLOCKS, Column, Group, TableModel
from motcua_desktop.gui.theme import px
from motcua_desktop.gui.widgets.badge import state_badge
from motcua_desktop.gui.widgets.highlight import hits
from motcua_desktop.gui.widgets.table import Table


@dataclass(frozen=True)
class Line:
    id: int
    name: str


COLUMNS = [
    Column("id", "Mã", lambda line: f"{line.id:06d}", sort="id"),
    Column("name", "Người nộp", lambda line: line.name, fit=True, hits=True),
    Column("state", "Trạng thái", lambda line: "", badge=lambda line: state_badge("ready", "Có kết quả")),
]


class Source:
    """A million rows somewhere else; it remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def fetch(self, offset: int, limit: int) -> list[Line]:
        self.asked.append((offset, limit))
        return [Line(number, f"Người {number}") for number in range(offset, offset + limit)]


def lines(*names: str) -> list[Line]:
    return [Line(number, name) for number, name in enumerate(names, start=1)]


def test_a_million_rows_cost_only_the_blocks_looked_at(qtbot: QtBot) -> None:
    model, source = TableModel(COLUMNS), Source()
    model.show_query(1_000_000, source.fetch)
    assert model.rowCount() == 1_000_000
    assert source.asked == []
    assert model.index(999_999, 0).data() == "999999"
    assert model.index(999_950, 1).data() == "Người 999950"
    assert source.asked == [(999_900, BLOCK)]


def test_only_the_last_blocks_are_kept(qtbot: QtBot) -> None:
    model, source = TableModel(COLUMNS), Source()
    model.show_query(1_000_000, source.fetch)
    for block in range(KEPT_BLOCKS + 10):
        model.row(block * BLOCK)
    assert len(model.loaded()) == KEPT_BLOCKS * BLOCK
    model.row(0)
    assert source.asked.count((0, BLOCK)) == 2


def test_a_block_on_its_way_is_blank_and_asked_once(qtbot: QtBot) -> None:
    model, source = TableModel(COLUMNS), Source()
    waiting: list[tuple[Callable[[], Sequence[Any]], Callable[[Sequence[Any]], None]]] = []
    model.show_query(300, source.fetch, ask=lambda work, then: waiting.append((work, then)))
    assert model.index(5, 1).data() is None
    assert model.index(7, 1).data() is None
    assert len(waiting) == 1
    work, then = waiting[0]
    with qtbot.waitSignal(model.dataChanged):
        then(work())
    assert model.index(5, 1).data() == "Người 5"


def test_an_answer_to_an_older_list_is_not_shown_in_the_newer(qtbot: QtBot) -> None:
    model, source = TableModel(COLUMNS), Source()
    waiting: list[Any] = []
    model.show_query(300, source.fetch, ask=lambda work, then: waiting.append((work, then)))
    model.row(0)
    model.show_rows(lines("Dương Thị Bé"))
    work, then = waiting[0]
    then(work())
    assert [line.name for line in model.loaded()] == ["Dương Thị Bé"]


def test_the_first_block_at_hand_is_not_fetched_again(qtbot: QtBot) -> None:
    model, source = TableModel(COLUMNS), Source()
    model.show_query(300, source.fetch, first=source.fetch(0, BLOCK))
    assert model.index(3, 1).data() == "Người 3"
    assert source.asked == [(0, BLOCK)]


def test_the_model_keeps_the_promises_of_qt_models(qtbot: QtBot) -> None:
    model, source = TableModel(COLUMNS, ticks=True), Source()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_query(250, source.fetch)
    model.show_rows([Group("Quá hạn"), *lines("Dương Thị Bé")])
    assert model.rowCount() == 2
    assert tester.model() is model


def test_a_heading_cannot_be_chosen_and_has_no_id(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS)
    model.show_rows([Group("Quá hạn", "3"), *lines("Dương Thị Bé")])
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.id_at(0) is None
    assert model.id_at(1) == 1


def test_ticks_hold_ids_not_places(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS, ticks=True)
    model.show_rows(lines("Bé", "Lài"))
    with qtbot.waitSignal(model.ticks_changed):
        model.toggle(1)
    model.show_rows(list(reversed(lines("Bé", "Lài"))))
    assert model.ticked == {2}
    model.toggle(0)
    assert model.ticked == set()


def test_a_badge_speaks_its_words(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS)
    model.show_rows(lines("Dương Thị Bé"))
    index = model.index(0, 2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Có kết quả"
    assert index.data(CELL).badge.icon == "circle-check"


def shown_table(qtbot: QtBot, model: TableModel) -> Table:
    table = Table(model, "Sổ hồ sơ")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return table


def test_the_same_dossier_stays_current_after_a_refresh(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS)
    table = shown_table(qtbot, model)
    model.show_rows(lines("Bé", "Lài", "Sen"))
    table.choose(1)
    model.show_rows([Line(9, "Mới"), *lines("Bé", "Lài", "Sen")])
    assert table.current() == Line(2, "Lài")


def test_a_dossier_gone_from_the_list_is_told(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS)
    table = shown_table(qtbot, model)
    model.show_rows(lines("Bé", "Lài"))
    table.choose(1)
    with qtbot.waitSignal(table.chosen) as told:
        model.show_rows(lines("Bé"))
    assert told.args == [None]


def test_enter_opens_and_space_ticks(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS, ticks=True)
    table = shown_table(qtbot, model)
    model.show_rows(lines("Bé", "Lài"))
    table.choose(1)
    with qtbot.waitSignal(table.opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [Line(2, "Lài")]
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert model.ticked == {2}


def test_end_goes_to_the_last_of_a_million(qtbot: QtBot) -> None:
    model, source = TableModel(COLUMNS), Source()
    table = shown_table(qtbot, model)
    model.show_query(1_000_000, source.fetch)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.current() == Line(999_999, "Người 999999")
    table.grab()
    assert len(source.asked) < 5


def test_the_arrows_pass_over_headings(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS)
    table = shown_table(qtbot, model)
    model.show_rows([Group("Quá hạn"), Line(1, "Bé"), Group("Hôm nay"), Line(2, "Lài")])
    table.choose(1)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.current() == Line(2, "Lài")


def test_pressing_a_head_asks_for_an_order_and_again_for_its_reverse(qtbot: QtBot) -> None:
    table = shown_table(qtbot, TableModel(COLUMNS))
    header = table.horizontalHeader().viewport()
    place = QPoint(20, 10)
    with qtbot.waitSignal(table.sort_asked) as told:
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["id", False]
    with qtbot.waitSignal(table.sort_asked) as told:
        QTest.mouseClick(header, Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["id", True]


def test_rows_are_36_pixels_and_names_get_the_width_they_need(qtbot: QtBot) -> None:
    model = TableModel(COLUMNS)
    table = shown_table(qtbot, model)
    model.show_rows(lines("Bé"))
    narrow = table.columnWidth(1)
    model.show_rows(lines("Dương Thị Tuyết Nhung"))
    assert table.columnWidth(1) > narrow
    assert table.rowHeight(0) == px(36)


@pytest.mark.parametrize(
    ("text", "search", "marked"),
    [
        ("Dương Thị Mỹ Linh", "duong thi", ["Dương Thị"]),
        ("Dương Thị Mỹ Linh", "linh duong", ["Dương", "Linh"]),
        ("Đặng Thị Ỷ", "dang", ["Đặng"]),
        ("Nguyễn Văn An", "an", ["An"]),
        ("261119-0002", "0002", ["0002"]),
        ("Nguyễn Văn An", "", []),
        ("Nguyễn Văn An", "binh", []),
    ],
)
def test_what_was_searched_is_marked_with_its_marks_restored(
    text: str, search: str, marked: list[str]
) -> None:
    assert [text[start : start + length] for start, length in hits(text, search)] == marked
