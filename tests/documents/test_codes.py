"""QR and Code 128 against a second opinion."""

from itertools import pairwise

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from motcua_desktop.documents.codes import code_128, qr
from motcua_desktop.domain.paper_errors import LettersNotInFont

CODE = "000.00.96.H48-260302-0007"


def scanned(text: str) -> str:
    """Read the bars back as a scanner does: widths → symbols → characters, check digit included."""
    from motcua_desktop.documents.codes import _SYMBOLS

    modules, bars = code_128(text)
    edges = [edge for start, wide in bars for edge in (start, start + wide)]
    widths = "".join(str(after - before) for before, after in pairwise(edges))
    values = [_SYMBOLS.index(widths[at : at + 6]) for at in range(0, len(widths) - 7, 6)]
    assert widths[-7:] == _SYMBOLS[106]
    assert modules == edges[-1]
    *data, check = values
    assert (data[0] + sum(n * value for n, value in enumerate(data[1:], 1))) % 103 == check
    packed, read = data[0] == 105, ""
    for value in data[1:]:
        if value == 99 and not packed:
            packed = True
        elif value == 100 and packed:
            packed = False
        else:
            read += f"{value:02d}" if packed else chr(value + 32)
    return read


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=40))
def test_a_bar_code_reads_back_as_the_text(text: str) -> None:
    assert scanned(text) == text


@given(st.from_regex(r"[0-9A-Z]{1,3}(\.[0-9A-Z]{2,3}){0,3}-[0-9]{6}-[0-9]{3,6}", fullmatch=True))
def test_dossier_codes_read_back(text: str) -> None:
    assert scanned(text) == text


def test_digits_are_packed_so_that_the_slip_is_wide_enough() -> None:
    assert code_128(CODE)[0] < 11 * (len(CODE) + 3) - 11


def test_the_qr_is_that_of_the_library() -> None:
    side, runs = qr(CODE)
    dark = {(column, row) for start, row, length in runs for column in range(start, start + length)}
    matrix = segno.make_qr(CODE, error="m", boost_error=False).matrix
    assert dark == {(x, y) for y, line in enumerate(matrix) for x, module in enumerate(line) if module}
    assert side == len(matrix)


def test_a_quick_qr_says_the_same_under_one_mask() -> None:
    codes = [segno.make_qr(CODE, error="m", boost_error=False, mask=2), segno.make_qr(CODE, error="m")]
    side, runs = qr(CODE, quick=True)
    dark = {(column, row) for start, row, length in runs for column in range(start, start + length)}
    matrix = codes[0].matrix
    assert dark == {(x, y) for y, line in enumerate(matrix) for x, module in enumerate(line) if module}
    assert side == len(codes[1].matrix)


@pytest.mark.parametrize("make", [code_128, qr])
def test_only_ascii_goes_into_a_code(make: object) -> None:
    with pytest.raises(LettersNotInFont) as refused:
        make("HỒ SƠ")  # type: ignore[operator]
    assert refused.value.characters == "ỒƠ"
