"""Papers, days and work: the painted lists of the window."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.theme import px
from motcua_desktop.gui.widgets import components_list
from motcua_desktop.gui.widgets.badge import state_badge
from motcua_desktop.gui.widgets.components_list import ComponentLine, ComponentsList
from motcua_desktop.gui.widgets.day_strip import DayStrip, StripDay, folded, weekday_short
from motcua_desktop.gui.widgets.work_list import WorkItem, WorkList


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()


PAPERS = [
    ComponentLine("Tờ khai", "Phải nộp", "1 bản chính", required=True),
    ComponentLine("Giấy chứng sinh " * 12, "Phải nộp", "1 bản chính", required=True),
    ComponentLine("Văn bản ủy quyền", "Nếu có"),
]


def test_digits_and_space_tick_papers(qtbot: QtBot) -> None:
    papers = ComponentsList()
    shown(qtbot, papers)
    papers.set_lines(PAPERS)
    QTest.keyClick(papers, Qt.Key.Key_3)
    assert papers.checked() == [2]
    QTest.keyClick(papers, Qt.Key.Key_Space)
    assert papers.checked() == []
    QTest.keyClick(papers, Qt.Key.Key_9)
    assert papers.checked() == []


def test_all_required_papers_are_ticked_at_once_and_others_left(qtbot: QtBot) -> None:
    papers, told = ComponentsList(), []
    shown(qtbot, papers)
    papers.set_lines(PAPERS)
    papers.ticked.connect(lambda number, checked: told.append((number, checked)))
    papers.tick_required()
    papers.tick_required()
    assert papers.checked() == [0, 1]
    assert told == [(0, True), (1, True)]


def test_every_paper_shows_the_number_a_refusal_names_also_beyond_the_nine_keys(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers, painted = ComponentsList(), []
    monkeypatch.setattr(
        components_list, "words", lambda _painter, _rect, text, *_rest, **_more: painted.append(text)
    )
    papers.resize(640, 700)
    shown(qtbot, papers)
    papers.set_lines([ComponentLine(f"Giấy tờ {letter}", "Phải nộp") for letter in "abcdefghijklmn"])
    papers.grab()
    assert {str(number) for number in range(1, 15)} <= set(painted)


def test_a_long_name_of_a_paper_wraps_instead_of_being_cut(qtbot: QtBot) -> None:
    papers = ComponentsList()
    papers.resize(640, 300)
    shown(qtbot, papers)
    papers.set_lines(PAPERS)
    assert papers.sizeHintForRow(0) == px(36)
    wide = papers.sizeHintForRow(1)
    assert wide > px(36)
    papers.resize(420, 300)
    assert papers.sizeHintForRow(1) > wide


def days(count: int) -> list[StripDay]:
    first = date(2026, 11, 23)
    between = [StripDay(first + timedelta(n), "counted", str(n)) for n in range(1, count - 1)]
    return [
        StripDay(first, "received", "Nhận"),
        *between,
        StripDay(first + timedelta(count - 1), "due", "Trả"),
    ]


def test_a_week_is_shown_day_by_day() -> None:
    assert folded(days(7), 7) == days(7)


def test_more_than_a_week_keeps_its_ends_and_counts_the_middle() -> None:
    cells = folded(days(15), 7)
    assert len(cells) == 5
    assert cells[0] == days(15)[0]
    assert cells[-1] == days(15)[-1]
    assert cells[2].counted == 11  # type: ignore[union-attr]


def test_days_after_the_due_day_give_way_first() -> None:
    later = [StripDay(date(2026, 12, 1), "later"), StripDay(date(2026, 12, 2), "later")]
    assert folded([*days(6), *later], 7) == [*days(6), later[0]]


def test_the_day_strip_says_its_sentence_to_who_cannot_see_it(qtbot: QtBot) -> None:
    strip = DayStrip()
    shown(qtbot, strip)
    strip.set_days(days(15), "15 ngày làm việc, trừ 24/11 nghỉ lễ")
    assert strip.accessibleName() == "15 ngày làm việc, trừ 24/11 nghỉ lễ"
    assert strip.height() >= px(72)


@pytest.mark.parametrize(("day", "word"), [(23, "T2"), (28, "T7"), (29, "CN")])
def test_weekdays_are_short(day: int, word: str) -> None:
    assert weekday_short(date(2026, 11, day)) == word


def test_work_opens_by_its_digit_or_by_enter(qtbot: QtBot) -> None:
    work = WorkList("Cần làm ngay")
    shown(qtbot, work)
    badge = state_badge("overdue", "Quá hạn")
    items = [WorkItem(badge, "Võ Minh Hải", "261117-0004", "Mở", n) for n in range(3)]
    work.set_items(items)
    opened: list[int] = []
    work.opened.connect(lambda item: opened.append(item.subject))
    QTest.keyClick(work, Qt.Key.Key_2)
    QTest.keyClick(work, Qt.Key.Key_7)
    QTest.keyClick(work, Qt.Key.Key_Down)
    QTest.keyClick(work, Qt.Key.Key_Return)
    assert opened == [1, 1]
