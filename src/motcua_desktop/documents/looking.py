"""Looking at a finished PDF: pages as pictures for preview and printer, the text for checks.

PDFium is not made for several threads at once: one lock lets one question in at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

import pypdfium2

from motcua_desktop.domain.paper_errors import UnreadablePaper

_one_at_a_time = Lock()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise UnreadablePaper from error
        try:
            yield document
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """How many pages; UnreadablePaper when it is no PDF."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page in points, counted from 0."""
    with _opened(pdf) as document:
        width, height = _page(document, page).get_size()
        return float(width), float(height)


def page_image(pdf: bytes, page: int, scale: float) -> bytes:
    """A page, counted from 0, as PNG; `scale` 1 is 72 dots per inch."""
    with _opened(pdf) as document:
        picture = _page(document, page).render(scale=scale).to_pil()
    out = BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()


def page_bitmap(pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
    """A page for the printer: width, height, rows of four bytes a dot (blue, green, red, unused)."""
    with _opened(pdf) as document:
        bitmap = _page(document, page).render(scale=dpi / 72, prefer_bgrx=True)
        assert bitmap.stride == 4 * bitmap.width
        return bitmap.width, bitmap.height, bytes(bitmap.buffer)


def read_text(pdf: bytes) -> str:
    """The text of all pages, one page after another."""
    with _opened(pdf) as document:
        return "\n".join(
            _page(document, n).get_textpage().get_text_bounded().replace("\r\n", "\n")
            for n in range(len(document))
        )


def _page(document: Any, page: int) -> Any:
    if not 0 <= page < len(document):
        raise UnreadablePaper(page=page)
    return document[page]
