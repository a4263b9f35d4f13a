"""How the office prints its forms: copies, paper, title; trials of them; the editions there are."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua_desktop.assets import resource
from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.errors import BadValue
from motcua_desktop.domain.form_choices import MOST_COPIES, EditionLine, FormChoice
from motcua_desktop.domain.paper_errors import FormDataError
from motcua_desktop.domain.rights import setters
from motcua_desktop.persistence import settings
from motcua_desktop.persistence.engine import Connection

if TYPE_CHECKING:
    from motcua_desktop.documents.edition import Edition, Form, Template

_LOG = logging.getLogger(__name__)
_KEY = "paper"
USUAL_EDITION = "2025"
_BOOK = "register"
#: As in the annexes of the circulars, then the office's own papers.
ORDER = (
    "receipt",
    "supplement",
    "refusal",
    "apology",
    "stop",
    "control",
    "register",
    "return",
    "fee",
    "handover",
    "satisfaction",
    "procedure",
    "feedback",
    "postal",
    "package",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The office's choice for one form; None and "" leave the edition's own."""

    copies: int | None = None
    on_a4: bool = False
    title: str = ""


def chosen(connection: Connection, form: str) -> dict[str, Any]:
    """What `documents.forms.draw` is told for a form: copies, on_a4, title, as far as the office chose."""
    kept: dict[str, Any] = settings.get(connection, _KEY, {}).get(form, {})
    return {key: kept[key] for key in ("copies", "on_a4", "title") if kept.get(key)}


def every_edition(desk: Desk) -> dict[str, Edition]:
    """The shipped editions, and those of the office that can be read: a broken one stops no other."""
    from motcua_desktop.documents import wording

    own = desk.folder / "forms"
    try:
        return wording.editions(resource("forms"), own)  # kept until a file changes
    except FormDataError as error:
        _LOG.warning("editions of the office: %s %s", error.what, error.detail)
    found = wording.editions(resource("forms"))
    for folder in wording.edition_folders(own):
        with suppress(FormDataError):
            edition = wording.load_edition(folder, resource("forms"))
            found.setdefault(edition.name, edition)
    return found


def edition_named(desk: Desk, name: str) -> Edition:
    """The edition of that name, the usual one where no folder brings it.

    Raises FormDataError when it may be one of the office's that cannot be read: nothing is printed in other
    words than those that were chosen without anybody being told.
    """
    from motcua_desktop.documents import wording

    found = every_edition(desk)
    if name not in found:
        found = wording.editions(resource("forms"), desk.folder / "forms")
    return found.get(name) or found[USUAL_EDITION]


class PaperChoices:
    """Reading and setting how each form is printed here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def forms(self) -> tuple[FormChoice, ...]:
        """Every form of the edition in use with what is chosen for it."""
        with self._desk.database.read() as connection:
            name = settings.get(connection, "form_edition", USUAL_EDITION)
            kept = {form: chosen(connection, form) for form in ORDER}
        editions = every_edition(self._desk)  # settings are shown though the chosen one cannot be read
        edition = editions.get(name) or editions[USUAL_EDITION]
        return tuple(_choice(edition.forms[form], kept[form]) for form in ORDER if form in edition.forms)

    def choose(self, form: str, copies: int, on_a4: bool = False, title: str = "") -> None:
        """Print a form so from now on.

        Raises NotPermitted, or BadValue for copies (1 to 5), paper or title it cannot have.
        """
        before = next((one for one in self.forms() if one.form == form), None)
        if before is None:
            raise BadValue("form", form)
        if (copies, on_a4, title) == (before.copies, before.on_a4, before.titled):
            return
        self._desk.require(setters(_KEY), "setting")
        _check(before, copies, on_a4, title)
        wish = Chosen(None if copies == before.usual_copies else copies, on_a4, title)
        kept = {key: value for key, value in asdict(wish).items() if value}
        with self._desk.database.write() as connection:
            others = {key: v for key, v in settings.get(connection, _KEY, {}).items() if key != form}
            settings.put(connection, _KEY, {**others, form: kept} if kept else others)
            self._desk.note(connection, "setting", what=f"{_KEY}.{form}")

    def trial(self, form: str, copies: int, on_a4: bool = False, title: str = "") -> bytes:
        """The PDF of a form for an invented dossier, as it would be printed. Nothing is kept.

        Raises BadValue as `choose` does, and what the drawing of papers refuses.
        """
        from motcua_desktop.counter.paper_trial import draw_trial

        before = next((one for one in self.forms() if one.form == form), None)
        if before is None:
            raise BadValue("form", form)
        _check(before, copies, on_a4, title)
        with self._desk.database.read() as connection:
            name = settings.get(connection, "form_edition", USUAL_EDITION)
            edition = edition_named(self._desk, name)
            return draw_trial(self._desk, connection, edition, form, copies=copies, on_a4=on_a4, title=title)

    def editions(self) -> tuple[EditionLine, ...]:
        """The editions, newest first, then the office's own; one that cannot be used says why."""
        from motcua_desktop.documents import wording

        with self._desk.database.read() as connection:
            used = settings.get(connection, "form_edition", USUAL_EDITION)
        ours = wording.editions(resource("forms"))
        lines = [
            EditionLine(e.name, e.title, e.effective_from, in_use=e.name == used)
            for e in sorted(ours.values(), key=lambda e: e.name, reverse=True)
        ]
        taken = set(ours)
        for folder in wording.edition_folders(self._desk.folder / "forms"):
            line = _own_line(folder, taken, used)
            taken.add(line.name)
            lines.append(line)
        return tuple(lines)

    def folder(self) -> Path:
        """Where the office's own editions lie; made, with a word on how, when it is not there."""
        place = self._desk.folder / "forms"
        place.mkdir(exist_ok=True)
        words = place / "HUONG-DAN.md"
        if not words.exists():
            words.write_bytes((resource("forms") / "README.md").read_bytes())
        return place


def _check(form: FormChoice, copies: int, on_a4: bool, title: str) -> None:
    if not 1 <= copies <= (1 if form.is_book else MOST_COPIES):
        raise BadValue("copies", str(copies))
    if on_a4 and not form.can_share_a4:
        raise BadValue("on_a4", form.paper)
    if title and title not in dict(form.titles):
        raise BadValue("title", title)


def _plain(title: Template) -> str:
    return " ".join("".join(part.text for part in title).split())


def _choice(form: Form, kept: dict[str, Any]) -> FormChoice:
    usual = len(form.copies)
    return FormChoice(
        form=form.name,
        number=form.number,
        title="" if any(part.field for part in form.title) else _plain(form.title),
        titles=tuple((key, _plain(text)) for key, text in form.titles.items()),
        paper=form.paper,
        usual_copies=usual,
        copies=kept.get("copies") or usual,
        on_a4=bool(kept.get("on_a4")),
        titled=kept.get("title", "") if kept.get("title", "") in form.titles else "",
        is_book=form.name == _BOOK,
    )


def _own_line(folder: Path, taken: set[str], used: str) -> EditionLine:
    from motcua_desktop.documents import wording

    try:
        edition = wording.load_edition(folder, resource("forms"))
    except FormDataError as error:
        return EditionLine(folder.name, "", folder=str(folder), trouble=error)
    if edition.name in taken:
        wrong = FormDataError(str(folder / "edition.json"), "", "name_taken", edition.name)
        return EditionLine(edition.name, edition.title, folder=str(folder), trouble=wrong)
    return EditionLine(
        edition.name, edition.title, edition.effective_from, str(folder), in_use=edition.name == used
    )
