"""What a list of the portal would change: new, changed and expired procedures, each with how it differs."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motcua_desktop.domain.catalogue_change import CatalogueChange, CataloguePreview, ChangeKind
from motcua_desktop.gui.pages.catalogue_term import fee_words, term_words
from motcua_desktop.gui.table_model import Column, TableModel
from motcua_desktop.gui.theme import least, margins, spacing
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.gui.widgets.bar import Bar
from motcua_desktop.gui.widgets.empty_state import EmptyState
from motcua_desktop.gui.widgets.table import Table
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _

#: Parts of a procedure that change without an officer having to know.
_QUIET = ("field_code", "promulgated_by", "handled_by")


class ChangesView(QWidget):
    """The changes with their ticks; what expires is not ticked by itself. The bar below says the chosen
    one in full."""

    def __init__(self, preview: CataloguePreview, today: date) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.preview, self._today = preview, today
        self.rows = TableModel(self._columns(), self, id_of=lambda change: change.code, ticks=True)
        self.rows.show_rows(preview.changes)
        self.rows.tick(change.code for change in preview.changes if change.kind is not ChangeKind.EXPIRED)
        self.table = Table(self.rows, title_words(preview))
        self.told = Bar("info", "")
        self.table.chosen.connect(self._say)
        least(self.table, 480, 200)
        layout = QVBoxLayout(self)
        margins(layout, 0, 0, 0, 12)
        spacing(layout, 12)
        if not preview.changes:
            layout.addWidget(EmptyState("circle-check", *nothing_words(preview)), 1)
            return
        layout.addWidget(self.table, 1)
        note = _("Ghi xong vẫn lấy lại được: Ctrl+Z đưa danh mục về như trước, hồ sơ đã nhận không đổi.")
        below = QVBoxLayout()
        margins(below, 16, 0, 16, 0)
        spacing(below, 6)
        below.addWidget(self.told)
        below.addWidget(label(note, "hint", wrap=True))
        layout.addLayout(below)
        self.setFocusProxy(self.table)
        self.table.choose(0)
        self._say(preview.changes[0])

    def _say(self, change: CatalogueChange | None) -> None:
        if change is not None:
            words = change_words(change, self._today)
            self.told.say("info", f"<b>{_bare(change.after.name)}.</b> {words}")

    def _columns(self) -> list[Column]:
        return [
            Column("code", _("Mã"), lambda c: c.code, width=120),
            Column("kind", _("Thay đổi"), lambda _c: "", width=148, badge=_badge),
            Column("name", _("Tên thủ tục"), lambda c: c.after.name, stretch=1),
            Column("how", _("Chi tiết"), lambda c: change_words(c, self._today), stretch=1, tint="text2"),
        ]


def nothing_words(preview: CataloguePreview) -> tuple[str, str]:
    """Why there is nothing to write, in a heading and a sentence."""
    if not (preview.same or preview.not_ours):
        return _("Tệp không có thủ tục nào"), _("Chọn danh sách khác.")
    if not preview.same:
        words = _("Tệp có {n} thủ tục, nhưng không thủ tục nào do cấp xã giải quyết. Chọn danh sách khác.")
        return _("Không có thủ tục cấp xã"), words.format(n=preview.not_ours)
    told = _("Cả {n} thủ tục cấp xã đều giống danh mục đang dùng, không có gì phải ghi.")
    return _("Danh sách không có gì mới"), told.format(n=preview.same)


def title_words(preview: CataloguePreview) -> str:
    """ "ds.xlsx: 2 mới, 1 thay đổi, 1 hết hiệu lực, 63 giữ nguyên"."""
    if not (preview.changes or preview.same):
        words = _("{file}: {n} thủ tục, không có thủ tục cấp xã")
        return words.format(file=preview.file, n=preview.not_ours)
    counts = {kind: sum(change.kind is kind for change in preview.changes) for kind in ChangeKind}
    return _("{file}: {new} mới, {changed} thay đổi, {expired} hết hiệu lực, {same} giữ nguyên").format(
        file=preview.file,
        new=counts[ChangeKind.NEW],
        changed=counts[ChangeKind.CHANGED],
        expired=counts[ChangeKind.EXPIRED],
        same=preview.same,
    )


def change_words(change: CatalogueChange, today: date) -> str:
    """How a procedure would differ from what it is."""
    after, before = change.after, change.before
    if change.kind is ChangeKind.EXPIRED:
        return _("Cổng không còn thủ tục này; dùng đến hết ngày {day}.").format(
            day=f"{after.effective_to:%d/%m/%Y}"
        )
    if before is None:
        return after.field
    none = _("chưa có")
    said = {
        "name": (_("Tên trước đây: {old}."), before.name, ""),
        "field": (_("Lĩnh vực {old}, nay {new}."), before.field, after.field),
        "term": (_("Thời hạn {old}, nay {new}."), term_words(before), term_words(after)),
        "fees": (_("Phí {old}, nay {new}."), fee_words(before, today), fee_words(after, today)),
        "components": (
            _("{old} giấy tờ, nay {new}."),
            str(len(before.components)),
            str(len(after.components)),
        ),
        "term_note": (_("Ghi chú thời hạn khác."), "", ""),
        "results": (_("Kết quả khác."), "", ""),
        "channels": (_("Cách nộp khác."), "", ""),
    }
    told = [said[part] for part in change.what if part not in _QUIET]
    return " ".join(words.format(old=_bare(old) or none, new=_bare(new) or none) for words, old, new in told)


def _bare(words: str) -> str:
    """Without the full stop with which the portal ends some names: the sentence has its own."""
    return words.rstrip(" .")


def _badge(change: CatalogueChange) -> BadgeFace:
    return {
        ChangeKind.NEW: BadgeFace(_("Mới"), "plus", "green"),
        ChangeKind.CHANGED: BadgeFace(_("Thay đổi"), "pencil", "amber"),
        ChangeKind.EXPIRED: BadgeFace(_("Hết hiệu lực"), "ban", "red"),
    }[change.kind]
