"""The pages of a PDF as pictures: what the preview shows and the printer gets."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any

from motcua_desktop.domain.page_picture import PagePicture

_MM_PER_POINT = 25.4 / 72
_one_at_a_time = Lock()  # pdfium is not made for two threads


def pages(pdf: Path | bytes, dpi: int) -> tuple[PagePicture, ...]:
    """Every page at `dpi` points to the inch. Raises OSError when the file cannot be read."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    import pypdfium2

    with _one_at_a_time:
        document = pypdfium2.PdfDocument(content)
        try:
            return tuple(_picture(page, dpi) for page in document)
        finally:
            document.close()


def _picture(page: Any, dpi: int) -> PagePicture:
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=False, draw_annots=True)
    try:
        row = bitmap.width * bitmap.n_channels
        buffer, stride = bytes(bitmap.buffer), bitmap.stride
        rows = (buffer[y * stride : y * stride + row] for y in range(bitmap.height))
        points = b"".join(rows)
        if bitmap.n_channels == 4:  # a transparent page: the fourth byte of each point is dropped
            points = b"".join(points[i : i + 3] for i in range(0, len(points), 4))
        size = [side * _MM_PER_POINT for side in page.get_size()]
        return PagePicture(bitmap.width, bitmap.height, points, size[0], size[1])
    finally:
        bitmap.close()
        page.close()
