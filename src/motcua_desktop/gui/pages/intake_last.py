"""The last receipt as a pattern for the next one (F11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua_desktop.domain.errors import UnknownProcedure
from motcua_desktop.gui.pages.intake_values import Typed

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


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
    numbers = {component.number for component in procedure.components}
    return dossier.short_code, Typed(
        uid="",
        procedure=procedure,
        channel=dossier.channel,
        ticked=tuple(paper.number for paper in dossier.papers if paper.number in numbers),
        paid_by=dossier.paid_by or "cash",
        return_method=dossier.return_method,
    )
