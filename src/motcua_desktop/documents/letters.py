"""Many letters in one press: one PDF, each letter laid out and inked before the next is begun."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import BinaryIO

from motcua_desktop.documents.edition import Edition
from motcua_desktop.documents.forms import lay_out, plain_title
from motcua_desktop.documents.ink import Ink
from motcua_desktop.domain.dossier import Dossier, Office, Officer


def draw_letters(
    edition: Edition | Callable[[Dossier], Edition],
    office: Office | Callable[[Dossier], Office],
    dossiers: Iterable[Dossier],
    *,
    now: datetime,
    out: BinaryIO,
    officer: Officer | None = None,
    form: str = "apology",
    title: str = "",
    copies: int | None = None,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """The letters of these dossiers as one PDF to `out`; gives how many are in it.

    `title` and `copies` as for `forms.draw`. `edition` and `office` may be functions: each dossier prints in
    the edition of its receipt, signed by whom its record says. `progress` hears the number done after each.
    When `cancelled` says so, the letters drawn until then are written and the rest is not begun. A refusal
    (see `forms.draw`) names what is missing and nothing is written.
    """
    ink: Ink | None = None
    done = 0
    for dossier in dossiers:
        if cancelled and cancelled():
            break
        wording = edition(dossier) if callable(edition) else edition
        head = office(dossier) if callable(office) else office
        pages = lay_out(form, wording, head, dossier, now=now, officer=officer, title=title, copies=copies)
        if ink is None:
            ink = Ink(out, title=plain_title(wording.form(form)), author=head.name)
        for page in pages:
            ink.page(page)
        done += 1
        if progress:
            progress(done)
    if ink is not None:
        ink.finish()
    return done
