"""How a due date was counted, in the officer's language. On paper it stays Vietnamese."""

from motcua_desktop.domain.trace import Trace, sentence
from motcua_desktop.i18n import _


def trace_words(trace: Trace) -> str:
    """The sentence below a due date."""
    return sentence(trace, _)
