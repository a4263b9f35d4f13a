"""Every form of both editions as accepted: words, look, margins, overlaps, fonts, size, same bytes."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader
from tests.documents.cases import CASES, EDITIONS, edition, papers
from tests.documents.pictures import GOLDEN, picture, unlike

from motcua_desktop.documents.looking import page_count, read_text
from motcua_desktop.documents.sheet import MARGINS, MM, Rule

PAPERS = papers()
NAMES = sorted(PAPERS)


@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_those_accepted(name: str) -> None:
    accepted = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert read_text(PAPERS[name]()) + "\n" == accepted, "python -m tests.documents.accept"


@pytest.mark.parametrize("name", NAMES)
def test_the_look_is_that_accepted(name: str) -> None:
    accepted = Image.open(GOLDEN / f"{name}.png").convert("L")
    assert unlike(picture(PAPERS[name]()), accepted) < 0.004, "python -m tests.documents.accept"


def test_every_golden_file_belongs_to_a_paper() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(NAMES)


def text_boxes(pdf: bytes) -> list[tuple[Any, list[tuple[float, float, float, float]]]]:
    """Per page its size and the boxes (left, bottom, right, top) of its runs of text, read from the PDF."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append((page.get_size(), [text.get_rect(n) for n in range(text.count_rects())]))
    document.close()
    return found


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_written_outside_the_side_margins_or_near_the_papers_edge(name: str) -> None:
    form = edition(name[:4]).form(CASES[name[5:]].form if name[5:] in CASES else "register")
    left, right, _, _ = MARGINS[form.paper]
    if form.landscape:
        left, right = MARGINS[form.paper][3], MARGINS[form.paper][2]
    for (width, height), boxes in text_boxes(PAPERS[name]()):
        assert boxes
        for x1, y1, x2, y2 in boxes:
            assert left * MM - 1 <= x1 and x2 <= width - right * MM + 1
            assert y1 >= 4 * MM and y2 <= height - 4 * MM


@pytest.mark.parametrize("name", NAMES)
def test_no_words_lie_on_other_words(name: str) -> None:
    for _, boxes in text_boxes(PAPERS[name]()):
        boxes.sort()
        for place, (x1, y1, x2, y2) in enumerate(boxes):
            for u1, v1, u2, v2 in boxes[place + 1 :]:
                if u1 > x2:
                    break
                across, along = min(x2, u2) - max(x1, u1), min(y2, v2) - max(y1, v1)
                assert across < 1.5 or along < 2.5, ((x1, y1, x2, y2), (u1, v1, u2, v2))


@pytest.mark.parametrize("edition_name", EDITIONS)
@pytest.mark.parametrize("case", sorted(CASES))
def test_no_words_cross_a_line_of_a_table(edition_name: str, case: str) -> None:
    if CASES[case].form in edition(edition_name).absent:
        return
    pages = CASES[case].lay_out(edition_name)
    for page, (_, boxes) in zip(pages, text_boxes(CASES[case].draw(edition_name)), strict=True):
        upright = [mark for mark in page.marks if isinstance(mark, Rule) and mark.x1 == mark.x2]
        for rule in upright:
            for x1, y1, x2, y2 in boxes:
                beside = x2 < rule.x1 + 0.5 or x1 > rule.x1 - 0.5
                above = page.height - y1 < rule.y1 + 0.5 or page.height - y2 > rule.y2 - 0.5
                assert beside or above


@pytest.mark.parametrize("name", NAMES)
def test_all_fonts_are_embedded_subsets_of_the_shipped_one(name: str) -> None:
    fonts = set()
    for page in PdfReader(BytesIO(PAPERS[name]())).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            assert "/FontFile2" in font["/FontDescriptor"]
            fonts.add(font["/BaseFont"])
    assert fonts
    assert all("+LiberationSerif" in font for font in fonts)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    assert PAPERS[name]() == PAPERS[name]()


@pytest.mark.parametrize("name", [name for name in NAMES if name[5:] in CASES])
def test_a_paper_of_one_dossier_is_at_most_60_kilobytes(name: str) -> None:
    assert len(PAPERS[name]()) <= 60 * 1024


@pytest.mark.parametrize("case", ["receipt", "receipt-certified", "receipt-ordinary"])
@pytest.mark.parametrize("edition_name", EDITIONS)
def test_an_ordinary_slip_is_one_page_for_each_copy(edition_name: str, case: str) -> None:
    """Name and component of the everyday certified copy are the portal's, long as they are."""
    assert page_count(PAPERS[f"{edition_name}-{case}"]()) == 2


@pytest.mark.parametrize("edition_name", EDITIONS)
def test_a_long_list_repeats_its_header_and_numbers_its_pages(edition_name: str) -> None:
    text = read_text(CASES["receipt-crowded"].draw(edition_name))
    heading = "Tên giấy tờ" if edition_name == "2025" else "TT Thành phần hồ sơ"
    pages = page_count(CASES["receipt-crowded"].draw(edition_name)) // 2
    assert pages >= 2
    assert text.count(f"Trang 1/{pages}") == 2
    assert text.count(f"Trang {pages}/{pages}") == 2
    assert text.count(heading) == 2 * pages
    numbers = [text.index(f"\n{n} Giấy tờ số {n}:") for n in (1, 2, 22, 23)]
    assert all(one < other for one, other in pairwise(numbers))
