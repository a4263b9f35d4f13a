"""What is done to all ticked dossiers of the register, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.domain.errors import Refusal
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.numbering import short_code
from motcua_desktop.gui.pages.forms.many import ManyToHand
from motcua_desktop.gui.tasks import Cancelled, Job
from motcua_desktop.say import say

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter
    from motcua_desktop.domain.handover import HandedOver

#: The codes of the dossiers that were changed, and what kept the others.
Each = tuple[list[str], list[str]]


def to_hand(counter: Counter, ids: list[int]) -> ManyToHand:
    """Which of these may go, and where to."""
    lines = counter.register.lines(ids)
    going = [line for line in lines if line.status in RULES[Move.HAND_OVER].sources]
    proposed = counter.handover.proposals(going)
    return ManyToHand(
        {line.code: proposed[line.id] if proposed[line.id] != line.holder else "" for line in going},
        tuple(line for line in lines if line not in going),
        counter.handover.sections(),
    )


def hand_over(counter: Counter, sections: dict[str, str], job: Job) -> HandedOver:
    """Pass each dossier (code → section) on."""
    return counter.handover.send_each(sections, job.step)


def _each(codes: Sequence[str], job: Job, act: Callable[[str], object]) -> Each:
    """Do it to each dossier; one that may not be changed so is named with why, and stops no other."""
    done: list[str] = []
    troubles: list[str] = []
    for number, code in enumerate(codes):
        try:
            job.step(number, len(codes))
            act(code)
            done.append(code)
        except Cancelled:
            break  # what was done before Esc stays done, and is told
        except Refusal as refusal:
            troubles.append(f"{short_code(code)}: {say(refusal)}")
    return done, troubles


def result_ready(counter: Counter, codes: Sequence[str], job: Job) -> Each:
    """The results of these lie at the counter."""
    return _each(codes, job, counter.handling.result_ready)


def take_back(counter: Counter, codes: Sequence[str], job: Job) -> Each:
    """What was done to these last is taken back."""
    return _each(codes, job, counter.handling.undo)


def print_again(counter: Counter, ids: Sequence[int], job: Job) -> tuple[list[Path], list[str]]:
    """The receipt of each, marked as a reprint; a dossier without one stops no other. Raises Cancelled."""
    papers: list[Path] = []
    troubles: list[str] = []
    for number, key in enumerate(ids):
        job.step(number, len(ids))
        dossier = counter.register.by_id(key)
        if dossier is None:
            continue
        try:
            papers.append(counter.paper.issue(dossier, "receipt"))
        except (Refusal, OSError) as error:
            troubles.append(f"{dossier.short_code}: {say(error)}")
    return papers, troubles
