"""The scans of the dossier in sight: the card on its page, the form behind S, and what is done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from motcua_desktop.domain.scans import Scan, ScanChanged, Scanned, scans_of
from motcua_desktop.gui.actions import Action, Hint
from motcua_desktop.gui.choosing_files import choose_folder, open_files
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.forms.scans import ScansForm, component_name, scan_icon
from motcua_desktop.gui.pages.moments import table_moment
from motcua_desktop.gui.pages.telling import show_paper, tell, tell_trouble
from motcua_desktop.gui.paper_view import show_picture
from motcua_desktop.gui.theme import IconLabel
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.key_cap import KeyCap
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.gui.widgets.text import column, elided, holder, label, row
from motcua_desktop.i18n import _
from motcua_desktop.say import say

#: The folder the scanner of this desk writes into.
SCAN_FOLDER = "scan/folder"
_PICTURES = (".jpg", ".png")


class ScanActs(QObject):
    """What is done with the scans of one dossier while their form is open. `changed`: they are others now."""

    changed = Signal()

    def __init__(self, page: Page, context: PageContext) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self.form: ScansForm | None = None

    def make_form(self, view: DossierView) -> ScansForm:
        """The form of a dossier's scans; the caller puts it where it is seen."""
        form = ScansForm(view)
        form.add_asked.connect(self.add)
        form.open_asked.connect(self.open_scan)
        form.remove_asked.connect(self.remove)
        form.folder_asked.connect(self.choose_folder)
        return form

    def begin(self, form: ScansForm) -> None:
        """The form is in sight: look what the scanner has written."""
        self.form = form
        form.take_focus()
        self._look()

    def actions(self) -> list[Action]:
        """The keys while the form is open."""
        form = self.form
        if form is None:
            return []
        return [
            Action("F12", _("Thêm tệp"), self.choose, "plus"),
            Action("Return", _("Thêm tệp"), self.choose, "plus", can=form.hasFocus),
        ]

    def hints(self) -> list[Hint]:
        """The keys for the status bar."""
        keys = [Hint("F12", _("Thêm tệp")), Hint("Esc", _("Đóng"))]
        if self.form is not None and self.form.scans.lines:
            keys = [Hint("Enter", _("Mở")), Hint("Del", _("Bỏ bản chụp")), *keys]
        return keys

    # ------------------------------------------------------------ adding
    def choose(self) -> None:
        """F12: choose files of the disk."""
        start = self._folder()
        kinds = _("Bản chụp") + " (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"
        files = open_files(self._page.window(), self._context, _("Thêm bản chụp"), kinds, start)
        if files:
            self.add(files)

    def add(self, files: Sequence[Path]) -> None:
        """Keep these files."""
        form = self.form
        if form is None:
            return
        self._context.tasks.do(
            self._page,
            self._context.counter.scans.add,
            form.view.dossier.code,
            list(files),
            form.component,
            then=lambda answer: self._added(form, answer),
            fail=lambda error: tell_trouble(self._page, say(error)),
            words=_("Đang lưu bản chụp"),
        )

    def _added(self, form: ScansForm, answer: Scanned) -> None:
        code, added = answer.dossier.code, answer.added
        why = "\n".join(sentence for _name, sentence in answer.left_out)
        if shiboken6.isValid(form):
            form.say(why)
            form.show_scans(answer.dossier)
            self._look()
        elif why:
            tell_trouble(self._page, why, "warning")
        if added:
            words = _("Đã thêm {n} bản chụp vào {code}")
            tell(
                self._page,
                words.format(n=len(added), code=answer.dossier.short_code),
                lambda: self._undo(code, added, self._context.counter.scans.remove),
            )
        self.changed.emit()

    # ------------------------------------------------------------ taking away, and back
    def remove(self, scan: Scan) -> None:
        """Del: off the dossier; Ctrl+Z brings it back."""
        form, scans = self.form, self._context.counter.scans
        if form is None:
            return

        def removed(answer: Scanned) -> None:
            self._show(answer)
            words = _("Đã bỏ bản chụp “{name}”").format(name=scan.name)
            tell(self._page, words, lambda: self._undo(code, (scan,), scans.bring_back))

        code = form.view.dossier.code
        self._context.tasks.do(
            self._page,
            scans.remove,
            code,
            scan.uid,
            then=removed,
            fail=lambda error: tell_trouble(self._page, say(error)),
        )

    def _undo(self, code: str, scans: Sequence[Scan], back: Callable[[str, str], Scanned]) -> None:
        for scan in scans:
            self._context.tasks.do(
                self._page,
                back,
                code,
                scan.uid,
                then=self._show,
                fail=lambda error: tell_trouble(self._page, say(error)),
            )

    def _show(self, answer: Scanned) -> None:
        form = self.form
        if form is not None and form.view.dossier.id == answer.dossier.id:
            form.show_scans(answer.dossier)
            self._look()
        self.changed.emit()

    # ------------------------------------------------------------ the scanner's folder
    def _folder(self) -> Path | None:
        kept = self._context.settings.text(SCAN_FOLDER)
        return Path(kept) if kept else None

    def choose_folder(self) -> None:
        """Remember where this desk's scanner writes."""
        chosen = choose_folder(self._page.window(), self._context, _("Thư mục máy quét ghi vào"))
        if chosen is not None:
            self._context.settings.put(SCAN_FOLDER, str(chosen))
            self._look()

    def _look(self) -> None:
        form, folder = self.form, self._folder()
        if form is None or folder is None:
            return
        self._context.tasks.ask(
            form,
            self._context.counter.scans.fresh,
            folder,
            then=lambda files: form.show_fresh(folder, files),
            fail=lambda error: form.say(say(error)),
            name="fresh",
        )

    # ------------------------------------------------------------ opening
    def open_scan(self, scan: Scan) -> None:
        """Show a scan; one that is no longer what was kept is shown after it was said."""
        self._context.tasks.ask(
            self._page,
            self._context.counter.scans.kept,
            scan,
            then=lambda path: self._shown(path, scan.name),
            fail=lambda error: self._not_as_kept(error, scan.name),
            name="scan",
        )

    def _not_as_kept(self, error: Exception, name: str) -> None:
        if isinstance(error, ScanChanged):
            path = Path(error.path)
            look = Button(_("Vẫn mở xem"), partial(self._shown, path, name), kind="link", small=True)
            tell_trouble(self._page, say(error), "warning", look)
        else:
            tell_trouble(self._page, say(error), "warning")

    def _shown(self, path: Path, name: str) -> None:
        if path.suffix == ".pdf":
            show_paper(self._page, self._context, path, name)
        elif path.suffix in _PICTURES:
            show_picture(self._page.window(), self._context, path, name)
        else:  # Qt reads no TIFF here: the system's own program does
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def scans_line(view: DossierView, asked: Callable[[], object]) -> QHBoxLayout:
    """How many scans there are; it opens their form."""
    number = len(scans_of(view.dossier.events))
    words = _("Bản chụp: {n}").format(n=number) if number else _("Thêm bản chụp")
    link = Button(words, asked, kind="link", small=True)
    link.setAutoDefault(True)  # Enter opens the form
    return row(IconLabel("scan-line", "text2", 16), link, KeyCap("S"), 1, gap=8)


def scans_card(view: DossierView, opened: Callable[[Scan], object], asked: Callable[[], object]) -> Card:
    """Every scan with its paper and its moment; a click opens it."""
    scans = scans_of(view.dossier.events)
    change = Button(_("Thêm, bỏ"), asked, key="S", kind="link", small=True)
    card = Card(_("Bản chụp"), str(len(scans)) if scans else "", change)
    lines = column(gap=2)
    for scan in scans:
        link = Button(scan.name, partial(opened, scan), kind="link", small=True)
        link.setAutoDefault(True)  # Enter opens the scan
        what = elided(component_name(scan, view.dossier), "second")
        when = label(table_moment(scan.at, view.now), "hint")
        when.setToolTip(scan.officer)
        lines.addLayout(row(IconLabel(scan_icon(scan.path), "text2", 16), link, what, 1, when, gap=8))
    card.add(holder(lines))
    if not scans:
        card.add(label(_("Chưa có bản chụp nào. Bấm S để thêm tệp quét hoặc ảnh chụp."), "hint", wrap=True))
    return card
