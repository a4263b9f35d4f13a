"""A report on A4 landscape: form number, title and unit above, its table, signatures below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from motcua_desktop.documents.edition import Column
from motcua_desktop.documents.facts import printable
from motcua_desktop.documents.flow import Flow, block_height, centred
from motcua_desktop.documents.fonts import BOLD, ITALIC, REGULAR, width
from motcua_desktop.documents.ink import to_pdf
from motcua_desktop.documents.setting import Run, break_lines, line_height, set_lines
from motcua_desktop.documents.sheet import MM, Words
from motcua_desktop.documents.tables import Table
from motcua_desktop.documents.words import paper_date
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.paper_errors import MissingOfficeName
from motcua_desktop.domain.report import Report, ReportRow, figure_words

#: Sizes a table is tried at until every figure and every word of a heading fits on its line.
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_TIGHT = 8.5  # below this size cells keep less air
_BODY, _TITLE, _NOTE, _SIGNED = 11.0, 13.0, 9.5, 12.0
_GAP, _ROOM_TO_SIGN, _LEAST_TO_SIGN = 5.0, 20 * MM, 12 * MM


def draw(report: Report, office: Office, officer: str) -> bytes:
    """The report as a PDF; the same report gives the same bytes. `officer` made it.

    Raises MissingOfficeName, LettersNotInFont.
    """
    for what in ("name", "place"):
        if not getattr(office, what).strip():
            raise MissingOfficeName(form="report", what=what)
    flow = Flow("A4", True, _BODY)
    _head(flow, report)
    table, texts = _table(flow, report)
    table.start()
    for n, row in enumerate(report.rows, start=1):
        table.row(_cells(report, row, str(n), texts))
    tail = _tail(report)
    reserve = _tail_height(flow, report, office, tail)
    table.row(_cells(report, report.total, "", texts), weight=BOLD, reserve=reserve)
    _foot(flow, report, office, officer, tail)
    _page_numbers(flow, report)
    return to_pdf(flow.pages, title=f"{report.head.form} {report.period_name}", author=report.office)


# ---------------------------------------------------------------- above
def _head(flow: Flow, report: Report) -> None:
    """Three columns: the form at the left, the title in the middle, who reports to whom at the right."""
    head = report.head
    left, right = flow.room * 0.24, flow.room * 0.33
    middle = flow.room - left - right
    y = _stacked(flow, [[(head.form, BOLD)], [(head.issued, ITALIC)]], flow.left, left - 8, "left")
    title = [(printable(head.title, "report.title"), BOLD)]
    marks, height, _ = centred(title, flow.left + left, flow.y, middle, _TITLE)
    flow.add(marks)
    below = flow.y + height + 2
    for words, weight in ((head.period, REGULAR), (head.between, ITALIC)):
        marks, height, _ = centred([(words, weight)], flow.left + left, below, middle, _BODY)
        flow.add(marks)
        below += height
    named: list[list[Run]] = [
        [(printable(words, "office_name"), REGULAR)] for words in (head.office, head.receiver)
    ]
    other = _stacked(flow, named, flow.right - right + 8, right - 8, "left")
    flow.y = max(y, below, other) + 6
    unit = break_lines([(head.unit, ITALIC)], _BODY - 1, flow.room)
    flow.add(set_lines(unit, flow.left, flow.y, flow.room, _BODY - 1, "right"))
    flow.y += line_height(_BODY - 1) + 3


def _stacked(flow: Flow, parts: Sequence[Sequence[Run]], x: float, room: float, align: str) -> float:
    """Paragraphs one under another in a column; gives the y below."""
    y = flow.y
    for runs in parts:
        if not runs[0][0]:
            continue
        lines = break_lines(runs, _BODY - 1, room)
        flow.add(set_lines(lines, x, y, room, _BODY - 1, align))
        y += len(lines) * line_height(_BODY - 1)
    return y


# ---------------------------------------------------------------- the table
def _table(flow: Flow, report: Report) -> tuple[Table, dict[str, str]]:
    """The table at the largest size that breaks no word of a heading and no figure."""
    titles = {row.key: printable(row.title, "report.row") for row in report.lines}
    for size in SIZES:
        pad = 3.0 if size >= _TIGHT else 1.8
        least = _least_widths(report, size, pad)
        name = max(width(word, BOLD, size) for text in titles.values() for word in text.split()) + 2 * pad
        wanted = (
            max(width(row.title, REGULAR, size) for row in report.rows) + 2 * pad if report.rows else name
        )
        spare = flow.room - sum(least)
        if spare >= max(name, 9 * size) or size == SIZES[-1]:
            break
    own = max(name, min(wanted, spare * 0.75, flow.room * 0.3), 0.0)
    each = max(0.0, spare - own) / len(report.columns)
    shares = [least[0], own, *(wide + each for wide in least[1:])]
    heads = ["STT", report.head.row_title, *(column.title for column in report.columns)]
    over = ["", "", *(column.over for column in report.columns)]
    aligns = ["center", "left", *("right" for _ in report.columns)]
    columns = [Column(str(n), heads[n], share, aligns[n], over[n]) for n, share in enumerate(shares)]
    return Table(flow, columns, size, numbered=_marks(report), pad=pad), titles


def _least_widths(report: Report, size: float, pad: float) -> list[float]:
    """STT and each figure's column: its widest figure, the longest word of its heading."""
    found = [max(width("STT", BOLD, size), width(str(len(report.rows)), REGULAR, size)) + 2 * pad + 1]
    for place, column in enumerate(report.columns):
        shown = [figure_words(row.figures[place]) for row in report.lines]
        shown += [f"({column.number})" if column.number else "", *column.title.split()]
        found.append(max(width(text, BOLD, size) for text in shown) + 2 * pad + 0.1)
    for over, members in groupby(enumerate(report.columns, start=1), key=lambda one: one[1].over):
        places = [place for place, _column in members]
        longest = max((width(word, BOLD, size) for word in over.split()), default=0.0) + 2 * pad + 0.1
        lack = longest - sum(found[place] for place in places)
        if lack > 0:
            for place in places:
                found[place] += lack / len(places)
    return found


def _marks(report: Report) -> tuple[str, ...]:
    """The numbers of the columns, where the form has them."""
    if not any(column.number for column in report.columns):
        return ()
    first = report.head.row_number
    numbers = [first - 1 if first > 1 else 0, first, *(column.number for column in report.columns)]
    return tuple(f"({number})" if number else "" for number in numbers)


def _cells(report: Report, row: ReportRow, n: str, titles: dict[str, str]) -> dict[str, str]:
    figures = [figure_words(figure) for figure in row.figures]
    title = titles[row.key] if row is not report.total else report.total.title
    return {str(place): text for place, text in enumerate((n, title, *figures))}


# ---------------------------------------------------------------- below
def _tail(report: Report) -> list[list[Run]]:
    """What stands under the table: the notes, and as of when the figures are."""
    return [[(printable(words, "report.note"), ITALIC)] for words in (*report.notes, report.head.counted)]


def _tail_height(flow: Flow, report: Report, office: Office, tail: list[list[Run]]) -> float:
    """What the last line keeps free below itself: nobody signs a page without figures."""
    notes = sum(block_height(runs, _NOTE, flow.room) for runs in tail)
    return notes + 2 * _GAP + _signing_height(flow, report, office) + _LEAST_TO_SIGN


def _signing_height(flow: Flow, report: Report, office: Office) -> float:
    """Date, titles, hint and names, without the room to sign."""
    title = block_height([(_signer(report, office), BOLD)], _SIGNED, flow.room / 2 - 8)
    return 3 * line_height(_SIGNED) + title


def _signer(report: Report, office: Office) -> str:
    """For whom the head signs and as what; the plain title where no signer is set."""
    powers = [one.strip().upper() for one in (office.signer_for, office.signer_title) if one.strip()]
    return "\n".join(powers) or report.head.signed.upper()


def _foot(flow: Flow, report: Report, office: Office, officer: str, tail: list[list[Run]]) -> None:
    flow.skip(_GAP)
    for runs in tail:
        flow.paragraph(runs, size=_NOTE)
    flow.skip(_GAP)
    height = _signing_height(flow, report, office)
    flow.need(height + _LEAST_TO_SIGN)
    room = max(_LEAST_TO_SIGN, min(_ROOM_TO_SIGN, flow.bottom - flow.y - height))
    half = flow.room / 2 - 8
    right = flow.left + half + 16
    day = paper_date(report.made_at.date(), printable(office.place, "place"))
    flow.add(centred([(day, ITALIC)], right, flow.y, half, _SIGNED)[0])
    top = flow.y + line_height(_SIGNED)
    names = flow.y + height + room - line_height(_SIGNED)
    sides = (
        (flow.left, report.head.prepared.upper(), officer),
        (right, _signer(report, office), office.signer_name),
    )
    for x, title, name in sides:
        marks, tall, _ = centred([(printable(title, "signer_title"), BOLD)], x, top, half, _SIGNED)
        flow.add(marks)
        flow.add(centred([(report.head.hint, ITALIC)], x, top + tall, half, _SIGNED - 1)[0])
        flow.add(centred([(printable(name, "signer_name"), BOLD)], x, names, half, _SIGNED)[0])
    flow.y += height + room


def _page_numbers(flow: Flow, report: Report) -> None:
    pages = len(flow.pages)
    for n, page in enumerate(flow.pages, start=1):
        if pages > 1:
            words = report.head.page.format(page=n, pages=pages)
            x = flow.right - width(words, REGULAR, 10.0)
            page.marks.append(Words(x, flow.bottom + 8 * MM, words, REGULAR, 10.0))
