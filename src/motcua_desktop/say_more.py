"""Sentences for the refusals of time, paper and exchange; `say` asks here last."""

from __future__ import annotations

from motcua_desktop.i18n import _
from motcua_desktop.say_keeping import say_keeping
from motcua_desktop.say_paper import say_paper
from motcua_desktop.say_sync import say_sync
from motcua_desktop.say_time import say_time


def more(trouble: BaseException) -> str:
    """The sentence, or the bare facts of a refusal nobody wrote words for."""
    if words := say_time(trouble) or say_paper(trouble) or say_keeping(trouble) or say_sync(trouble):
        return words
    facts = ", ".join(f"{key}: {value}" for key, value in vars(trouble).items())
    return _("Không làm được: {what} ({facts}).").format(what=type(trouble).__name__, facts=facts)
