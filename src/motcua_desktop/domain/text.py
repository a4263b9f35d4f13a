"""Vietnamese text: normal form, search keys without marks, sort keys, masking, money."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SPACES = re.compile(r"\s+")
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")

# Vietnamese dictionary order: the letter first, then the tone (ngang, huyền, hỏi, ngã, sắc, nặng).
_LETTERS = {c: i for i, c in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306", "\u0302", "\u031b"}  # breve, circumflex, horn make other letters, not tones


def clean(text: str) -> str:
    """NFC, without control characters, spaces collapsed and trimmed: the form every text has inside."""
    text = unicodedata.normalize("NFC", text)
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return _SPACES.sub(" ", text).strip()


def clean_lines(text: str) -> str:
    """Like `clean`, but keeps line breaks (reasons, notes)."""
    return "\n".join(line for line in (clean(part) for part in text.splitlines()) if line)


def fold(text: str) -> str:
    """Search key: lower case, no marks, đ as d ("Đặng Thị Ỷ" → "dang thi y")."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return _SPACES.sub(
        " ", "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")
    ).strip()


def name_key(text: str) -> str:
    """Key of a name that a keyboard has but one dash for: as `fold`, every dash alike, no spaces round it."""
    return _DASHES.sub("-", fold(text))


def named_alike(typed: str, names: Iterable[str]) -> str:
    """That of `names` which was meant, whatever its capitals, marks, dashes, spaces; else what was typed."""
    wanted, every = clean(typed), list(names)
    key = name_key(wanted)
    same = [one for one in every if key and name_key(one) == key]
    return wanted if wanted in every or not same else same[0]


def _syllable_key(word: str) -> str:
    letters, tone = [], 0
    for char in unicodedata.normalize("NFC", word.lower()):
        base = ""
        for part in unicodedata.normalize("NFD", char):
            if part in _TONES:
                tone = _TONES[part]
            elif part in _SHAPES or not unicodedata.combining(part):
                base += part
        letter = unicodedata.normalize("NFC", base)
        letters.append(f"{_LETTERS[letter]:02d}" if letter in _LETTERS else f"99{letter}")
    return "".join(letters) + f"/{tone}"


def name_sort_key(name: str) -> str:
    """Key that sorts people by given name (last word), then by the rest, in Vietnamese order."""
    words = clean(name).split(" ")
    return " ".join(_syllable_key(word) for word in [words[-1], *words[:-1]])


def mask_number(number: str) -> str:
    """ID or telephone number for lists: the first three and the last digits stay ("051•••••0123")."""
    if not number:
        return ""
    kept = 4 if len(number) > 10 else 2
    return f"{number[:3]}•••••{number[-kept:]}" if len(number) > 5 else "•" * len(number)


def size_words(size: int) -> str:
    """A size as people say it: "212 KB", "12,4 GB"."""
    if size >= 1_000_000_000:
        return f"{size / 1_000_000_000:.1f} GB".replace(".", ",")
    return (
        f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 1_000_000 else f"{max(1, size // 1000)} KB"
    )


def in_groups(checksum: str) -> str:
    """A checksum in groups of eight, as it is read out and compared."""
    return " ".join(checksum[at : at + 8] for at in range(0, len(checksum), 8))


def dong(amount: int) -> str:
    """Money as Vietnamese papers write it: 1.234.567 đ."""
    return f"{amount:,}".replace(",", ".") + " đ"
