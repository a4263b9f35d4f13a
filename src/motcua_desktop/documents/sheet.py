"""A laid-out page: what stands where, before a drop of ink. Points from the upper left, y downwards."""

from __future__ import annotations

from dataclasses import dataclass, field

MM = 72 / 25.4
PAPERS = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "A6": (105.0, 148.0)}  # width, height in mm
#: left, right, top, bottom in mm. A4 as Decree 30/2020 (30–35, 15–20, 20–25, 20–25); smaller ones are free.
MARGINS = {"A4": (30.0, 18.0, 20.0, 20.0), "A5": (13.0, 10.0, 9.0, 10.0), "A6": (8.0, 8.0, 7.0, 7.0)}


@dataclass(frozen=True, slots=True)
class Words:
    """Text on one baseline; `spacing` widens its spaces (justified lines)."""

    x: float
    y: float
    text: str
    weight: str
    size: float
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line; `dotted` for room to write on by hand."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float = 0.5
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """An empty rectangle: a tick box, a framed mark."""

    x: float
    y: float
    width: float
    height: float
    thickness: float = 0.6


@dataclass(frozen=True, slots=True)
class Dark:
    """A code: dark rectangles (column, row, width, height) in modules of `module` points, from (x, y) on."""

    x: float
    y: float
    module: float
    rectangles: tuple[tuple[int, int, int, float], ...]


@dataclass(frozen=True, slots=True)
class TotalPages:
    """The number of pages of the whole book, written at the end: for books laid out page by page."""

    x: float
    y: float
    weight: str
    size: float


Mark = Words | Rule | Frame | Dark | TotalPages


@dataclass(slots=True)
class Page:
    """One side of paper, sizes in points."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)


def paper_size(paper: str, landscape: bool = False) -> tuple[float, float]:
    """Width and height of a paper in points."""
    width, height = PAPERS[paper]
    return (height * MM, width * MM) if landscape else (width * MM, height * MM)


def two_up(pages: list[Page]) -> list[Page]:
    """Pages of A5 beside one another, two on each A4 landscape."""
    width, height = paper_size("A4", landscape=True)
    sheets = []
    for first in range(0, len(pages), 2):
        sheet = Page(width, height)
        for place, page in enumerate(pages[first : first + 2]):
            sheet.marks += [moved(mark, place * width / 2) for mark in page.marks]
        sheet.marks.append(Rule(width / 2, 0, width / 2, height, 0.3, dotted=True))
        sheets.append(sheet)
    return sheets


def moved(mark: Mark, by: float) -> Mark:
    """The same mark further to the right."""
    if isinstance(mark, Words):
        return Words(mark.x + by, mark.y, mark.text, mark.weight, mark.size, mark.spacing)
    if isinstance(mark, Rule):
        return Rule(mark.x1 + by, mark.y1, mark.x2 + by, mark.y2, mark.thickness, mark.dotted)
    if isinstance(mark, Frame):
        return Frame(mark.x + by, mark.y, mark.width, mark.height, mark.thickness)
    if isinstance(mark, Dark):
        return Dark(mark.x + by, mark.y, mark.module, mark.rectangles)
    return TotalPages(mark.x + by, mark.y, mark.weight, mark.size)
