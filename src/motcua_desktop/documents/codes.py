"""QR and Code 128 as rectangles of black: drawn as vectors, sharp on every printer."""

from __future__ import annotations

from functools import lru_cache

import segno

from motcua_desktop.domain.paper_errors import LettersNotInFont

# Widths of bars and gaps of the 107 symbols of ISO/IEC 15417; the last one is the stop.
_SYMBOLS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 "
    "122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 "
    "322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 "
    "112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 "
    "331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 "
    "112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 "
    "124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 "
    "411311 113141 114131 311141 411131 211412 211214 211232 2331112"
).split()
_TO_C, _TO_B, _START_B, _START_C, _STOP = 99, 100, 104, 105, 106


def _ascii_only(text: str, where: str) -> None:
    odd = "".join(dict.fromkeys(char for char in text if not " " <= char <= "~"))
    if odd:
        raise LettersNotInFont(characters=odd, where=where)


def _digits_at(text: str, at: int) -> int:
    end = at
    while end < len(text) and text[end] in "0123456789":
        end += 1
    return end - at


@lru_cache(maxsize=1024)
def code_128(text: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Width in modules (without quiet zones) and the bars as (start, width), digits packed by two.

    Raises LettersNotInFont for anything but printable ASCII.
    """
    _ascii_only(text, "code_128")
    packed = _digits_at(text, 0) >= 4
    values = [_START_C if packed else _START_B]
    at = 0
    while at < len(text):
        run = _digits_at(text, at)
        if packed and run < 2:
            values.append(_TO_B)
            packed = False
        elif not packed and run >= 4 and run % 2 == 0:
            values.append(_TO_C)
            packed = True
        if packed:
            values.append(int(text[at : at + 2]))
            at += 2
        else:
            values.append(ord(text[at]) - 32)
            at += 1
    check = values[0] + sum(place * value for place, value in enumerate(values[1:], start=1))
    widths = "".join(_SYMBOLS[value] for value in [*values, check % 103, _STOP])
    bars, position = [], 0
    for place, letter in enumerate(widths):
        if place % 2 == 0:
            bars.append((position, int(letter)))
        position += int(letter)
    return position, tuple(bars)


@lru_cache(maxsize=256)
def qr(text: str, quick: bool = False) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Side in modules (without quiet zone) and the dark runs as (column, row, length), error level M.

    `quick` takes one mask for all instead of weighing eight, which is six times as fast: for letters by the
    thousand. Readers are told the mask by the code itself.

    Raises LettersNotInFont for anything but printable ASCII: scanners that type cannot send more.
    """
    _ascii_only(text, "qr")
    matrix = segno.make_qr(text, error="m", boost_error=False, mask=2 if quick else None).matrix
    runs = []
    for row, modules in enumerate(matrix):
        start = -1
        for column, dark in enumerate([*modules, 0]):
            if dark and start < 0:
                start = column
            elif not dark and start >= 0:
                runs.append((start, row, column - start))
                start = -1
    return len(matrix), tuple(runs)
