"""One box for everything: which dossiers the words mean, and which pass the filters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.engine import Connection

from motcua_desktop.domain.lifecycle import OPEN, RUNNING, Status
from motcua_desktop.domain.query import Chip, Moment, Query
from motcua_desktop.domain.text import clean, fold
from motcua_desktop.persistence import dialect, people
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.persistence.schema import dossiers, events, procedures

_D = dossiers.c
#: Fewer characters than this mean too much.
SHORTEST = 2
#: A beginning that could go on to more syllables than this is looked up as it is.
_MOST_SYLLABLES = 400
#: More procedures than this are not what was meant.
_MOST_PROCEDURES = 20
_SYLLABLE = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+")
_DAY_AND_SERIAL = re.compile(r"(?<!\d)(\d{6})\s+(\d{1,4})$")
_OF_CHIP: dict[Chip, frozenset[Status]] = {
    Chip.RUNNING: RUNNING,
    Chip.NEAR_DUE: RUNNING,
    Chip.OVERDUE: RUNNING,
    Chip.NEEDS_LETTER: RUNNING,
    Chip.WAITING: frozenset({Status.WAITING, Status.TO_COMPLETE}),
    Chip.RESULT_READY: frozenset({Status.RESULT_READY, Status.REFUSED}),
    Chip.ONLINE: frozenset({Status.REGISTERED}),
}


def statuses_of(query: Query) -> frozenset[Status]:
    """The statuses a query is narrowed to, empty for all."""
    chip = _OF_CHIP.get(query.chip, frozenset())
    chosen = frozenset(query.statuses)
    return chip & chosen if chip and chosen else chip | chosen


def conditions(query: Query, moment: Moment, *, ordered: bool = True) -> list[ColumnElement[bool]]:
    """The filters of a query without its words; `ordered` for a list of rows, not for counting them."""
    found: list[ColumnElement[bool]] = []
    statuses = statuses_of(query)
    if statuses or (query.statuses and query.chip is not Chip.ALL):
        # Several statuses, one of them wide: walking the list in its order is quicker than sorting.
        walked = ordered and len(statuses) > 1 and not statuses <= OPEN
        column = _D.status.concat("") if walked else _D.status
        found.append(column.in_(sorted(status.value for status in statuses)))
    found += _chip(query.chip, moment)
    plain = {"field": query.field, "procedure_code": query.procedure, "officer": query.officer}
    plain |= {"holder": query.holder, "channel": query.channel.value if query.channel else ""}
    found += [_D[name] == value for name, value in plain.items() if value]
    if query.person is not None:
        found.append(_D.person == query.person)
    if query.received_from is not None:
        found.append(_D.received_at >= query.received_from.isoformat())
    if query.received_to is not None:
        found.append(_D.received_at < (query.received_to + timedelta(days=1)).isoformat())
    if query.due_from is not None:
        found.append(_D.appointment_at >= sure_text(query.due_from))
    if query.due_to is not None:
        found.append(_D.appointment_at <= sure_text(query.due_to))
    if query.has_due is not None:
        found.append(_D.appointment_at.is_not(None) if query.has_due else _D.appointment_at.is_(None))
    if query.taken_in:
        found += _taken_in()
    return found


def _taken_in() -> Iterator[ColumnElement[bool]]:
    """Counted as received: neither only registered online nor taken back as a mistake."""
    yield _D.status.not_in(("registered", "to_complete", "not_accepted"))
    mistake = exists().where(
        events.c.dossier == _D.id, events.c.kind == "withdraw", events.c.facts.contains('"mistake"')
    )
    yield ~((_D.status == "withdrawn") & mistake)


def _chip(chip: Chip, moment: Moment) -> Iterator[ColumnElement[bool]]:
    now = sure_text(moment.now)
    if chip is Chip.OVERDUE:
        yield _D.appointment_at < now
    elif chip is Chip.NEAR_DUE:
        yield _D.appointment_at >= now
        yield _D.appointment_at <= sure_text(moment.near_until)
    elif chip is Chip.NEEDS_LETTER:
        yield _D.appointment_at <= sure_text(moment.letters_until)
        # Received on the last day for a letter, or later: promised for so soon, it gets one when it is late.
        # What is promised for a later day has its last day today.
        today, warned = f"{moment.now:%Y-%m-%d}", f"{moment.letter_day:%Y-%m-%d}"
        is_today = func.substr(_D.appointment_at, 1, 10) == today
        last_day = case((is_today, warned), else_=today)
        yield (_D.appointment_at < now) | (func.substr(_D.received_at, 1, 10) < last_day)
        yield _D.apologised.is_(False)


def found_ids(connection: Connection, query: Query, moment: Moment, limit: int) -> list[int]:
    """The dossiers the words mean, at most `limit`: exact codes and marks first, then the newest."""
    words = clean(query.words)
    filters = conditions(query, moment)
    found: dict[int, None] = {}
    narrow = bool(statuses_of(query)) and statuses_of(query) <= OPEN
    sources = _in_narrow(connection, words, filters) if narrow else _sources(connection, words, filters)
    for statement in sources:
        for row in connection.execute(statement.limit(limit)):
            found.setdefault(row[0])
            if len(found) >= limit:
                return list(found)
    return list(found)


def _sources(connection: Connection, words: str, filters: list[ColumnElement[bool]]) -> Iterator[Select[Any]]:
    """One statement for each thing the words may be, the likeliest first; each gives the newest first."""
    for place, condition in _places(connection, words):
        statement = select(place.label("id")).where(condition)
        if filters and place.table is not dossiers:
            statement = statement.join(dossiers, _D.id == place)
        yield statement.where(*filters).order_by(
            place.desc() if place.name == "rowid" else _D.received_at.desc()
        )


def _places(connection: Connection, words: str) -> Iterator[tuple[Any, ColumnElement[bool]]]:
    compact = _compact(words)
    digits = re.sub(r"[.\-]", "", compact)
    if any(c.isdigit() for c in compact):
        yield from _by_code(connection, compact)
        for column in (_D.id_number, _D.phone):
            if len(digits) >= SHORTEST + 1:
                yield _D.id, and_(column >= digits, column < _after(digits), column != "")
    yield from _by_name(connection, words)
    codes = _procedures(connection, words)
    for code in codes:
        yield _D.id, _D.procedure_code == code


def _compact(words: str) -> str:
    """Words that may be a code or a number; day and serial of a code are also typed with a space between."""
    return re.sub(r"\s", "", _DAY_AND_SERIAL.sub(r"\1-\2", words)).upper()


def _by_code(connection: Connection, text: str) -> Iterator[tuple[Any, ColumnElement[bool]]]:
    for column in (_D.code, _D.official_code):
        yield _D.id, and_(column >= text, column < _after(text), column != "")
    if len(text) >= 3:
        yield dialect.with_code_part(connection, text)
    # From the middle of the office's id on ("25.12-261119"): the short part is indexed, the rest is compared.
    _office, dash, tail = text.partition("-")
    if dash and len(tail) >= 3 and not re.fullmatch(r"\d{1,6}", _office):
        place, condition = dialect.with_code_part(connection, tail)
        yield (
            place,
            and_(
                condition,
                select(_D.id)
                .where(_D.id == place, or_(_D.code.contains(text), _D.official_code.contains(text)))
                .exists(),
            ),
        )


def _by_name(connection: Connection, words: str) -> Iterator[tuple[Any, ColumnElement[bool]]]:
    """The words as they are written first, then without marks; the last one may still be typed."""
    plain = _WORD.findall(fold(words))
    if not plain or sum(map(len, plain)) < SHORTEST or any(c.isdigit() for c in words):
        return
    marked = _WORD.findall(words.lower())
    if marked != plain:
        yield dialect.with_words(connection, "dossiers_marks", [[word] for word in marked])
        groups = [[word] for word in marked[:-1]] + [_continuations(connection, marked[-1])]
        yield dialect.with_words(connection, "dossiers_marks", groups)
    last = [word for word in _continuations(connection, plain[-1]) if word.isascii()] or plain[-1:]
    yield dialect.with_words(connection, "dossiers_names", [[word] for word in plain[:-1]] + [last])


def _continuations(connection: Connection, start: str) -> list[str]:
    return people.beginning_with(connection, start, _MOST_SYLLABLES) or [start]


def _after(start: str) -> str:
    return start[:-1] + chr(ord(start[-1]) + 1)


def _procedures(connection: Connection, words: str) -> list[str]:
    """Codes of the procedures meant: by code, office alias, or words of the name."""
    key = fold(words)
    if len(key) < SHORTEST:
        return []
    p = procedures.c
    exact = connection.execute(select(p.code).where(or_(p.alias == key, p.code == key))).scalars().all()
    if exact or len(key) < 3:
        return list(exact)
    ordered = select(p.code, p.name, p.field).order_by(p.common.desc(), p.code)
    if re.fullmatch(r"[\d.]+", key):
        begun = ordered.where(p.code.startswith(key, autoescape=True)).limit(_MOST_PROCEDURES)
        return list(connection.execute(begun).scalars())
    if " " not in key and people.beginning_with(connection, key, 1):
        return []  # one syllable that somebody is called by: names come first, not half of the catalogue
    maybe = ordered.where(*(p.fold.contains(word, autoescape=True) for word in key.split()))
    found = [code for code, *texts in connection.execute(maybe) if any(_says(text, key) for text in texts)]
    return found[:_MOST_PROCEDURES]


def _says(text: str, key: str) -> bool:
    """Whether a procedure's name says the words: one or three whole words, or a phrase still being typed.

    Pieces of words would find "ngo" in every "nước ngoài".
    """
    has, wanted = _SYLLABLE.findall(fold(text)), _SYLLABLE.findall(key)
    if len(wanted) == 1:
        return wanted[0] in has
    said = f" {' '.join(has)}"
    return f" {' '.join(wanted)}" in said or (len(wanted) > 2 and all(word in has for word in wanted))


def _in_narrow(
    connection: Connection, words: str, filters: list[ColumnElement[bool]]
) -> Iterator[Select[Any]]:
    """The same among the few dossiers still open: their rows are read, no word index is asked."""
    compact = _compact(words)
    digits = re.sub(r"[.\-]", "", compact)
    base = select(_D.id).where(*filters).order_by(_D.received_at.desc(), _D.id.desc())
    if any(c.isdigit() for c in compact):
        starts = [column.startswith(digits, autoescape=True) for column in (_D.id_number, _D.phone)]
        parts = [column.contains(compact, autoescape=True) for column in (_D.code, _D.official_code)]
        yield base.where(or_(*parts, *starts))
    else:
        if words.lower() != fold(words):
            yield base.where(_D.name.icontains(words, autoescape=True))
        for condition in _named(fold(words)):
            yield base.where(condition)
    codes = _procedures(connection, words)
    if codes:
        yield base.where(_D.procedure_code.in_(codes))


def _named(key: str) -> Iterator[ColumnElement[bool]]:
    padded = " " + _D.name_fold
    if len(key) >= SHORTEST:
        yield and_(*(padded.contains(f" {word}", autoescape=True) for word in key.split()))
