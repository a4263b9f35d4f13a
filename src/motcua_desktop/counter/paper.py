"""The papers of a dossier: drawn after the commit, kept by year and month, noted, opened again."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua_desktop.counter import as_recorded, dates, paper_choices, signing, slips
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.paper_choices import PaperChoices
from motcua_desktop.domain.dossier import Dossier, Printed
from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.paper_answers import Signer, SlipCheck
from motcua_desktop.domain.trace import sentence
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import dossiers, settings
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.documents.edition import Edition

_LOG = logging.getLogger(__name__)
#: Forms that speak of one dossier, in the order an office knows them.
DOSSIER_FORMS = (
    "receipt",
    "supplement",
    "refusal",
    "apology",
    "stop",
    "control",
    "return",
    "fee",
    "satisfaction",
    "postal",
)
#: What the file of a form is named after; who looks into the folder reads it.
FILE_WORDS = {
    "receipt": "giay-hen",
    "supplement": "phieu-bo-sung",
    "refusal": "phieu-tu-choi",
    "apology": "thu-xin-loi",
    "stop": "thong-bao-dung",
    "control": "phieu-kiem-soat",
    "register": "so-theo-doi",
    "return": "phieu-tra-ket-qua",
    "fee": "phieu-thu",
    "handover": "phieu-ban-giao",
    "satisfaction": "phieu-danh-gia",
    "procedure": "niem-yet-thu-tuc",
    "feedback": "phan-anh-kien-nghi",
    "postal": "nhan-buu-chinh",
    "package": "phieu-giao-goi",
}


def form_of_file(path: Path) -> str:
    """Which form a file of ours is, "" for another paper (a report, a list). Papers made before they had
    Vietnamese names bear the name of the form."""
    name = f"-{path.stem}-"
    found = (form for form, words in FILE_WORDS.items() if f"-{words}-" in name or f"-{form}-" in name)
    return next(found, "")


class PaperDesk:
    """Draws forms in the edition of the dossier's receipt and keeps them in the data folder."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.choices = PaperChoices(desk)

    def editions(self) -> dict[str, Edition]:
        """The shipped editions and those of the office that can be read, read again when a file changes."""
        return paper_choices.every_edition(self._desk)

    def draw(
        self,
        dossier: Dossier,
        form: str,
        *,
        reprint: bool = False,
        signer: Signer | None = None,
        **facts: Any,
    ) -> bytes:
        """The PDF of a form for this dossier, not kept. Refuses what cannot be drawn rightly.

        A paper of something recorded bears the day of that and who did it, however late it is drawn;
        `signer` is who would sign a letter not recorded yet. Besides a form's own facts: `copies`,
        `copy_mark`, `on_a4` (two A5 pages on a sheet), `title`.
        """
        from motcua_desktop.documents import forms

        slips.ensure_key(self._desk)
        with self._desk.database.read() as connection:
            office = self._desk.office(connection)
            if form == "apology":
                office, written = signing.on_paper(office, dossier, signer)
                facts = {**written, **facts}
            facts = {**as_recorded.day(office, dossier, form), **facts}
            calendar = self._desk.calendar(connection)
            text = slips.slip_text(connection, dossier)
            trace = dates.trace_of_dossier(calendar, dossier, self._desk.policy(connection))
            chosen = paper_choices.chosen(connection, form)
        return forms.draw(
            form,
            self._edition(dossier),
            office,
            dossier,
            now=self._desk.now(),
            officer=as_recorded.officer(self._desk.officer, dossier, form),
            slip_text=text,
            reprint=reprint,
            why="" if trace is None else sentence(trace),
            **{**chosen, **facts},
        )

    def draw_list(self, form: str, dossiers_of: Sequence[Dossier] = (), **facts: Any) -> bytes:
        """A paper of no single dossier: hand-over list, procedure sheet, notice on feedback."""
        from motcua_desktop.documents import forms

        with self._desk.database.read() as connection:
            office = self._desk.office(connection)
            chosen = paper_choices.chosen(connection, form)
        if dossiers_of:
            facts["dossiers"] = tuple(dossiers_of)
        return forms.draw(
            form,
            self.current_edition(),
            office,
            None,
            now=self._desk.now(),
            officer=self._desk.officer,
            **{**chosen, **facts},
        )

    def current_edition(self) -> Edition:
        """The edition new dossiers are printed in."""
        with self._desk.database.read() as connection:
            name = settings.get(connection, "form_edition", paper_choices.USUAL_EDITION)
        return paper_choices.edition_named(self._desk, name)

    def _edition(self, dossier: Dossier) -> Edition:
        return self.editions().get(dossier.form_edition) or self.current_edition()

    def copy(self, dossier: Dossier, form: str) -> bytes:
        """`draw` for a file of somebody's own: what was printed before says that it is printed again."""
        return self.draw(dossier, form, reprint=as_recorded.printed_before(dossier, form))

    def issue(self, dossier: Dossier, form: str, **facts: Any) -> Path:
        """Draw a form, keep it under papers/YYYY/MM and note it; a second issue is a reprint, marked as one.

        Raises a Refusal (missing signer, letters the font lacks) or OSError (disk); the dossier is untouched.
        """
        now = self._desk.now()
        reprint = as_recorded.printed_before(dossier, form)
        pdf = self.draw(dossier, form, reprint=reprint, **facts)
        name = f"{dossier.code}-{FILE_WORDS[form]}-{now:%Y%m%d-%H%M%S}.pdf"
        relative = Path("papers") / f"{now:%Y}" / f"{now:%m}" / name
        write_whole(self._desk.folder / relative, pdf)
        paper = Printed(
            form, dossier.form_edition, now, self._desk.officer.name, relative.as_posix(), reprint
        )
        with self._desk.database.write() as connection:
            dossiers.add_printed(connection, dossier.id, paper)
            self._desk.note(connection, "print", dossier.id, form=form, reprint=reprint)
        return self._desk.folder / relative

    def try_issue(self, dossier: Dossier, form: str, **facts: Any) -> tuple[Path | None, str]:
        """`issue`, where trouble with the paper must not undo the act: the path, or what happened."""
        try:
            return self.issue(dossier, form, **facts), ""
        except Refusal as refusal:
            return None, say(refusal)
        except OSError as error:
            _LOG.exception("paper %s of %s", form, dossier.code)
            return None, say(error)

    def kept(self, paper: Printed) -> Path:
        """Where a paper noted earlier lies; it can be opened again."""
        return self._desk.folder / paper.path

    def check_slip(self, text: str) -> SlipCheck:
        """Tell a genuine slip from an altered one by the text of its QR, without a network."""
        return slips.check(self._desk, text)

    # -- looking at a PDF and carrying it to a printer

    def page_count(self, pdf: bytes) -> int:
        """How many pages a PDF has."""
        from motcua_desktop.documents import looking

        return looking.page_count(pdf)

    def page_image(self, pdf: bytes, page: int, scale: float) -> bytes:
        """A page as PNG; scale 1 is 72 dots an inch."""
        from motcua_desktop.documents import looking

        return looking.page_image(pdf, page, scale)

    def page_size(self, pdf: bytes, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        from motcua_desktop.documents import looking

        return looking.page_size(pdf, page)

    def page_bitmap(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        """A page for a printer: width, height and its raw pixels."""
        from motcua_desktop.documents import looking

        return looking.page_bitmap(pdf, page, dpi)

    def text_of(self, pdf: bytes) -> str:
        """The text of a PDF, for the self test."""
        from motcua_desktop.documents import looking

        return looking.read_text(pdf)
