"""The shipped font: complete, unchanged, and what comes back from the paper is what was put in."""

import unicodedata
from hashlib import sha256
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from motcua_desktop.assets import resource
from motcua_desktop.documents.fonts import FILES, unprintable
from motcua_desktop.documents.ink import to_pdf
from motcua_desktop.documents.looking import read_text
from motcua_desktop.documents.sheet import Page, Words

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = "aăâeêioôơuưy"
LETTERS = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in _TONES} | {"đ"}
MARKED = sorted(letter for letter in LETTERS | {one.upper() for one in LETTERS} if not letter.isascii())


def test_vietnamese_has_134_letters_with_marks() -> None:
    assert len(MARKED) == 134


@pytest.mark.parametrize("file", FILES.values())
def test_every_weight_has_all_vietnamese_letters(file: str) -> None:
    font = TTFont(resource(f"fonts/paper/{file}"))
    cmap = font.getBestCmap()
    outlines = font["glyf"]
    assert [letter for letter in MARKED if ord(letter) not in cmap] == []
    assert [letter for letter in MARKED if outlines[cmap[ord(letter)]].numberOfContours == 0] == []


@pytest.mark.parametrize("file", FILES.values())
def test_the_font_is_liberation_serif_2_1_5_which_may_be_embedded(file: str) -> None:
    font = TTFont(resource(f"fonts/paper/{file}"))
    assert font["name"].getDebugName(1) == "Liberation Serif"
    assert "2.1.5" in font["name"].getDebugName(5)
    assert font["OS/2"].fsType == 0
    assert "SIL OPEN FONT LICENSE" in resource("fonts/paper/OFL.txt").read_text(encoding="utf-8")


def test_the_font_files_are_the_originals() -> None:
    """The licence keeps the name for unchanged files."""
    digest = sha256(b"".join(resource(f"fonts/paper/{file}").read_bytes() for file in FILES.values()))
    assert digest.hexdigest() == "9cb1428af80600e3cc911a4ee1f4c9e8e4602ed5dc32812dc7912020aa8e2e9c"


@pytest.mark.parametrize("weight", FILES)
def test_all_letters_come_back_from_the_paper_in_nfc(weight: str) -> None:
    page = Page(595, 842)
    rows = ["".join(MARKED[start : start + 20]) for start in range(0, len(MARKED), 20)]
    page.marks += [Words(50, 60 + 30 * n, row, weight, 14) for n, row in enumerate(rows)]
    pdf = to_pdf([page], title="letters")
    assert read_text(pdf).split() == rows
    assert PdfReader(BytesIO(pdf)).pages[0].extract_text().split() == rows


def test_more_letters_than_one_subset_holds_come_back_too() -> None:
    chars = [chr(code) for code in range(0xA1, 0x250) if not unprintable(chr(code)) and chr(code).isalpha()]
    assert len(chars) > 300
    page = Page(595, 842)
    rows = ["".join(chars[start : start + 20]) for start in range(0, len(chars), 20)]
    page.marks += [Words(50, 40 + 24 * n, row, "regular", 12) for n, row in enumerate(rows)]
    assert read_text(to_pdf([page], title="letters")).split() == rows


def test_letters_of_ba_na_names_stand_over_their_letter_and_come_back() -> None:
    page = Page(400, 100)
    page.marks.append(Words(20, 40, "Y Hơ\u0306 Blô\u0306 Ư\u0306", "bold", 16))
    assert read_text(to_pdf([page], title="names")).strip() == "Y Hơ\u0306 Blô\u0306 Ư\u0306"


def test_an_embedded_subset_is_a_sound_font_without_hinting() -> None:
    page = Page(400, 100)
    page.marks.append(Words(20, 40, "Nguyễn Thị Ỷ", "italic", 16))
    reader = PdfReader(BytesIO(to_pdf([page], title="subset")))
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    italic = next(font for font in fonts.values() if "Italic" in font["/BaseFont"])
    data = italic["/FontDescriptor"]["/FontFile2"].get_data()
    font = TTFont(BytesIO(data))
    assert not {"fpgm", "prep", "cvt "} & set(font.keys())
    outlines = font["glyf"]
    names = font.getGlyphOrder()
    assert 12 <= len(names) <= 30
    for name in names:  # decompiles every outline and component
        outlines[name].getCoordinates(outlines)


@pytest.mark.parametrize(
    ("text", "odd"), [("Nguyễn 12.000 đ – “Ỷ”", ""), ("đơn 你好 ✓", "你好✓"), ("a\nb", "")]
)
def test_what_the_font_lacks_is_named(text: str, odd: str) -> None:
    assert unprintable(text) == odd
