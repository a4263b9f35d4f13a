"""The public lists of a period: masked, as Excel and as one page for the portal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.exchange import Published
from motcua_desktop.gui.choosing_files import choose_folder
from motcua_desktop.gui.pages.long_names import file_words
from motcua_desktop.gui.pages.settings_pane import SettingsPane
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.pages.typed_days import NoDay, day_field, days_of
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.card import Card
from motcua_desktop.gui.widgets.text import label, row
from motcua_desktop.i18n import _


class PublishCard(Card):
    """From which day to which, and into which folder."""

    def __init__(self, pane: SettingsPane) -> None:
        super().__init__(_("Danh sách công khai"))
        self._pane = pane
        today = pane.context.counter.now().date()
        self.start = day_field(_("Từ ngày"), today.replace(day=1))
        self.end = day_field(_("Đến ngày"), today)
        words = _("Tiến độ, kết quả, thư xin lỗi: tên và số định danh đã che. Một tệp Excel, một trang web.")
        self.add(label(words, "second", wrap=True))
        self.add(row(self.start, self.end, gap=12))
        self.button = Button(_("Lập danh sách"), self.publish, icon="file-text", key="Ctrl+L", small=True)
        self.add(row(self.button, 1))
        self.told = label("", wrap=True)
        self.opener = Button(_("Mở thư mục"), self._open_folder, icon="folder-open", small=True)
        self.add(self.told)
        self.add(row(self.opener, 1))
        self.body.addStretch(1)
        self._folder: Path | None = None
        for part in (self.told, self.opener):
            part.hide()

    def choose_folder(self) -> Path | None:
        """Ask for the folder of the lists."""
        return choose_folder(self, self._pane.context, _("Lưu danh sách công khai vào"))

    def publish(self) -> None:
        """Ctrl+L: write both files."""
        try:
            start, end = days_of(self.start, self.end)
        except NoDay:
            return
        if start is None or end is None:
            empty = self.start if start is None else self.end
            empty.fail(_("Gõ ngày dạng 25/11/2026."))
            empty.setFocus()
            return
        folder = self.choose_folder()
        if folder is not None:
            self._pane.context.tasks.do(
                self,
                self._pane.context.counter.exchange.publish,
                folder,
                Period(start, end),
                then=self._done,
                fail=self._pane.failed,
                words=_("Đang lập danh sách công khai"),
            )

    def _done(self, made: Published) -> None:
        self._folder = made.sheet.parent
        words = _("{progress} hồ sơ, {results} kết quả, {letters} thư xin lỗi.<br>{sheet}<br>{page}")
        self.told.setText(
            words.format(
                progress=made.progress,
                results=made.results,
                letters=made.apologies,
                sheet=file_words(made.sheet.name),
                page=file_words(made.page.name),
            )
        )
        for part in (self.told, self.opener):
            part.show()
        tell(self, _("Đã lập danh sách công khai"))

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def panes(self) -> list[QWidget]:
        """What the focus can go to."""
        return [self.start]
