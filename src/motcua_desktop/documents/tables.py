"""Tables: wrapped cells, a header that comes again on each page, rows that go over a page when they must."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from motcua_desktop.documents.edition import Column
from motcua_desktop.documents.facts import Row
from motcua_desktop.documents.flow import Flow
from motcua_desktop.documents.fonts import BOLD, ITALIC, REGULAR
from motcua_desktop.documents.setting import Line, Run, break_lines, line_height, set_line
from motcua_desktop.documents.sheet import Mark, Rule

PAD_X, PAD_Y, THIN = 3.0, 2.0, 0.5
_LEAST_PAD = 1.2


class Table:
    """Columns over the full width of a flow; rows are given one by one and need not be held."""

    def __init__(
        self,
        flow: Flow,
        columns: Sequence[Column],
        size: float,
        *,
        numbered: bool | Sequence[str] = False,
        pad: float = PAD_X,
    ) -> None:
        """`numbered` sets (1), (2), … or these marks under the headings; `pad` is the air beside words."""
        self.flow, self.columns, self.size, self.pad = flow, columns, size, pad
        usual = [f"({n})" for n in range(1, len(columns) + 1)] if numbered else []
        self.marks = usual if isinstance(numbered, bool) else list(numbered)
        self.step = line_height(size, flow.fit.leading)
        self.pad_y = max(PAD_Y * flow.fit.air, _LEAST_PAD)
        whole = sum(column.share for column in columns)
        self.widths = [flow.room * column.share / whole for column in columns]
        self.edges = [flow.left + sum(self.widths[:place]) for place in range(len(columns) + 1)]
        self.header = [self._heading(column.label, at) for at, column in enumerate(columns)]
        self.header_height = self._header_height()

    def _heading(self, label: str, at: int) -> list[Line]:
        return break_lines([(label, BOLD)], self.size, self.widths[at] - 2 * self.pad)

    def _groups(self) -> list[tuple[str, int, int]]:
        """(heading over several, first column, after the last column)."""
        groups = []
        for over, members in groupby(enumerate(self.columns), key=lambda item: item[1].over):
            places = [place for place, _ in members]
            if over:
                groups.append((over, places[0], places[-1] + 1))
        return groups

    def _header_height(self) -> float:
        step = self.step
        over = {
            place: len(
                break_lines([(text, BOLD)], self.size, self.edges[last] - self.edges[first] - 2 * self.pad)
            )
            for text, first, last in self._groups()
            for place in range(first, last)
        }
        self.over_height = max(over.values(), default=0) * step + (2 * self.pad_y if over else 0)
        tallest = max(
            len(lines) * step + 2 * self.pad_y + (self.over_height if place in over else 0)
            for place, lines in enumerate(self.header)
        )
        return tallest + (step + self.pad_y if self.marks else 0)

    def draw_header(self) -> None:
        """Set the headings at the flow's place."""
        flow, step = self.flow, self.step
        top = flow.y
        number_height = step + self.pad_y if self.marks else 0.0
        bottom = top + self.header_height - number_height
        flow.add([Rule(flow.left, top, flow.right, top, THIN)])
        in_group = self._draw_groups(top)
        for place, lines in enumerate(self.header):
            start = top + self.over_height if place in in_group else top
            self._centred(
                lines, self.edges[place] + self.pad, start, bottom - start, self.widths[place] - 2 * self.pad
            )
        if self.marks:
            flow.add([Rule(flow.left, bottom, flow.right, bottom, THIN)])
            for place, words in enumerate(self.marks):
                mark = break_lines([(words, ITALIC)], self.size, self.widths[place])
                self._centred(mark, self.edges[place], bottom, number_height, self.widths[place])
        flow.y = top + self.header_height
        inner = {first for _, first, last in self._groups() for first in range(first + 1, last)}
        flow.add([Rule(flow.left, flow.y, flow.right, flow.y, THIN)])
        flow.add(
            [
                Rule(edge, top + (self.over_height if place in inner else 0), edge, flow.y, THIN)
                for place, edge in enumerate(self.edges)
            ]
        )

    def _draw_groups(self, top: float) -> set[int]:
        """The headings over several columns; gives the columns under them."""
        under: set[int] = set()
        for text, first, last in self._groups():
            room = self.edges[last] - self.edges[first] - 2 * self.pad
            lines = break_lines([(text, BOLD)], self.size, room)
            self._centred(lines, self.edges[first] + self.pad, top, self.over_height, room)
            y = top + self.over_height
            self.flow.add([Rule(self.edges[first], y, self.edges[last], y, THIN)])
            under |= set(range(first, last))
        return under

    def _centred(self, lines: Sequence[Line], x: float, top: float, height: float, room: float) -> None:
        step = self.step
        y = top + (height - len(lines) * step) / 2
        for place, line in enumerate(lines):
            self.flow.add(set_line(line, x, y + place * step, room, self.size, "center"))

    def start(self) -> None:
        """Header, with room for at least two lines below it."""
        self.flow.need(self.header_height + 2 * self.step + 2 * self.pad_y)
        self.draw_header()

    def row(self, row: Row, *, weight: str = REGULAR, at_least: float = 0.0, reserve: float = 0.0) -> None:
        """One row; to the next page when it does not fit, over its end when it is taller than a page.

        `reserve` is the height that stays free below it, unless no page has that much.
        """
        cells = [
            break_lines([(row.get(column.key, ""), weight)], self.size, self.widths[place] - 2 * self.pad)
            for place, column in enumerate(self.columns)
        ]
        step = self.step
        tallest = max(len(lines) for lines in cells)
        height = max(tallest * step + 2 * self.pad_y, at_least)
        whole_page = self.flow.bottom - self.flow.top - self.header_height
        reserve = reserve if height + reserve <= whole_page else 0.0
        splits = (
            not reserve and height > whole_page / 3 and self.flow.fits(6 * step)
        )  # no half-empty page for one long name
        if not self.flow.fits(height + reserve) and not splits:
            self._next_page()
        done = 0
        while done < tallest:
            left = int((self.flow.bottom - self.flow.y - 2 * self.pad_y + 0.01) / step)
            take = tallest - done if tallest - done <= left else max(1, left)
            self._part(
                [lines[done : done + take] for lines in cells], max(take * step + 2 * self.pad_y, at_least)
            )
            done += take
            if done < tallest:
                self._next_page()

    def _next_page(self) -> None:
        self.flow.new_page()
        self.draw_header()

    def _part(self, cells: Sequence[Sequence[Line]], height: float) -> None:
        flow, step = self.flow, self.step
        top = flow.y
        marks: list[Mark] = []
        for place, lines in enumerate(cells):
            room = self.widths[place] - 2 * self.pad
            for at, line in enumerate(lines):
                y = top + self.pad_y + at * step
                marks += set_line(
                    line, self.edges[place] + self.pad, y, room, self.size, self.columns[place].align
                )
        flow.y = top + height
        marks.append(Rule(flow.left, flow.y, flow.right, flow.y, THIN))
        marks += [Rule(edge, top, edge, flow.y, THIN) for edge in self.edges]
        flow.add(marks)

    def total(self, label: Sequence[Run], value: Sequence[Run]) -> None:
        """A last row: the label over all columns but the last, the value in the last."""
        flow, step = self.flow, self.step
        split = self.edges[-2]
        wide = break_lines(label, self.size, split - flow.left - 2 * self.pad)
        narrow = break_lines(value, self.size, flow.right - split - 2 * self.pad)
        height = max(len(wide), len(narrow)) * step + 2 * self.pad_y
        if not flow.fits(height):
            self._next_page()
        for lines, x, room in ((wide, flow.left, split - flow.left), (narrow, split, flow.right - split)):
            align = "center" if lines is wide else self.columns[-1].align
            for at, line in enumerate(lines):
                y = flow.y + self.pad_y + at * step
                flow.add(set_line(line, x + self.pad, y, room - 2 * self.pad, self.size, align))
        top, flow.y = flow.y, flow.y + height
        flow.add([Rule(flow.left, flow.y, flow.right, flow.y, THIN)])
        flow.add([Rule(edge, top, edge, flow.y, THIN) for edge in (flow.left, split, flow.right)])
