"""The form of the scans of a dossier: what is kept, and the files that may be added."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.scans import FreshFile, Scan, scans_of
from motcua_desktop.domain.text import size_words
from motcua_desktop.gui.actions import lone_letter
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.intake_words import shown_name
from motcua_desktop.gui.pages.moments import table_moment
from motcua_desktop.gui.theme import margins, spacing
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.gui.widgets.file_list import FileLine, FileList
from motcua_desktop.gui.widgets.inputs import ComboBox
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _

_LONGEST_CHOICE = 60


class ScansForm(QWidget):
    """Lists the scans, and what lies new in the scanner's folder; files are dropped on it.

    Signals: `add_asked(list of paths)`, `open_asked(Scan)`, `remove_asked(Scan)`, `look_asked(Path)`,
    `folder_asked`, and `strayed(letter)`, which was meant for another place.
    """

    add_asked = Signal(object)
    open_asked = Signal(object)
    remove_asked = Signal(object)
    folder_asked = Signal()
    strayed = Signal(str)

    def __init__(self, view: DossierView) -> None:
        super().__init__()
        self.view = view
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes through what is in it
        self.setAccessibleName(_("Bản chụp của hồ sơ {code}").format(code=view.dossier.short_code))
        layout = QVBoxLayout(self)
        margins(layout, 16, 12, 16, 12)
        spacing(layout, 8)
        dossier = view.dossier
        layout.addWidget(label(f"<b>{dossier.applicant.name}</b> {dossier.short_code}", wrap=True))
        self._bar = Bar("warning", "")
        self._bar.hide()
        layout.addWidget(self._bar)
        self._count = label("", "strong")
        self.scans = FileList(_("Bản chụp đã lưu"))
        self.scans.opened.connect(self.open_asked)
        self.scans.dropped.connect(self.remove_asked)
        self._keys = label(_("Enter mở, Del bỏ"), "hint")
        layout.addLayout(row(self._count, 1, self._keys))
        layout.addWidget(self.scans)
        self._make_adding(layout, dossier)
        for one in (self.scans, self.fresh):
            one.strayed.connect(self.strayed)
        self.show_scans(dossier)

    def _make_adding(self, layout: QVBoxLayout, dossier: Dossier) -> None:
        self._component = ComboBox([(0, _("Cả hồ sơ")), *_components(dossier)])
        self._component.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._component.setMinimumContentsLength(12)  # long names of papers do not widen the panel
        if self._component.count() > 1:
            layout.addWidget(Field(_("Tệp thêm vào là của"), self._component))
        self._fresh_words = label(_("Tệp mới từ máy quét"), "strong", wrap=True)
        self._fresh_keys = label(_("Enter thêm"), "hint")
        self.fresh = FileList(_("Tệp mới từ máy quét"))
        self.fresh.opened.connect(lambda file: self.add_asked.emit([file.path]))
        layout.addLayout(row(self._fresh_words, 1, self._fresh_keys))
        layout.addWidget(self.fresh)
        self._folder = Button(
            _("Chọn thư mục máy quét"), self.folder_asked.emit, icon="folder-open", kind="link", small=True
        )
        self._folder.setAutoDefault(True)
        layout.addWidget(self._folder)
        words = _("Kéo tệp thả vào đây cũng được. Nhận PDF, JPEG, PNG, TIFF, mỗi tệp đến 30 MB.")
        layout.addWidget(label(words, "hint", wrap=True))
        layout.addStretch(1)
        self.show_fresh(None, ())

    # ------------------------------------------------------------ what is shown
    def show_scans(self, dossier: Dossier) -> None:
        """The scans as they stand now."""
        scans = scans_of(dossier.events)
        had_focus = self.scans.hasFocus()
        self._count.setText(_("Bản chụp: {n}").format(n=len(scans)) if scans else _("Chưa có bản chụp nào"))
        self._keys.setVisible(bool(scans))
        self.scans.show_lines([_scan_line(scan, self.view, dossier) for scan in scans])
        if had_focus and not scans:
            self.take_focus()

    def show_fresh(self, folder: Path | None, files: Sequence[FreshFile]) -> None:
        """What lies new in the scanner's folder; None when this desk has none."""
        had_focus = self.fresh.hasFocus() or self.hasFocus()
        self.fresh.show_lines([_fresh_line(file, self.view) for file in files])
        self._fresh_words.setVisible(folder is not None)
        self._fresh_keys.setVisible(bool(files))
        if folder is not None:
            words = _("Tệp mới từ máy quét") if files else _("Máy quét chưa có tệp mới")
            self._fresh_words.setText(words)
            self._folder.set_words(_("Đổi thư mục máy quét"))
            self._folder.setToolTip(str(folder))
        if had_focus:
            self.take_focus()

    def say(self, sentences: str) -> None:
        """What was left out and why; "" takes it back."""
        self._bar.say("warning", sentences)
        self._bar.setVisible(bool(sentences))

    @property
    def component(self) -> int:
        """The component that files added now belong to, 0 for the whole dossier."""
        return int(self._component.currentData())

    def take_focus(self) -> None:
        """Where the next key is most likely wanted: the scanner's files, the scans, the form itself."""
        for one in (self.fresh, self.scans):
            if one.lines:
                one.setFocus()
                return
        self.setFocus()

    # ------------------------------------------------------------ keys and drops
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if letter := lone_letter(event):
            self.strayed.emit(letter)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files of another program; they are copied, whatever it proposes."""
        if files := _dropped(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.add_asked.emit(files)


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _components(dossier: Dossier) -> list[tuple[object, str]]:
    held = {paper.number for paper in dossier.papers}
    return [
        (component.number, _short(shown_name(component)))
        for component in dossier.procedure.components
        if component.number in held
    ]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_CHOICE else name[:_LONGEST_CHOICE].rsplit(" ", 1)[0] + "…"


def component_name(scan: Scan, dossier: Dossier) -> str:
    """The component a scan shows, "" for the whole dossier."""
    return next((shown_name(c) for c in dossier.procedure.components if c.number == scan.component), "")


def scan_icon(name: str) -> str:
    """The icon of a scan by its name."""
    return "file-text" if name.lower().endswith(".pdf") else "scan-line"


def _scan_line(scan: Scan, view: DossierView, dossier: Dossier) -> FileLine:
    what = component_name(scan, dossier)
    parts = [table_moment(scan.at, view.now), size_words(scan.bytes), what or scan.officer]
    return FileLine(scan.name, " · ".join(parts), scan_icon(scan.path), scan)


def _fresh_line(file: FreshFile, view: DossierView) -> FileLine:
    detail = f"{table_moment(file.at, view.now)} · {size_words(file.bytes)}"
    return FileLine(file.path.name, detail, scan_icon(file.path.name), file)
