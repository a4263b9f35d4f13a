"""From laid-out pages to the bytes of a PDF: the only place that knows reportlab's canvas."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from motcua_desktop.documents.fonts import REGULAR, fonts, pdf_name, unit_width
from motcua_desktop.documents.sheet import Dark, Frame, Page, Rule, TotalPages, Words

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
        canvas = self._canvas
        canvas.setPageSize((page.width, page.height))
        self._words([mark for mark in page.marks if isinstance(mark, Words)], page.height)
        for mark in page.marks:
            if isinstance(mark, Rule):
                self._rule(mark, page.height)
            elif isinstance(mark, Frame):
                canvas.setLineWidth(mark.thickness)
                canvas.rect(mark.x, page.height - mark.y - mark.height, mark.width, mark.height)
            elif isinstance(mark, Dark):
                self._dark(mark, page.height)
            elif isinstance(mark, TotalPages):
                self._totals = (mark.weight, mark.size)
                canvas.saveState()
                canvas.translate(mark.x, page.height - mark.y)
                canvas.doForm(_TOTAL)
                canvas.restoreState()
        canvas.showPage()
        self.pages += 1

    def finish(self) -> None:
        """Write the file's end."""
        if self._totals:
            weight, size = self._totals
            self._canvas.beginForm(_TOTAL, 0, -size, 8 * size, size)
            self._canvas.setFont(pdf_name(weight), size)
            self._canvas.drawString(0, 0, str(self.pages))
            self._canvas.endForm()
        self._canvas.save()

    def _words(self, words: list[Words], height: float) -> None:
        if not words:
            return
        text = self._canvas.beginText()
        font, spacing = ("", 0.0), 0.0
        for mark in words:
            if (mark.weight, mark.size) != font:
                font = (mark.weight, mark.size)
                text.setFont(pdf_name(mark.weight), mark.size)
            if mark.spacing != spacing:
                spacing = mark.spacing
                text.setWordSpace(spacing)
            for x, lift, part in _pieces(mark):
                text.setTextOrigin(x, height - mark.y + lift)
                text.textOut(part)
        self._canvas.drawText(text)

    def _rule(self, mark: Rule, height: float) -> None:
        canvas: Any = self._canvas
        canvas.setLineWidth(mark.thickness)
        if mark.dotted:
            canvas.setDash(0.6, 2.2)
        canvas.line(mark.x1, height - mark.y1, mark.x2, height - mark.y2)
        if mark.dotted:
            canvas.setDash()

    def _dark(self, mark: Dark, height: float) -> None:
        path = self._canvas.beginPath()
        for x, y, wide, high in mark.rectangles:
            path.rect(x, height - y - high, wide, high)
        self._canvas.drawPath(path, stroke=0, fill=1)


def _pieces(mark: Words) -> Iterator[tuple[float, float, str]]:
    """The text in pieces at their places: one, unless a letter carries a mark that has no letter of its own
    (Ba Na and Xơ Đăng names: ơ̆, ư̆, ê̆); such a mark is set over the middle of its letter, higher where the
    letter is a capital or carries a mark already. Gives x, lift, text.
    """
    if mark.text.isascii() or not any(unicodedata.combining(char) for char in mark.text):
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
