"""Where the words of a search stand in a text, marks or not: "duong thi" in "Dương Thị Mỹ Linh"."""

from __future__ import annotations

import unicodedata


def _letter(char: str) -> str:
    base = unicodedata.normalize("NFD", char.lower())[:1]
    return "d" if base == "đ" else base


def folded(text: str) -> str:
    """One plain letter per letter, so that places stay the same; `text` is NFC."""
    return "".join(map(_letter, text))


def hits(text: str, search: str) -> list[tuple[int, int]]:
    """(start, length) of what `search` matches in `text`: the whole of it if it stands there, else each word
    at the beginning of a word. Places never overlap and come in order."""
    plain, wanted = folded(text), folded(unicodedata.normalize("NFC", search)).split()
    if not wanted:
        return []
    whole = " ".join(wanted)
    start = _at_word(plain, whole)
    if start is not None:
        return [(start, len(whole))]
    found: list[tuple[int, int]] = []
    for word in wanted:
        place = _at_word(plain, word)
        if place is not None:
            found.append((place, len(word)))
    return _merged(sorted(found))


def hits_all(text: str, search: str) -> bool:
    """Whether every word of `search` stands in `text`."""
    words = search.split()
    return bool(words) and all(hits(text, word) for word in words)


def _at_word(plain: str, word: str) -> int | None:
    start = plain.find(word)
    while start >= 0:
        if start == 0 or not plain[start - 1].isalnum() or word.isdigit():
            return start
        start = plain.find(word, start + 1)
    return None


def _merged(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, length in places:
        if kept and start < sum(kept[-1]):
            kept[-1] = (kept[-1][0], max(sum(kept[-1]), start + length) - kept[-1][0])
        else:
            kept.append((start, length))
    return kept
