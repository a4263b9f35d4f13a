"""The papers of a dossier: drawn after the commit, kept by year and month, noted, opened again."""

from __future__ import annotations

import logging
from pathlib import Path

from motcua_desktop.assets import resource
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.dossier import Dossier, Printed
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.page_picture import PagePicture
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import dossiers, settings

_LOG = logging.getLogger(__name__)


class PaperDesk:
    """Draws forms in the edition of the dossier's receipt and keeps them in the data folder."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def draw(self, dossier: Dossier, form: str, *, reprint: bool = False) -> bytes:
        """The PDF of a form for this dossier, not kept. Refuses what cannot be drawn rightly."""
        from motcua_desktop.counter import dates
        from motcua_desktop.documents import forms, wording
        from motcua_desktop.domain.trace import sentence

        with self._desk.database.read() as connection:
            office = self._desk.office(connection)
            calendar = self._desk.calendar(connection)
            trace = dates.trace_of_dossier(calendar, dossier, self._desk.policy(connection))
            fallback = settings.get(connection, "form_edition", "2025")
        known = wording.editions(resource("forms"), self._desk.folder / "forms")
        edition = known.get(dossier.form_edition) or known[fallback]
        return forms.draw(
            form,
            edition,
            office,
            dossier,
            now=self._desk.now(),
            officer=self._desk.officer,
            slip_text=dossier.code,
            reprint=reprint,
            why="" if trace is None else sentence(trace),
        )

    def issue(self, dossier: Dossier, form: str) -> Path:
        """Draw a form, keep it under papers/YYYY/MM and note it; a second issue is a reprint, marked as one.

        Raises a Refusal (missing signer, letters the font lacks) or OSError (disk); the dossier is untouched.
        """
        now = self._desk.now()
        reprint = any(paper.form == form for paper in dossier.printed)
        pdf = self.draw(dossier, form, reprint=reprint)
        name = f"{dossier.code}-{form}-{now:%Y%m%d%H%M%S}.pdf"
        relative = Path("papers") / f"{now:%Y}" / f"{now:%m}" / name
        write_whole(self._desk.folder / relative, pdf)
        paper = Printed(
            form, dossier.form_edition, now, self._desk.officer.name, relative.as_posix(), reprint
        )
        with self._desk.database.write() as connection:
            dossiers.add_printed(connection, dossier.id, paper)
            self._desk.note(connection, "print", dossier.id, form=form, reprint=reprint)
        return self._desk.folder / relative

    def try_issue(self, dossier: Dossier, form: str) -> tuple[Path | None, str]:
        """`issue`, where trouble with the paper must not undo the act: the path, or what happened."""
        from motcua_desktop.say import say

        try:
            return self.issue(dossier, form), ""
        except Refusal as refusal:
            return None, say(refusal)
        except OSError as error:
            _LOG.exception("paper %s of %s", form, dossier.code)
            return None, say(error)

    def pictures(self, pdf: Path | bytes, dpi: int) -> tuple[PagePicture, ...]:
        """The pages of a paper as pictures, for the preview and the printer. Raises OSError."""
        from motcua_desktop.documents import pictures

        return pictures.pages(pdf, dpi)
