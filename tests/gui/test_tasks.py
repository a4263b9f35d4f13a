"""Background work: answers come on the window's thread, in order, and to nobody who has gone."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from motcua_desktop.gui.tasks import Cancelled, Job, Tasks


def test_work_runs_elsewhere_and_its_answer_comes_to_the_window(qtbot: QtBot, tasks: Tasks) -> None:
    threads: list[int] = []
    answers: list[Any] = []

    def count(first: int, second: int) -> int:
        threads.append(threading.get_ident())
        return first + second

    def show(value: int) -> None:
        threads.append(threading.get_ident())
        answers.append(value)

    tasks.ask(None, count, 1, 2, then=show)
    assert tasks.wait_idle()
    assert answers == [3]
    assert threads[0] != threading.get_ident() == threads[1]


def test_changes_are_made_one_after_the_other_in_the_order_given(qtbot: QtBot, tasks: Tasks) -> None:
    made: list[int] = []
    for number in range(20):
        tasks.do(None, made.append, number)
    assert tasks.wait_idle()
    assert made == list(range(20))


def test_a_long_read_does_not_hold_up_a_change(qtbot: QtBot, tasks: Tasks) -> None:
    read_may_end, changed = threading.Event(), threading.Event()
    tasks.ask(None, read_may_end.wait, 10)
    tasks.do(None, changed.set)
    assert changed.wait(10)
    read_may_end.set()


def test_a_copy_or_a_report_holds_up_no_question_of_the_counter(qtbot: QtBot, tasks: Tasks) -> None:
    copy_may_end, answered = threading.Event(), threading.Event()
    tasks.ask(None, copy_may_end.wait, 10, words="Đang sao lưu")
    tasks.ask(None, answered.set)
    assert answered.wait(10)
    copy_may_end.set()


def test_pages_are_told_after_a_change_and_not_after_a_question(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[str] = []
    tasks.changed.connect(lambda: told.append("changed"))
    tasks.ask(None, lambda: 1)
    assert tasks.wait_idle()
    assert told == []
    tasks.do(None, lambda: 1, then=lambda _value: told.append("answered"))
    assert tasks.wait_idle()
    assert told == ["answered", "changed"]


def test_a_failed_change_does_not_tell_that_something_changed(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[Any] = []
    tasks.changed.connect(lambda: told.append("changed"))
    tasks.do(None, _refuse, fail=lambda error: told.append(str(error)))
    assert tasks.wait_idle()
    assert told == ["refused"]


def _refuse() -> None:
    raise ValueError("refused")


def test_an_error_nobody_takes_goes_to_the_window(
    qtbot: QtBot, tasks: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    troubles: list[Exception] = []
    tasks.trouble.connect(lambda error, _job: troubles.append(error))
    tasks.ask(None, _refuse)
    assert tasks.wait_idle()
    assert [str(error) for error in troubles] == ["refused"]
    assert "background work failed" in caplog.text


def test_an_answer_for_a_deleted_page_is_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    page, may_end, answers = QObject(), threading.Event(), []
    tasks.ask(page, may_end.wait, 10, then=answers.append)
    page.deleteLater()
    QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    may_end.set()
    assert tasks.wait_idle()
    assert answers == []


def test_a_newer_question_of_the_same_name_overtakes_the_older(qtbot: QtBot, tasks: Tasks) -> None:
    page, may_end, answers = QObject(), threading.Event(), []
    tasks.ask(page, lambda: may_end.wait(10) and "du", then=answers.append, name="search")
    tasks.ask(page, lambda: "duong", then=answers.append, name="search")
    tasks.ask(page, lambda: "duong thi", then=answers.append, name="search")
    may_end.set()
    assert tasks.wait_idle()
    assert answers == ["duong thi"]


def test_the_officer_can_stop_work_that_tells_its_steps(qtbot: QtBot, tasks: Tasks) -> None:
    begun, told = threading.Event(), []

    def pack(job: Job) -> None:
        for number in range(1_000_000):
            job.step(number, 1_000_000)
            begun.set()

    tasks.do(None, pack, steps=True, fail=lambda error: told.append(type(error)))
    assert begun.wait(10)
    assert tasks.cancel()
    assert tasks.wait_idle()
    assert told == [Cancelled]
    assert not tasks.cancel()


def test_work_without_steps_is_not_stopped(qtbot: QtBot, tasks: Tasks) -> None:
    may_end = threading.Event()
    tasks.do(None, may_end.wait, 10)
    assert not tasks.cancel()
    assert tasks.is_changing
    may_end.set()
    assert tasks.wait_idle()
    assert not tasks.is_changing


def test_slow_work_is_told_when_it_begins_to_be_slow_and_when_it_ends(qtbot: QtBot, tasks: Tasks) -> None:
    may_end, told = threading.Event(), []
    tasks.slow.connect(told.append)
    tasks.ask(None, may_end.wait, 10)
    with qtbot.waitSignal(tasks.slow):
        pass
    may_end.set()
    assert tasks.wait_idle()
    assert told == [True, False]


def test_quick_work_is_never_called_slow(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[bool] = []
    tasks.slow.connect(told.append)
    tasks.ask(None, lambda: 1)
    assert tasks.wait_idle()
    assert told == []


def test_work_nobody_waits_for_is_never_called_slow(qtbot: QtBot, tasks: Tasks) -> None:
    may_end, told = threading.Event(), []
    tasks.slow.connect(told.append)
    tasks.ask(None, may_end.wait, 10, quiet=True, words="pages")
    tasks.ask(None, lambda: None)
    qtbot.waitUntil(lambda: len(tasks._jobs) == 1)
    assert not tasks._slow_timer.isActive()
    assert not tasks._long_timer.isActive()
    may_end.set()
    with qtbot.waitSignal(tasks.idle):
        pass
    assert told == []


def test_leaving_waits_for_a_change_and_drops_its_answer(qtbot: QtBot) -> None:
    tasks, made, answers = Tasks(), [], []
    tasks.do(None, made.append, "dossier", then=answers.append)
    tasks.close()
    QCoreApplication.processEvents()
    assert made == ["dossier"]
    assert answers == []


def test_after_leaving_a_late_question_is_dropped_and_a_change_is_refused(qtbot: QtBot) -> None:
    tasks, made = Tasks(), []
    tasks.close()
    assert tasks.ask(None, made.append, "read").is_cancelled
    with pytest.raises(RuntimeError):
        tasks.do(None, made.append, "dossier")
    assert made == []
    assert not tasks.is_busy


def test_five_thousand_answers_leave_python_alive(qtbot: QtBot, tasks: Tasks) -> None:
    """PySide6 6.12 loses a reference of True at each emit and dies after some 570."""
    seen: list[bool] = []
    tasks.slow.connect(seen.append)
    for _number in range(5_000):
        tasks.slow.emit(True)
    assert len(seen) == 5_000
