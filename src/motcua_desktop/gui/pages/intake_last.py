"""The last receipt as a pattern for the next one (F11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua_desktop.counter.charging import papers_copied
from motcua_desktop.domain.errors import UnknownProcedure
from motcua_desktop.domain.fees import PAID_WAYS
from motcua_desktop.gui.pages.intake_values import Typed, named_papers
from motcua_desktop.gui.pages.telling import tell
from motcua_desktop.i18n import _

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.gui.pages.intake import IntakePage


class SameAsLast:
    """`last` is what was received last from this page; before that the register's newest dossier counts."""

    def __init__(self, page: IntakePage) -> None:
        self._page = page
        self.last: Typed | None = None

    def start(self) -> None:
        """Procedure, papers and way of return stay, the person is new (F11)."""
        page = self._page
        if self.last is not None:
            self._begin(self.last, "")
        page.tasks.ask(page, last_typed, page.counter, then=self._know, name="last")

    def _know(self, answer: tuple[str, Typed] | None) -> None:
        form = self._page.form
        if answer is None:
            if self.last is None:
                tell(self._page, _("Chưa có hồ sơ nào để làm theo"), kind="info")
        elif form.same_as and self.last is not None:
            form.name_same(answer[0])
        else:
            self._begin(answer[1], answer[0])

    def _begin(self, like: Typed, code: str) -> None:
        page = self._page
        before, same = page.form.typed(), page.form.same_as
        page.fill(like.for_next_person(page.counter.intake.new_uid()), code or "…")
        if not before.is_empty and not same:
            tell(page, _("Đã cất hồ sơ đang nhập"), lambda: page.fill(before, ""))
        page.form.cursor.after_person().setFocus()


def last_typed(counter: Counter) -> tuple[str, Typed] | None:
    """Short code of the newest dossier, and its procedure, papers and ways; None before the first one.

    The procedure is taken as the catalogue has it today, not as the old dossier had it.
    """
    lines = counter.register.newest(1)
    dossier = counter.register.by_id(lines[0].id) if lines else None
    if dossier is None:
        return None
    try:
        procedure = counter.catalogue.procedure(dossier.procedure.code)
    except UnknownProcedure:
        return None
    copied = papers_copied(dossier.procedure, dossier.fees, dossier.channel.value, dossier.received_at.date())
    numbers = {component.number for component in procedure.components}
    return dossier.short_code, Typed(
        uid="",
        procedure=procedure,
        channel=dossier.channel,
        ticked=tuple(paper.number for paper in dossier.papers if paper.number in numbers),
        lines=named_papers(copied),
        paid_by=dossier.paid_by if dossier.paid_by in PAID_WAYS else "cash",
        return_method=dossier.return_method,
    )
