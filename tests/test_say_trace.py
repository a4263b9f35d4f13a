"""The sentence below a due date in English: every word of it, but for the names of days off."""

import re
from collections.abc import Iterator

import pytest
from tests.domain.test_trace import SENTENCES, explained

from motcua_desktop import i18n
from motcua_desktop.say_trace import trace_words


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.use_language("en")
    yield
    i18n.use_language("vi")


def test_an_officer_who_reads_english_is_told_why_in_english() -> None:
    seen, vietnamese = set(), re.compile("[À-ỹđĐ]")
    for case in SENTENCES:
        trace = explained(case)
        words = trace_words(trace)
        for name in {day.name for day in trace.days if day.name}:
            words = words.replace(name, "")
        assert not vietnamese.search(words), words
        seen.add(words.split(" ")[1])
    assert {"working", "d", "h"} <= seen, "the cases hold every kind of term"
