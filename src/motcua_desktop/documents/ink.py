"""From laid-out pages to the bytes of a PDF: the only place that knows reportlab's canvas.

Pages are written as PDF operators at once: the canvas's own number formatting and its ASCII-85 armour took
most of the time of a slip. Fonts, pages and the file's structure stay reportlab's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from motcua_desktop.documents.fonts import REGULAR, fonts, pdf_name, unit_width
from motcua_desktop.documents.sheet import Dark, Frame, Mark, Page, Rule, TotalPages, Words

rl_config.useA85 = 0  # streams as bytes: a fifth smaller, and the armour was a seventh of the time

_TOTAL = "total-pages"


class Ink:
    """A PDF in the making. The same pages give the same bytes: no clock, no random name is in it."""

    def __init__(self, out: BinaryIO, *, title: str, author: str = "") -> None:
        """`title` and `author` go into the file's properties: no applicant's name belongs there."""
        fonts()
        self._canvas = Canvas(
            out, pageCompression=1, invariant=1, initialFontName=pdf_name(REGULAR), pdfVersion=(1, 4)
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Một Cửa Desktop")
        self._canvas.setProducer("Một Cửa Desktop")
        self._canvas.setCatalogEntry("Lang", pdfdoc.PDFString("vi-VN"))
        self._totals: tuple[str, float] | None = None
        self.pages = 0

    def page(self, page: Page) -> None:
        """Draw one page."""
        height = page.height
        self._canvas.setPageSize((page.width, height))
        text = [mark for mark in page.marks if isinstance(mark, Words)]
        operators = [*self._words(text, height), *_lines(page.marks, height)]
        for mark in page.marks:
            if isinstance(mark, Dark):
                operators += _dark(mark, height)
        self._canvas.addLiteral("\n".join(operators))
        for mark in page.marks:
            if isinstance(mark, TotalPages):
                self._total(mark, height)
        self._canvas.showPage()
        self.pages += 1

    def finish(self) -> None:
        """Write the file's end."""
        if self._totals:
            weight, size = self._totals
            self._canvas.beginForm(_TOTAL, 0, -size, 8 * size, size)
            number = Words(0, 0, str(self.pages), weight, size)
            self._canvas.addLiteral("\n".join(self._words([number], 0)))
            self._canvas.endForm()
        self._canvas.save()

    def _total(self, mark: TotalPages, height: float) -> None:
        self._totals = (mark.weight, mark.size)
        self._canvas.saveState()
        self._canvas.translate(mark.x, height - mark.y)
        self._canvas.doForm(_TOTAL)
        self._canvas.restoreState()

    def _words(self, words: list[Words], height: float) -> Iterator[str]:
        font, spacing = "", 0.0
        yield "BT"
        for mark in words:
            if mark.spacing != spacing:
                spacing = mark.spacing
                yield f"{spacing:.3f} Tw"
            for x, lift, part in _pieces(mark):
                place = f"1 0 0 1 {x:.2f} {height - mark.y + lift:.2f} Tm"
                for name, codes in self._encoded(part, mark.weight):
                    if (now := f"{name} {mark.size:g} Tf") != font:
                        font = now
                        yield now
                    yield f"{place} <{codes.hex()}> Tj"
                    place = ""
        if spacing:
            yield "0 Tw"
        yield "ET"

    def _encoded(self, text: str, weight: str) -> list[tuple[str, bytes]]:
        """The text as codes of the document's font subsets: usually one piece."""
        font: Any = fonts()[weight]
        document = self._canvas._doc
        state = font.state.get(document)
        if state is not None:
            try:
                codes = bytes([state.assignments[ord(char)] for char in text])
                return [(font.getSubsetInternalName(0, document), codes)]
            except (KeyError, ValueError):  # a letter not used yet, or one beyond the first 256
                pass
        parts = font.splitString(text, document)
        return [(font.getSubsetInternalName(subset, document), codes) for subset, codes in parts]


def _lines(marks: Iterable[Mark], height: float) -> Iterator[str]:
    thickness, dotted = 1.0, False
    for mark in marks:
        if not isinstance(mark, Rule | Frame):
            continue
        if mark.thickness != thickness:
            thickness = mark.thickness
            yield f"{thickness:g} w"
        if isinstance(mark, Rule):
            if mark.dotted != dotted:
                dotted = mark.dotted
                yield "[0.6 2.2] 0 d" if dotted else "[] 0 d"
            yield f"{mark.x1:.2f} {height - mark.y1:.2f} m {mark.x2:.2f} {height - mark.y2:.2f} l S"
        else:
            if dotted:
                dotted = False
                yield "[] 0 d"
            below = height - mark.y - mark.height
            yield f"{mark.x:.2f} {below:.2f} {mark.width:.2f} {mark.height:.2f} re S"
    if dotted:
        yield "[] 0 d"


def _dark(mark: Dark, height: float) -> Iterator[str]:
    """The rectangles in whole modules: short numbers, and neighbours that meet exactly."""
    yield f"q {mark.module:.5f} 0 0 {-mark.module:.5f} {mark.x:.2f} {height - mark.y:.2f} cm"
    yield " ".join(f"{x} {y} {wide} {high:g} re" for x, y, wide, high in mark.rectangles)
    yield "f Q"


def _pieces(mark: Words) -> Iterator[tuple[float, float, str]]:
    """The text in pieces at their places: one, unless a letter carries a mark that has no letter of its own
    (Ba Na and Xơ Đăng names: ơ̆, ư̆, ê̆); such a mark is set over the middle of its letter, higher where the
    letter is a capital or carries a mark already. Gives x, lift, text.
    """
    if mark.text.isascii() or not any(map(unicodedata.combining, mark.text)):
        yield mark.x, 0.0, mark.text
        return
    x, start = mark.x, 0
    face = fonts()[mark.weight].face
    for place, char in enumerate(mark.text):
        if unicodedata.combining(char):
            before = mark.text[start:place]
            yield x, 0.0, before
            x += _advance(before, mark)
            start = place + 1
            base = mark.text[place - 1] if place else " "
            middle = x - _advance(base, mark) / 2 - face.mark_middle(ord(char)) * mark.size
            yield middle, _lift(base, char) * mark.size, char
    if start < len(mark.text):
        yield x, 0.0, mark.text[start:]


def _lift(base: str, char: str) -> float:
    """How much higher than over a bare small letter the mark stands, as a share of the size."""
    if char == "\u0323":  # a dot below
        return 0.0
    marked = any(unicodedata.combining(part) == 230 for part in unicodedata.normalize("NFD", base))
    return (0.2 if base.isupper() else 0.0) + (0.17 if marked else 0.0)


def _advance(text: str, mark: Words) -> float:
    return unit_width(text, mark.weight) * mark.size + text.count(" ") * mark.spacing


def to_pdf(pages: Iterable[Page], *, title: str, author: str = "") -> bytes:
    """The pages as one PDF."""
    out = BytesIO()
    ink = Ink(out, title=title, author=author)
    for page in pages:
        ink.page(page)
    ink.finish()
    return out.getvalue()
