"""Ctrl+L: the filter of the register in the side panel, to be used once or kept under a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from motcua_desktop.domain.query import Query
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.panel_pane import PanelPane
from motcua_desktop.gui.pages.register_chips import FilterRow
from motcua_desktop.gui.pages.register_filters import FilterForm, procedures_meant, read_names, said_of
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.gui.widgets.button import Button
from motcua_desktop.gui.widgets.page import Page
from motcua_desktop.i18n import _


class FilterPanel(QObject):
    """Opens the form in `pane`. `used` carries the query it gives, `deleted`: the filter in hand is gone."""

    used = Signal(object)
    deleted = Signal()

    def __init__(self, page: Page, context: PageContext, filters: FilterRow, pane: PanelPane) -> None:
        super().__init__(page)
        self._page, self._context, self._filters, self._pane = page, context, filters, pane

    def open(self, query: Query, *, saving: bool = False) -> None:
        """The form as `query` stands; `saving` begins at its name."""
        own = self._filters.own
        form = FilterForm(query, self._context.counter.now().date(), said_of(query), own.name if own else "")
        use = Button(_("Lọc"), lambda: self._use(form), key="F12", kind="main", small=True)
        form.entered.connect(lambda: self._use(form))
        more = [Button(_("Xóa"), self._delete, icon="trash-2", small=True)] if own else []
        title = _("Bộ lọc {name}").format(name=own.name) if own else _("Lọc hồ sơ")
        self._pane.open_other(title, form, lambda: self._use(form), use, *more)
        self._context.tasks.ask(form, read_names, self._context.counter, then=form.offer, name="names")
        if saving:
            form.name.setFocus()

    def _use(self, form: FilterForm) -> None:
        query = form.query()
        if query is None:
            return
        if not query.procedure:
            self._used(form, query)
            return
        self._context.tasks.ask(
            form,
            procedures_meant,
            self._context.counter,
            query.procedure,
            then=lambda codes: self._found(form, query, codes),
            name="procedure",
        )

    def _found(self, form: FilterForm, query: Query, codes: Sequence[str]) -> None:
        if len(codes) == 1:
            self._used(form, replace(query, procedure=codes[0]))
            return
        words = _("Không có thủ tục nào như vậy.")
        if codes:
            words = _("Nhiều thủ tục khớp. Gõ mã hoặc tên đủ hơn.")
        form.procedure.fail(words)
        form.procedure.setFocus()

    def _used(self, form: FilterForm, query: Query) -> None:
        name = form.name.text()
        self._pane.close_form()
        saved = self._filters.use(query, name)
        if saved is not None:
            tell(self._page, _("Đã lưu bộ lọc {name}").format(name=saved.name))
        self.used.emit(query)

    def _delete(self) -> None:
        own = self._filters.own
        self._pane.close_form()
        if own is not None:
            bring_back = self._filters.delete(own)
            self.deleted.emit()
            tell(self._page, _("Đã xóa bộ lọc {name}").format(name=own.name), bring_back)
