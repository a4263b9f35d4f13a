"""A table or a note as a PDF, for papers that are no form of the law (reports, delivery notes)."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QFont, QFontDatabase, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from motcua_desktop.assets import resource

DPI = 96
_STYLE = (
    "body { font-family: 'Liberation Serif', 'Times New Roman'; font-size: 10pt; color: black; }"
    "h1 { font-size: 13pt; text-align: center; margin: 6px 0; } p { margin: 2px 0; }"
    "th, td { padding: 3px 5px; } th { font-weight: bold; }"
)


@cache
def _paper_family() -> str:
    """The font of all our papers, from the shipped files; the system is never asked."""
    for path in sorted(resource("fonts/paper").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    return "Liberation Serif"


def even_title(title: str, longest: int = 70) -> str:
    """A title as HTML, in lines of about one length: no last word alone."""
    words, lines = title.split(), -(-len(title) // longest)
    found: list[str] = [""]
    for word in words:
        if len(found) < lines and len(f"{found[-1]} {word}") > len(title) / lines + len(word) / 2:
            found.append("")
        found[-1] = f"{found[-1]} {word}".strip()
    return "<br>".join(html.escape(line) for line in found)


def write_paper(path: Path, body: str, *, landscape: bool = False) -> Path:
    """Set HTML on A4 pages in a PDF file. Any thread may ask. Raises OSError when nothing was written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    size = QSizeF(297, 210) if landscape else QSizeF(210, 297)
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    page = QPageSize(size, QPageSize.Unit.Millimeter)
    edges = QMarginsF(15, 15, 15, 15)
    writer.setPageLayout(
        QPageLayout(page, QPageLayout.Orientation.Portrait, edges, QPageLayout.Unit.Millimeter)
    )
    document = QTextDocument()
    document.setDefaultFont(QFont(_paper_family(), 10))
    document.setDocumentMargin(0)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(f"<body>{body}</body>")
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    del writer  # the file is whole once the writer is gone
    if not path.exists():
        raise OSError(0, "", str(path))
    return path
