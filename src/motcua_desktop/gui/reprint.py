"""Printing a slip again, and the one a power cut kept from being printed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.lifecycle import Status
from motcua_desktop.domain.query import Query
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.gui.printing import Printing

#: For so long the citizen may still stand at the counter, or come back for the slip.
_STILL_HERE = timedelta(hours=12)


def reprint_last(window: MainWindow, context: PageContext) -> None:
    """The slip of the newest dossier, marked as a reprint; where there is no printer it is shown."""
    context.tasks.do(
        window, _newest_slip, context.counter, then=lambda answer: _send(window, context, answer)
    )


def remind_unprinted(window: MainWindow, context: PageContext) -> None:
    """Say so where the newest dossier was saved and its slip never drawn: the citizen has nothing in hand."""
    context.tasks.ask(
        window, _unprinted, context.counter, then=lambda code: _say_unprinted(window, code) if code else None
    )


def _newest(counter: Counter) -> Dossier | None:
    """The newest that was received and still counts: one refused, or taken back, has no slip to print."""
    lines = counter.register.page(Query(taken_in=True), limit=1)
    return counter.register.dossier(lines[0].code) if lines else None


def _unprinted(counter: Counter) -> str:
    dossier = _newest(counter)
    if dossier is None or dossier.printed or counter.now() - dossier.received_at > _STILL_HERE:
        return ""
    return dossier.short_code if dossier.status in (Status.RECEIVED, Status.IN_PROCESS) else ""


def _say_unprinted(window: MainWindow, code: str) -> None:
    words = _("Hồ sơ {code} đã ghi nhưng chưa có giấy hẹn, có thể vì mất điện. Bấm Ctrl+R để in.")
    window.show_bar("warning", words.format(code=code))


def _newest_slip(counter: Counter) -> tuple[Path, str] | None:
    dossier = _newest(counter)
    return None if dossier is None else (counter.paper.issue(dossier, "receipt"), dossier.short_code)


def _send(window: MainWindow, context: PageContext, answer: tuple[Path, str] | None) -> None:
    if answer is None:
        window.say(_("Chưa có giấy hẹn nào để in lại"), kind="info")
        return
    path, code = answer
    if context.printing.send(path):
        window.say(_("Đang in lại giấy hẹn {code}").format(code=code))
    else:
        from motcua_desktop.gui.paper_view import show_pdf

        show_pdf(window, context, path, _("Giấy hẹn {code}").format(code=code))


def say_not_printed(window: MainWindow, printing: Printing, path: Path) -> None:
    """The printer has not taken a paper: that very one is offered again (Ctrl+R is the newest receipt's)."""
    words = _("Máy in không trả lời. Hồ sơ đã lưu, giấy ở {name}. Kiểm tra giấy, rồi bấm In lại.")

    def again() -> None:
        window.clear_bars()
        printing.send(path)

    button = Button(_("In lại"), again, icon="printer", small=True)
    window.show_bar("error", words.format(name=path.name), button)
