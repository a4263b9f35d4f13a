"""A paper being laid out from top to bottom: pages are added as they fill up, nothing leaves the margins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from motcua_desktop.documents.codes import code_128, qr
from motcua_desktop.documents.fonts import REGULAR, width
from motcua_desktop.documents.setting import LEADING, Run, break_evenly, break_lines, line_height, set_line
from motcua_desktop.documents.sheet import MARGINS, MM, Dark, Mark, Page, Words, paper_size


@dataclass(frozen=True, slots=True)
class Fit:
    """How tightly a paper is set: share of the sizes, share of the room between things, height of lines."""

    scale: float
    air: float
    leading: float


ROOMY = Fit(1.0, 1.0, LEADING)
#: Tried one after another until a page is saved. Letters with two marks need 1.11 of their size.
TIGHTER = (Fit(0.95, 0.6, 1.18), Fit(0.9, 0.3, 1.14))


@dataclass(slots=True)
class Flow:
    """`size` is that of the body; `y` where the next thing stands, in points from the top of the page.

    `fit` says how tightly things stand; no size shrinks below `smallest` (0: none shrinks at all). `reserve`
    is the height that the last row of a list keeps free below itself, for what must not stand alone.
    """

    paper: str
    landscape: bool
    size: float
    fit: Fit = field(default_factory=lambda: ROOMY)
    smallest: float = 0.0
    reserve: float = 0.0
    pages: list[Page] = field(default_factory=list)
    y: float = 0.0
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    def __post_init__(self) -> None:
        """Take the margins of the paper and open the first page."""
        left, right, top, bottom = MARGINS[self.paper]
        if self.landscape:  # the binding edge becomes the upper one
            left, right, top, bottom = bottom, top, left * 0.8, right
        width_, height = paper_size(self.paper, self.landscape)
        self.left, self.right = left * MM, width_ - right * MM
        self.top, self.bottom = top * MM, height - bottom * MM
        self.size = self.fitted(self.size)
        self.new_page()

    def fitted(self, size: float) -> float:
        """A size as it stands on this paper: shrunk with the rest, but not below `smallest`."""
        return max(size * self.fit.scale, min(size, self.smallest)) if self.smallest else size

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.right - self.left

    @property
    def is_small(self) -> bool:
        """A5 and smaller: sizes below those of Decree 30/2020 are allowed."""
        return self.paper != "A4"

    def new_page(self) -> None:
        """Go on at the top of a fresh page."""
        self.pages.append(Page(*paper_size(self.paper, self.landscape)))
        self.y = self.top

    def place(self) -> tuple[int, int, float]:
        """Where the flow stands, to come back to."""
        return len(self.pages), len(self.pages[-1].marks), self.y

    def back_to(self, place: tuple[int, int, float]) -> None:
        """Take away everything set since `place`."""
        pages, marks, self.y = place
        del self.pages[pages:]
        del self.pages[-1].marks[marks:]

    def add(self, marks: Sequence[Mark]) -> None:
        """Put marks on the current page."""
        self.pages[-1].marks += marks

    def fits(self, height: float) -> bool:
        """Whether that much height is left on the page."""
        return self.y + height <= self.bottom + 0.01

    def need(self, height: float) -> None:
        """Go to the next page when less than `height` is left on this one."""
        if not self.fits(height) and self.y > self.top:
            self.new_page()

    def skip(self, height: float) -> None:
        """Leave room, but none at the top of a page."""
        if self.y > self.top:
            self.y += height * self.fit.air

    def paragraph(
        self,
        runs: Sequence[Run],
        *,
        size: float = 0.0,
        align: str = "left",
        first_indent: float = 0.0,
        hang: float = 0.0,
        before: float = 0.0,
        leading: float = 0.0,
    ) -> None:
        """Set a paragraph over the full width; `hang` indents all lines but the first."""
        size, leading = size or self.size, leading or self.fit.leading
        self.skip(before)
        lines = break_lines(runs, size, self.room - hang, first_indent - hang)
        height = line_height(size, leading)
        for place, line in enumerate(lines):
            if place == 0 and len(lines) > 1:
                self.need(2 * height)  # no single first line at the foot of a page
            self.need(height)
            indent = first_indent if place == 0 else hang
            self.add(set_line(line, self.left + indent, self.y, self.room - indent, size, align))
            self.y += height


def block_height(runs: Sequence[Run], size: float, room: float, leading: float = 1.2) -> float:
    """The height a paragraph takes in `room` points."""
    return len(break_lines(runs, size, room)) * line_height(size, leading)


def centred(
    runs: Sequence[Run], x: float, top: float, room: float, size: float
) -> tuple[list[Mark], float, float]:
    """A centred paragraph in a column: its marks, its height, the width of its last line."""
    lines = break_evenly(runs, size, room)
    marks: list[Mark] = []
    for place, line in enumerate(lines):
        marks += set_line(line, x, top + place * line_height(size), room, size, "center")
    return marks, len(lines) * line_height(size), lines[-1].width


def qr_marks(text: str, x: float, y: float, side: float, *, quick: bool = False) -> list[Mark]:
    """A QR of `side` points, its quiet zone of four modules inside them; `quick` as of `codes.qr`."""
    modules, runs = qr(text, quick)
    module = side / (modules + 8)
    # A hair's breadth of overlap: some screens show white seams between rows that only touch.
    return [Dark(x + 4 * module, y + 4 * module, module, tuple((*run, 1.02) for run in runs))]


def bar_marks(
    text: str, x: float, y: float, room: float, height: float, caption: float = 0.0, words: str = ""
) -> list[Mark]:
    """A Code 128 centred in `room` points with quiet zones of ten modules.

    At size `caption` its text stands below it, or `words` instead.

    A module is at most 0.25 mm; below 0.15 mm no scanner of an office reads it and only the text is set.
    """
    modules, bars = code_128(text)
    module = min(0.25 * MM, room / (modules + 20))
    marks: list[Mark] = []
    if module >= 0.15 * MM:
        start = x + (room - modules * module) / 2
        marks.append(Dark(start, y, module, tuple((at, 0, wide, height / module) for at, wide in bars)))
    if caption:
        words = words or text
        middle = x + (room - width(words, REGULAR, caption)) / 2
        marks.append(Words(middle, y + height + caption, words, REGULAR, caption))
    return marks
