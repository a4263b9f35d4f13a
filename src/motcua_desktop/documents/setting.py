"""Setting text: runs of weights broken into lines that fit, justified where the form says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from motcua_desktop.documents.fonts import unit_width
from motcua_desktop.documents.sheet import Mark, Rule, Words

Run = tuple[str, str]  # text, weight
#: Stands for a fact that is not there: room to write by hand, up to the end of the line.
BLANK = "\ue000"
_BLANK_INSIDE = "…" * 9
LEADING = 1.2
#: Where a code or an address may be broken when it is wider than the line.
_BREAK_AFTER = "-./@_\u00a0"
ASCENT = 0.89  # of Liberation Serif, as a share of the size
DESCENT = 0.22


@dataclass(slots=True)
class Line:
    """Words that stand on one baseline: runs with the spaces between them, the natural width in points."""

    runs: list[Run]
    width: float
    last: bool


def line_height(size: float, leading: float = LEADING) -> float:
    """Height a line of that size takes."""
    return size * leading


def break_lines(runs: Iterable[Run], size: float, room: float, first_indent: float = 0.0) -> list[Line]:
    """The lines of a paragraph in `room` points; a word longer than the room is broken, nothing is cut.

    A newline in a run starts a new line. `first_indent` narrows the first line.
    """
    runs = list(runs)
    if len(runs) == 1 and "\n" not in (text := runs[0][0]):  # most cells of a table
        wide = unit_width(text, runs[0][1]) * size
        if wide <= room - first_indent and "  " not in text:
            return [Line(runs, wide, True)] if text else [Line([], 0.0, True)]
    lines: list[Line] = []
    for paragraph in _at_newlines(runs):
        lines += _fill(_words(paragraph), size, room, 0.0 if lines else first_indent)
    return lines or [Line([], 0.0, True)]


def break_evenly(runs: Iterable[Run], size: float, room: float) -> tuple[Line, ...]:
    """Like `break_lines`, but the lines are about as long as one another: for headings."""
    return _evenly(tuple(runs), size, room)


@lru_cache(maxsize=512)  # an office's head is the same on every paper
def _evenly(runs: tuple[Run, ...], size: float, room: float) -> tuple[Line, ...]:
    lines = break_lines(runs, size, room)
    if len(lines) == 1:
        return tuple(lines)
    longest = max((unit_width(word, weight) for text, weight in runs for word in text.split(" ")), default=0)
    low, high = min(room, max(room / 3, longest * size + 0.1)), room
    while high - low > 1:
        middle = (low + high) / 2
        tried = break_lines(runs, size, middle)
        if len(tried) == len(lines):
            high, lines = middle, tried
        else:
            low = middle
    return tuple(lines)


def _at_newlines(runs: Iterable[Run]) -> list[list[Run]]:
    paragraphs: list[list[Run]] = [[]]
    for text, weight in runs:
        first, *others = text.split("\n")
        paragraphs[-1].append((first, weight))
        paragraphs += [[(other, weight)] for other in others]
    return paragraphs


def _words(runs: Sequence[Run]) -> list[list[Run]]:
    """Words as pieces of one or more weights ("<b>Số</b>:" is one word of two pieces)."""
    words: list[list[Run]] = []
    joined = False
    for text, weight in runs:
        for place, piece in enumerate(text.split(" ")):
            if place:
                joined = False
            if not piece:
                continue
            if joined:
                words[-1].append((piece, weight))
            else:
                words.append([(piece, weight)])
                joined = True
    for word in words[:-1]:  # only at the very end may a blank run to the margin
        word[:] = [(text.replace(BLANK, _BLANK_INSIDE), weight) for text, weight in word]
    return words


def _fill(words: list[list[Run]], size: float, room: float, indent: float) -> list[Line]:
    lines: list[Line] = []
    runs: list[Run] = []
    used, left = 0.0, room - indent
    for word in words:
        for piece, wide in _that_fit(word, size, room):
            gap = unit_width(" ", runs[-1][1]) * size if runs else 0.0
            if runs and used + gap + wide > left + 0.01:
                lines.append(Line(runs, used, False))
                runs, used, gap, left = [], 0.0, 0.0, room
            _append(runs, piece, bool(runs))
            used += gap + wide
    lines.append(Line(runs, used, True))
    return lines


def _append(runs: list[Run], piece: list[Run], spaced: bool) -> None:
    """Join a word to the line; neighbours of one weight become one run."""
    for text, weight in piece:
        if runs and runs[-1][1] == weight:
            runs[-1] = (f"{runs[-1][0]} {text}" if spaced else runs[-1][0] + text, weight)
        else:
            if spaced:
                runs[-1] = (runs[-1][0] + " ", runs[-1][1])
            runs.append((text, weight))
        spaced = False


def _wide(piece: list[Run], size: float) -> float:
    if len(piece) == 1:
        return unit_width(*piece[0]) * size
    return sum(unit_width(text, weight) for text, weight in piece) * size


def _that_fit(word: list[Run], size: float, room: float) -> Iterable[tuple[list[Run], float]]:
    """The word itself with its width, or its pieces when it is wider than a whole line."""
    wide = _wide(word, size)
    if wide <= room:
        yield word, wide
        return
    for text, weight in word:
        while unit_width(text, weight) * size > room:
            end = 1
            while end < len(text) and unit_width(text[: end + 1], weight) * size <= room:
                end += 1
            after = max(text.rfind(mark, 0, end) for mark in _BREAK_AFTER) + 1
            end = after if after > end / 2 else end
            yield [(text[:end], weight)], _wide([(text[:end], weight)], size)
            text = text[end:]
        yield [(text, weight)], _wide([(text, weight)], size)


def set_line(line: Line, x: float, top: float, room: float, size: float, align: str) -> list[Mark]:
    """The marks of a line whose box starts at `top`; `align` is left, right, center or justify."""
    spaces = sum(text.count(" ") for text, _ in line.runs)
    spacing = 0.0
    if align == "justify" and not line.last and spaces:
        spacing = max(0.0, room - line.width) / spaces
    elif align == "center":
        x += (room - line.width) / 2
    elif align == "right":
        x += room - line.width
    baseline = top + size * (ASCENT + (LEADING - ASCENT - DESCENT) / 2)
    end = x + room
    marks: list[Mark] = []
    for text, weight in line.runs:
        shown = text.replace(BLANK, "")
        if shown:
            marks.append(Words(x, baseline, shown, weight, size, spacing))
        x += unit_width(shown, weight) * size + spacing * shown.count(" ")
        if BLANK in text and align in ("left", "justify"):
            marks.append(Rule(x + 1, baseline + 0.6, end, baseline + 0.6, 0.6, dotted=True))
    return marks


def set_lines(
    lines: Sequence[Line],
    x: float,
    top: float,
    room: float,
    size: float,
    align: str = "left",
    leading: float = LEADING,
) -> list[Mark]:
    """The marks of several lines, one under another."""
    marks: list[Mark] = []
    for place, line in enumerate(lines):
        marks += set_line(line, x, top + place * line_height(size, leading), room, size, align)
    return marks
