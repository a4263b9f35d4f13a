"""Names of files and folders on a page: whole, going on in the next line where they are long."""

from __future__ import annotations

import html
import re

_MARKS = re.compile(r"([_.\-/\\])")
_RUN = re.compile(r"([^\s\u200b]{24})(?=[^\s\u200b])")


def breakable(name: str) -> str:
    """The name as plain text that may break after its marks, and within a long run without any."""
    return _RUN.sub("\\1\u200b", _MARKS.sub("\\1\u200b", name))


def file_words(name: str) -> str:
    """The same as rich text."""
    return html.escape(breakable(name))
