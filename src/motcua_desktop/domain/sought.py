"""How well a procedure answers the words an officer typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from motcua_desktop.domain.text import clean, fold

_NO_WORD = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Named:
    """What of a procedure is searched in."""

    code: str
    name: str
    alias: str
    field: str
    common: bool


def rank(words: str, of: Named) -> tuple[object, ...]:
    """The place of a procedure among those found, the smallest first.

    Its alias or code; the words in a row in its name; all of them in its name, in the order typed or in any;
    with its alias and field; as parts of words. Among equals: marks typed as they stand, everyday ones, names
    that begin so, short ones.
    """
    key, name = _plain(words), _plain(of.name)
    exact = fold(words) in (of.alias, of.code) and bool(key)
    typed = clean(words).lower()
    marked = typed != fold(words) and typed in of.name.lower()
    return (
        not exact,
        _level(key, name, _plain(f"{of.alias} {of.name} {of.field}")),
        not marked,
        not of.common,
        not f"{name} ".startswith(f"{key} "),
        not of.alias,
        len(of.name),
        of.code,
    )


def _plain(text: str) -> str:
    return _NO_WORD.sub(" ", fold(text)).strip()


def _level(key: str, name: str, everything: str) -> int:
    """0 in a row, 1 in a row with the last word begun, 2 all in the name in this order, 3 in another, 4 with
    alias and field, 5 parts."""
    if f" {key} " in f" {name} ":
        return 0
    if f" {key}" in f" {name}":
        return 1
    if key and re.search(".*".join(rf"\b{word}" for word in key.split()), name):
        return 2
    for level, text in ((3, name), (4, everything)):
        if all(f" {word}" in f" {text}" for word in key.split()):
            return level
    return 5
