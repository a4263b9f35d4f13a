"""Printing a slip again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


def reprint_last(window: MainWindow, context: PageContext) -> None:
    """The slip of the newest dossier, marked as a reprint; where there is no printer it is shown."""
    context.tasks.do(
        window, _newest_slip, context.counter, then=lambda answer: _send(window, context, answer)
    )


def _newest_slip(counter: Counter) -> tuple[Path, str] | None:
    lines = counter.register.newest(1)
    if not lines:
        return None
    dossier = counter.register.dossier(lines[0].code)
    return counter.paper.issue(dossier, "receipt"), dossier.short_code


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
