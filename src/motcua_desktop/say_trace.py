"""How a due date was counted, in the officer's language. On paper it stays Vietnamese."""

from motcua_desktop.domain.trace import Trace, sentence
from motcua_desktop.domain.trace_sentence import Tongue
from motcua_desktop.i18n import _, ngettext


def trace_words(trace: Trace) -> str:
    """The sentence below a due date."""
    return sentence(trace, Tongue(_, ngettext))
