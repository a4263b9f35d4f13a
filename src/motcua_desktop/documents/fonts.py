"""The four weights of the paper's font, their letters, and how they are embedded.

Liberation Serif is shipped (resources/fonts/paper); the system is never asked. A PDF gets only the glyphs it
shows, without hinting: hinting is half of the file and paper does not need it.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from struct import pack, unpack_from
from threading import Lock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace, TTFontMaker

from motcua_desktop.assets import resource

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "regular", "bold", "italic", "bold_italic"
FILES = {
    REGULAR: "LiberationSerif-Regular.ttf",
    BOLD: "LiberationSerif-Bold.ttf",
    ITALIC: "LiberationSerif-Italic.ttf",
    BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
}

_WORDS, _SCALE, _XY_SCALE, _TWO_BY_TWO, _MORE, _INSTRUCTIONS = 0x1, 0x8, 0x40, 0x80, 0x20, 0x100
_loading = Lock()


class PaperFace(TTFontFace):  # type: ignore[misc]
    """A face whose subsets carry outlines and metrics only.

    Unlike reportlab's own subsets they hold no hinting, names or PostScript table (PDF 32000 9.9 needs none),
    and stripped glyphs are kept between documents.
    """

    def __init__(self, filename: str) -> None:
        """Read the file once; glyphs are stripped when first used."""
        super().__init__(filename)
        self._outlines = self.get_table("glyf")
        self._stripped: dict[int, tuple[bytes, tuple[tuple[int, int], ...]]] = {}

    def _glyph(self, index: int) -> tuple[bytes, tuple[tuple[int, int], ...]]:
        """Outline without instructions, and where in it which component glyphs are named."""
        found = self._stripped.get(index)
        if found is None:
            data = self._outlines[self.glyphPos[index] : self.glyphPos[index + 1]]
            found = self._stripped[index] = _without_instructions(data) if data else (b"", ())
        return found

    def mark_middle(self, code: int) -> float:
        """Where the middle of a combining mark lies, seen from its origin, as a share of the size."""
        glyph = self.charToGlyph[code]
        left, right = (unpack_from(">h", self._glyph(glyph)[0], at)[0] for at in (2, 6))
        return float((left + right) / 2 / self.unitsPerEm)

    def makeSubset(self, subset: list[int]) -> bytes:  # noqa: N802 - reportlab's name
        """The font file of the glyphs of `subset` (code points in the order of their codes)."""
        order = [0]
        place = {0: 0}
        codes = []
        for code in subset:
            glyph = self.charToGlyph.get(code, 0)
            if glyph not in place:
                place[glyph] = len(order)
                order.append(glyph)
            codes.append(place[glyph])
        for glyph in order:  # grows while components are found
            for _, part in self._glyph(glyph)[1]:
                if part not in place:
                    place[part] = len(order)
                    order.append(part)
        offsets, outlines, position = [0], [], 0
        for glyph in order:
            data, parts = self._glyph(glyph)
            if parts:
                patched = bytearray(data)
                for at, part in parts:
                    patched[at : at + 2] = pack(">H", place[part])
                data = bytes(patched)
            data += b"\0" * (-len(data) % 4)
            outlines.append(data)
            position += len(data)
            offsets.append(position)
        return self._font_file(order, codes, b"".join(outlines), offsets)

    def _font_file(self, order: list[int], codes: list[int], outlines: bytes, offsets: list[int]) -> bytes:
        count = len(order)
        metrics = [int(value) for glyph in order for value in self.hmetrics[glyph]]
        hhea, maxp, head = (bytearray(self.get_table(tag)) for tag in ("hhea", "maxp", "head"))
        hhea[34:36] = pack(">H", count)
        maxp[4:6] = pack(">H", count)
        head[50:52] = pack(">H", 1)
        file = TTFontMaker()
        file.add("hmtx", pack(f">{2 * count}H", *(value & 0xFFFF for value in metrics)))
        file.add("hhea", bytes(hhea))
        file.add("maxp", bytes(maxp))
        cmap = [0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes), *codes]
        file.add("cmap", pack(f">{len(cmap)}H", *cmap))
        file.add("glyf", outlines)
        file.add("loca", pack(f">{count + 1}L", *offsets))
        file.add("head", bytes(head))
        return bytes(file.makeStream())


def _without_instructions(data: bytes) -> tuple[bytes, tuple[tuple[int, int], ...]]:
    contours = unpack_from(">h", data)[0]
    if contours >= 0:
        at = 10 + 2 * contours
        length = unpack_from(">H", data, at)[0]
        return data[:at] + b"\0\0" + data[at + 2 + length :], ()
    at, flags, parts = 10, _MORE, []
    kept = bytearray(data)
    while flags & _MORE:
        flags, part = unpack_from(">HH", data, at)
        kept[at : at + 2] = pack(">H", flags & ~_INSTRUCTIONS)
        parts.append((at + 2, part))
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
    return bytes(kept[:at]), tuple(parts)


@cache
def _load() -> dict[str, Any]:
    loaded = {}
    for weight, file in FILES.items():
        # Only the glyphs shown go into the PDF, not all of ASCII.
        font = TTFont(f"Paper-{weight}", str(resource(f"fonts/paper/{file}")), asciiReadable=False)
        font.face.__class__ = PaperFace
        PaperFace.__init__(font.face, str(resource(f"fonts/paper/{file}")))
        pdfmetrics.registerFont(font)
        loaded[weight] = font
    return loaded


def fonts() -> dict[str, Any]:
    """Weight → font, read from the shipped files at the first call (about 50 ms)."""
    with _loading:
        return _load()


def pdf_name(weight: str) -> str:
    """The name reportlab knows the weight by."""
    return f"Paper-{weight}"


@lru_cache(maxsize=32768)
def unit_width(text: str, weight: str) -> float:
    """Width of `text` at size 1, in points."""
    widths = fonts()[weight].face.charWidths
    default = fonts()[weight].face.defaultWidth
    return float(sum(widths.get(ord(char), default) for char in text)) * 0.001


def width(text: str, weight: str, size: float) -> float:
    """Width of `text` in points."""
    return unit_width(text, weight) * size


#: Marks over or under a letter that the ink can set itself: ô̆, ơ̆ and their like in Ba Na and Xơ Đăng names.
_MARKS_SET_BY_US = frozenset("\u0302\u0306\u0300\u0301\u0303\u0309\u0323")


@cache
def letters() -> frozenset[str]:
    """Every character all four weights can print; of the combining marks only those the ink sets itself."""
    common = set.intersection(*(set(font.face.charToGlyph) for font in fonts().values()))
    return frozenset(
        char
        for char in map(chr, common)
        if char >= " " and (not unicodedata.combining(char) or char in _MARKS_SET_BY_US)
    )


def unprintable(text: str) -> str:
    """The characters of `text` the font cannot print, each once, in order; newlines are no characters."""
    known = letters()
    if known.issuperset(text):
        return ""
    return "".join(dict.fromkeys(char for char in text if char not in known and char != "\n"))
