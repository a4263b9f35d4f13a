"""What the page of letters reads, the letter beside the list, and making them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.paper_answers import LetterDraft, LettersMade
from motcua_desktop.gui.tasks import Job

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


@dataclass(frozen=True, slots=True)
class LettersView:
    """What waits, the reasons to choose from, and who signs."""

    drafts: tuple[LetterDraft, ...]
    reasons: tuple[str, ...]
    office: Office


def read_letters(counter: Counter) -> LettersView:
    """Everything the page shows, read off the window's thread."""
    drafts = sorted(counter.letters.waiting(), key=lambda d: (d.locked, d.send_by, d.old_date))
    return LettersView(tuple(drafts), counter.letters.reasons(), counter.office.office())


def draw_preview(counter: Counter, draft: LetterDraft) -> bytes:
    """The letter as it would be, without a number, as a PDF that is not kept."""
    dossier = counter.register.dossier(draft.code)
    return counter.letters.preview(dossier, draft.reason, draft.new_date)


def make_letters(counter: Counter, drafts: Sequence[LetterDraft], job: Job) -> LettersMade:
    """Make the letters; what was recorded before a stop stays recorded and is printed."""

    def step(done: int, total: int) -> None:
        if not job.is_cancelled:
            job.step(done, total)

    return counter.letters.make(drafts, progress=step, cancelled=lambda: job.is_cancelled)
