"""A page to put on the portal: one HTML file with everything in it, no script, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

_STYLE = (
    "body{font:16px/1.5 'Noto Sans',Arial,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;"
    "color:#1a1a1a}h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}"
    "p{margin:.25rem 0 1rem;color:#555}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #ddd}"
    "th{background:#f4f4f4}td:first-child{white-space:nowrap}"
)

#: Title, headers, rows of texts.
Table = tuple[str, Sequence[str], Iterable[Sequence[str]]]


def page(title: str, under: str, tables: Iterable[Table]) -> Iterator[str]:
    """The page, piece by piece."""
    yield '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield f"<h1>{escape(title)}</h1>\n<p>{escape(under)}</p>\n"
    for name, headers, rows in tables:
        yield f"<h2>{escape(name)}</h2>\n<table>\n<thead><tr>"
        yield from (f"<th>{escape(header)}</th>" for header in headers)
        yield "</tr></thead>\n<tbody>\n"
        for row in rows:
            yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n"
        yield "</tbody>\n</table>\n"
    yield "</body>\n</html>\n"
