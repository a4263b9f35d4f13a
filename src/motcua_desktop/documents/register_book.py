"""The register book (form 07; form 06 of 2018): cover, rows page by page, closing page, pages numbered.

Rows may come from a query of any length: a page is inked as soon as it is full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import BinaryIO

from motcua_desktop.documents.blocks import draw_body
from motcua_desktop.documents.dossier_facts import office_facts
from motcua_desktop.documents.edition import Block, Edition, Form
from motcua_desktop.documents.facts import Facts, printable
from motcua_desktop.documents.flow import TIGHTER, Flow
from motcua_desktop.documents.fonts import REGULAR, width
from motcua_desktop.documents.forms import check_office
from motcua_desktop.documents.heads import draw_head
from motcua_desktop.documents.ink import Ink
from motcua_desktop.documents.sheet import MM, TotalPages, Words
from motcua_desktop.documents.tables import Table
from motcua_desktop.documents.words import padded
from motcua_desktop.domain.dossier import Office

_NUMBER_SIZE = 10.0
#: Letters from which a name is written out once on a page, and lines a row without it surely stays within.
_LONG_NAME, _SHORT_ROW = 120, 6


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One line of the register, as text ready for paper; dates short ("02/03/2026")."""

    n: int
    code: str
    procedure: str
    applicant: str
    contact: str = ""
    sets: str = "01"
    handled_by: str = ""
    received: str = ""
    due: str = ""
    returned: str = ""
    method: str = ""
    signature: str = ""
    note: str = ""


_CELLS = tuple(field.name for field in fields(RegisterRow) if field.name != "n")


class _Book:
    """Inks full pages and forgets them."""

    def __init__(self, form: Form, facts: Facts, ink: Ink) -> None:
        self.flow = Flow(form.paper, form.landscape, form.size, TIGHTER[-1])
        self.facts, self.ink = facts, ink

    def rows(self, block: Block, lines: Iterable[RegisterRow]) -> Iterator[tuple[int, int]]:
        """Set the rows of the table; tells after each how many there are and the serial of the last."""
        size = float(block.options.get("size", 9))
        table = Table(self.flow, block.columns, size, numbered=bool(block.options.get("numbered")))
        table.start()
        at_least = float(block.options.get("row_height", 0)) * MM
        shown: dict[str, str] = {}  # long name → the serial it stands at in full on this page
        for count, line in enumerate(lines, start=1):
            row = _row(line)
            row["handled_by"] = row["handled_by"] or self.facts.fields["office_name"]
            name, page = row["procedure"], self.flow.pages[-1]
            if self.flow.fits(_SHORT_ROW * table.step) and name in shown:
                row["procedure"] = _as_above(name, shown[name])
            table.row(row, at_least=at_least)
            if self.flow.pages[-1] is not page:
                shown.clear()
            if len(name) > _LONG_NAME and row["procedure"] == name:
                shown.setdefault(name, row["n"])
            self.turn()
            yield count, line.n

    def turn(self, *, all_pages: bool = False) -> None:
        """Ink every page that is full (at the end, the last one too)."""
        keep = 0 if all_pages else 1
        while len(self.flow.pages) > keep:
            page = self.flow.pages.pop(0)
            before = self.facts.word("page", page=str(self.ink.pages + 1), pages="")
            y = self.flow.bottom + 8 * MM
            x = self.flow.right - width(before + "00000", REGULAR, _NUMBER_SIZE)
            page.marks.append(Words(x, y, before, REGULAR, _NUMBER_SIZE))
            page.marks.append(TotalPages(x + width(before, REGULAR, _NUMBER_SIZE), y, REGULAR, _NUMBER_SIZE))
            self.ink.page(page)


def draw_register(
    edition: Edition,
    office: Office,
    lines: Iterable[RegisterRow],
    *,
    year: int,
    field_group: str,
    volume: str,
    out: BinaryIO,
    now: datetime,
    first: int = 1,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the register of a year and field group to `out`; gives the number of rows.

    `first` is the volume's first serial; `progress` hears the rows done; a cancelled book writes nothing."""
    form = edition.form("register")
    check_office(form, office)
    facts = Facts(edition, now)
    office_facts(facts, office, None)
    span = {"first": padded(first), "last": padded(first - 1), "count": padded(0)}
    facts.fields |= {"year": str(year), "field_group": field_group, "volume": volume, **span}
    facts.compose()
    facts.check_letters(facts.fields.values())
    place = next(at for at, block in enumerate(form.body) if block.kind == "table")
    ink = Ink(out, title=f"Sổ theo dõi hồ sơ {year}", author=office.name)
    book = _Book(form, facts, ink)
    draw_head(book.flow, form, facts, facts.runs(form.title))
    draw_body(book.flow, form.body[:place], facts)
    for count, last in book.rows(form.body[place], lines):
        facts.fields |= {"last": padded(last), "count": padded(count)}
        if count % 50 == 0 and progress:
            progress(count)
        if count % 50 == 0 and cancelled and cancelled():
            return count
    draw_body(book.flow, form.body[place + 1 :], facts)
    book.turn(all_pages=True)
    ink.finish()
    return int(facts.fields["count"])


def _as_above(name: str, serial: str) -> str:
    """A name that stands in full further up the page: its first words and at which serial."""
    return f"{name[:60].rsplit(' ', 1)[0].rstrip(' ,;')}… (như số {serial})"


def _row(line: RegisterRow) -> dict[str, str]:
    row = {name: printable(getattr(line, name), f"register.{line.n}.{name}") for name in _CELLS}
    row["n"] = padded(line.n)
    return row
