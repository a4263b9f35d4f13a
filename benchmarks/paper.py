"""Figures of paper, in one run.

Run: python benchmarks/paper.py [LETTERS ROWS]

A warm slip against a bare reportlab canvas that writes the same words, lines and codes with the same font;
a batch of letters; a register book. Times are medians; memory is the process's peak after each part.
"""

from __future__ import annotations

import resource as machine
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from reportlab import rl_config  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402
from tests.documents.cases import CASES, edition, register  # noqa: E402
from tests.documents.samples import APOLOGISED, NOW, OFFICE  # noqa: E402

from motcua_desktop.assets import resource  # noqa: E402
from motcua_desktop.documents.fonts import FILES  # noqa: E402
from motcua_desktop.documents.letters import draw_letters  # noqa: E402
from motcua_desktop.documents.sheet import Dark, Page, Rule, Words  # noqa: E402

EDITION = "2025"


def median(act: Callable[[], object], times: int) -> float:
    """Seconds one call takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def peak_megabytes() -> float:
    """Most memory this process has had."""
    return machine.getrusage(machine.RUSAGE_SELF).ru_maxrss / 1024


def bare(pages: list[Page], *, codes: bool) -> bytes:
    """The same words with nothing but reportlab: one drawString, line or rect each."""
    out = BytesIO()
    rl_config.useA85 = 1  # as reportlab comes
    canvas = Canvas(out, pageCompression=1, invariant=1, initialFontName="bare-regular")
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        for mark in page.marks:
            if isinstance(mark, Words):
                canvas.setFont(f"bare-{mark.weight}", mark.size)
                canvas.drawString(mark.x, page.height - mark.y, mark.text)
            elif isinstance(mark, Rule):
                canvas.line(mark.x1, page.height - mark.y1, mark.x2, page.height - mark.y2)
            elif isinstance(mark, Dark) and codes:
                for column, row, wide, high in mark.rectangles:
                    x, y = mark.x + column * mark.module, page.height - mark.y - row * mark.module
                    canvas.rect(x, y, wide * mark.module, -high * mark.module, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    rl_config.useA85 = 0  # as we use it
    return out.getvalue()


def letters(count: int) -> bytes:
    """Letters of as many dossiers, each with a code of its own."""
    out = BytesIO()
    dossiers = (replace(APOLOGISED, code=f"000.00.96.H48-260302-{n:04d}") for n in range(count))
    draw_letters(edition(EDITION), OFFICE, dossiers, now=NOW, out=out)
    return out.getvalue()


def main(letter_count: int = 1000, row_count: int = 20_000) -> None:
    """Print every figure on a line of its own."""
    for weight, file in FILES.items():
        pdfmetrics.registerFont(TTFont(f"bare-{weight}", str(resource(f"fonts/paper/{file}"))))
    case = CASES["receipt"]
    pages = case.lay_out(EDITION)
    ours, words, all_marks = case.draw(EDITION), bare(pages, codes=False), bare(pages, codes=True)
    slip = median(lambda: case.draw(EDITION), 15)
    plain = median(lambda: bare(pages, codes=False), 15)
    marked = median(lambda: bare(pages, codes=True), 15)
    print(f"slip, two copies, warm: {slip * 1000:.1f} ms, {len(ours) / 1024:.1f} KB")
    print(f"bare canvas, same words and lines: {plain * 1000:.1f} ms, {len(words) / 1024:.1f} KB")
    print(f"bare canvas, codes too: {marked * 1000:.1f} ms, {len(all_marks) / 1024:.1f} KB")
    print(f"slip / bare words: {slip / plain:.2f}; slip / bare words and codes: {slip / marked:.2f}")
    before = peak_megabytes()
    start = time.perf_counter()
    pdf = letters(letter_count)
    taken = time.perf_counter() - start
    each = taken / letter_count * 1000
    print(f"{letter_count} letters: {taken:.2f} s, {each:.2f} ms each, {len(pdf) / 1024:.0f} KB")
    print(f"peak memory: {before:.0f} MB before, {peak_megabytes():.0f} MB after the letters")
    start = time.perf_counter()
    pdf = register(EDITION, row_count)
    taken = time.perf_counter() - start
    print(f"register of {row_count} rows: {taken:.1f} s, {len(pdf) / 1024 / 1024:.1f} MB")
    print(f"peak memory: {peak_megabytes():.0f} MB after the register")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
