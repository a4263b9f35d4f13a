"""What the page of letters reads, the letter beside the list, and making them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua_desktop.domain.calendar import WorkingCalendar
from motcua_desktop.domain.paper_answers import LetterDraft, LettersMade, Signer
from motcua_desktop.gui.tasks import Job

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


@dataclass(frozen=True, slots=True)
class LettersView:
    """What waits, the reasons, who may sign, the year's next number, and when the office is open."""

    drafts: tuple[LetterDraft, ...]
    reasons: tuple[str, ...]
    signers: tuple[Signer, ...]
    next_number: int
    calendar: WorkingCalendar


@dataclass(frozen=True, slots=True)
class LettersAsked:
    """A press that waits for its second F12."""

    drafts: tuple[LetterDraft, ...]
    signer: Signer | None
    first: int


def read_letters(counter: Counter) -> LettersView:
    """Everything the page shows, read off the window's thread; what the law wants now comes first."""
    drafts = sorted(counter.letters.waiting(), key=lambda d: (d.locked, not d.must, d.send_by, d.old_date))
    letters = counter.letters
    calendar = counter.calendar_office.calendar()
    return LettersView(tuple(drafts), letters.reasons(), letters.signers(), letters.next_number(), calendar)


def draw_preview(counter: Counter, draft: LetterDraft, signer: Signer | None) -> bytes:
    """The letter as it would be, without a number, as a PDF that is not kept; a recorded one as it is."""
    dossier = counter.register.dossier(draft.code)
    return counter.letters.preview(dossier, draft.reason, draft.new_date, signer)


def make_letters(counter: Counter, asked: LettersAsked, job: Job) -> LettersMade:
    """Make the letters; what was recorded before a stop stays recorded and is printed."""

    def step(done: int, total: int) -> None:
        if not job.is_cancelled:
            job.step(done, total)

    return counter.letters.make(
        asked.drafts,
        progress=step,
        cancelled=lambda: job.is_cancelled,
        signer=asked.signer,
        first=asked.first,
    )


def span(numbers: Sequence[str], year: int) -> str:
    """Numbers as an office writes them: "45/2026", "45–56/2026"."""
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    return f"{first}/{year}" if first == last else f"{first}–{last}/{year}"
