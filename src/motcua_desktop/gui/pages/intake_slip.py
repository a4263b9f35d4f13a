"""Papers the intake page makes: to the printer, or beside the form where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.counter.paper import form_of_file
from motcua_desktop.gui.pages.telling import show_paper, tell_trouble
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake import IntakePage


class Slips:
    """Prints what was made; `last` is the newest paper, opened at its true size with Ctrl+O."""

    def __init__(self, page: IntakePage) -> None:
        self._page = page
        self._warned = False
        self.last: tuple[Path, str] | None = None

    def print_or_show(self, slip: Path, code: str, *, asked: bool = False) -> None:
        """Print the paper; where there is no printer it is shown at right, the cursor stays. A paper somebody
        `asked` for is printed on a desk too that only saves new ones."""
        title = _title(slip).format(code=code)
        self.last = (slip, title)
        page, printing = self._page, self._page.context.printing
        if not (printing.send if asked else printing.offer)(slip):
            from motcua_desktop.gui.paper_view import show_in_panel

            show_in_panel(page.form.panel, page.context, slip, title)
            self._say_no_printer()

    def _say_no_printer(self) -> None:
        """Once: whoever works without a printer knows it from then on."""
        if not self._warned:
            self._warned = True
            look = Button(_("Mở giấy"), self.open_last, key="Ctrl+O", kind="link", small=True)
            tell_trouble(self._page, _("Chưa có máy in, giấy đã lưu."), "warning", look)

    def open_last(self) -> None:
        """The newest paper at its true size."""
        if self.last is not None:
            show_paper(self._page, self._page.context, *self.last)

    def reprint(self, code: str) -> None:
        """Draw and print the slip of a dossier again, marked as a reprint."""
        page = self._page

        def again() -> tuple[Path, str]:
            dossier = page.counter.register.dossier(code)
            return page.counter.paper.issue(dossier, "receipt"), dossier.short_code

        page.tasks.do(page, again, then=lambda answer: self.print_or_show(*answer, asked=True))


def _title(slip: Path) -> str:
    return {
        "supplement": _("Phiếu yêu cầu bổ sung {code}"),
        "refusal": _("Phiếu từ chối {code}"),
    }.get(form_of_file(slip), _("Giấy hẹn {code}"))
