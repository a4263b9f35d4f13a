"""Whether the letters of a card can be Vietnamese: scanners drop marks, keyboards add Telex or VNI."""

from __future__ import annotations

import re

from motcua_desktop.domain.text import fold

#: Signs no name is written with, and digits within a word (VNI).
_STRANGE = re.compile(r"[\[\]{};?\ufffd]|[^\W\d_]\d+[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
#: No Vietnamese word has these; a scanner that drops whole letters leaves them ("Nguyn", "Qung", "Ngi").
_BROKEN = re.compile(r"(uyn|uyt)$|^qu?[^aeiouy]|^qu$|^ng[iey]|^[^aeiouy]{2,}$")
#: Telex in a word without one mark: a doubled letter ("oong" and "ooc" are written so), w after a vowel, a
#: tone at the end. The weak ones stand in names of the peoples of the highlands too ("Ksor"), and count only
#: where there are two.
_TELEX = re.compile(r"aa|ee|oo[mnpt]$|[aou]w|[fjxz]$")
_TELEX_WEAK = re.compile(r"oo|[aeiouynmgcpth][sr]$")
#: Telex in any word, for some letters are marked and some not ("DDông"); a tone behind its vowel ("Vixnh").
_FINAL = r"(ch?|m|n[gh]?|p|t)$"
_HALF, _HALF_WEAK = re.compile(rf"dd|[aeiouy][fjxz]{_FINAL}|[fx]$"), re.compile(rf"[aeiouy][sr]{_FINAL}")
_LONG_ENOUGH = 12


def name_is_damaged(name: str) -> bool:
    """Whether a name has letters no Vietnamese name has; a digit is one."""
    return bool(re.search(r"\d", name)) or _is_damaged(name, skip_capitals=False)


def address_is_damaged(address: str) -> bool:
    """Whether an address has words that are none; abbreviations in capitals (TP, TDP) are."""
    return _is_damaged(address, skip_capitals=True)


def has_lost_its_marks(name: str, address: str) -> bool:
    """Whether neither name nor address has one Vietnamese letter: no card is written so."""
    return len(address) >= _LONG_ENOUGH and f"{name}{address}".isascii()


def _is_damaged(text: str, *, skip_capitals: bool) -> bool:
    if _STRANGE.search(text):
        return True
    weak = 0
    for match in _WORD.finditer(text):
        word, after = match[0], text[match.end() : match.end() + 1]
        if (skip_capitals and word.isupper()) or after in (".", "'", "’"):
            continue
        plain = fold(word)
        if len(plain) == 1 and word.islower() and plain not in "aeiouy" and word != "đ":
            return True
        if len(plain) > 1 and _BROKEN.search(_marked(word)):
            return True
        if _HALF.search(plain) or (word.isascii() and _TELEX.search(plain)):
            return True
        weak += bool(_HALF_WEAK.search(plain) or (word.isascii() and _TELEX_WEAK.search(plain)))
    return weak > 1


def _marked(word: str) -> str:
    """The word without marks, but with a marked y as the vowel it is alone ("huýt")."""
    return fold(re.sub(r"[ýỳỷỹỵ](?=[nt]$)", "i", word.lower()))
