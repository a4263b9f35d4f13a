"""Hand-over between counter and sections (Decree 118/2025 Art. 18.1), with the list both sides sign."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from motcua_desktop.counter import handover_log, handover_sections, moves
from motcua_desktop.counter.correcting import last_standing, undoable
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.domain.dossier import Dossier, DossierLine
from motcua_desktop.domain.errors import BadValue, MoveNotAllowed, Refusal
from motcua_desktop.domain.handover import (
    HandedOver,
    HandoverList,
    HandoverListCancelled,
    HandoverListMovedOn,
)
from motcua_desktop.domain.lifecycle import RULES, Move
from motcua_desktop.domain.text import clean, named_alike
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import dossiers
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.persistence.instants import sure_text
from motcua_desktop.say import say

_LOG = logging.getLogger(__name__)
Progress = Callable[[int, int], None]


class Handover:
    """Sending dossiers to sections, taking them back, and the numbered lists of both."""

    def __init__(self, desk: Desk, paper: PaperDesk) -> None:
        self._desk = desk
        self._paper = paper

    # -- where to
    def sections(self) -> tuple[str, ...]:
        """The sections of this office, in its order (setting `sections`, a list of names)."""
        with self._desk.database.read() as connection:
            return handover_sections.sections(connection)

    def proposals(self, lines: Iterable[DossierLine]) -> dict[int, str]:
        """Where each dossier most likely goes: dossier's row → section.

        The section its procedure names in the catalogue, else the last one dossiers of its field went to,
        else "" (the officer chooses).
        """
        with self._desk.database.read() as connection:
            return handover_sections.proposals(connection, self._desk.office(connection).counter_name, lines)

    def choices(self, dossier: Dossier) -> tuple[str, ...]:
        """Where one dossier may go from where it lies, the likeliest first; "" first where none is likely."""
        with self._desk.database.read() as connection:
            return handover_sections.choices(connection, self._desk.office(connection).counter_name, dossier)

    # -- the two ways
    def send(self, codes: Sequence[str], section: str, progress: Progress | None = None) -> HandedOver:
        """Pass dossiers to a section on one list. Raises BadValue without a section."""
        return self.send_each(dict.fromkeys(codes, section), progress)

    def send_each(self, sections: Mapping[str, str], progress: Progress | None = None) -> HandedOver:
        """Pass each dossier (code → section) on, one list a section, all in one transaction.

        A section of the office typed with other dashes is that section. A dossier that may not go is left out
        and told; it stops no other. Trouble with the paper undoes nothing. `progress` may raise to stop: then
        nothing was done. Raises BadValue without a section.
        """
        if not all(map(clean, sections.values())):
            raise BadValue("holder", "")
        with self._desk.database.write() as connection:
            names = handover_sections.sections(connection)
            wanted = {code: named_alike(section, names) for code, section in sections.items()}
            going, refused = self._allowed(connection, Move.HAND_OVER, wanted, progress)
            made = [
                (self._record(connection, section, group, Move.HAND_OVER), group)
                for section, group in going.items()
            ]
            for one, group in made:
                went = dict.fromkeys((dossier.procedure.field for dossier in group), one.section)
                handover_sections.remember(connection, went, one.uid)
        return self._answer(made, refused)

    def take_back(
        self, codes: Sequence[str], *, ready: bool = False, progress: Progress | None = None
    ) -> HandedOver:
        """Take dossiers back to the counter, one list for each section they come from.

        With `ready` their results come with them and wait for the citizens. Otherwise as `send_each`.
        """
        with self._desk.database.write() as connection:
            coming, refused = self._allowed(connection, Move.TAKE_OVER, dict.fromkeys(codes, ""), progress)
            made = [
                (self._record(connection, section, group, Move.TAKE_OVER, ready=ready), group)
                for section, group in coming.items()
            ]
        return self._answer(made, refused)

    def _allowed(
        self, connection: Connection, move: Move, wanted: Mapping[str, str], progress: Progress | None
    ) -> tuple[dict[str, list[Dossier]], list[tuple[str, Refusal]]]:
        """The dossiers that may go, by the section they go to or come from, and the others with why."""
        groups: dict[str, list[Dossier]] = {}
        refused: list[tuple[str, Refusal]] = []
        for number, (code, section) in enumerate(wanted.items()):
            if progress:
                progress(number, len(wanted))
            try:
                dossier = moves.find(connection, code)
                moves.allow(self._desk, dossier, move, "")
                there = dossier.holder == section if move is Move.HAND_OVER else not dossier.holder
                if there:  # pressed twice, or at another machine meanwhile: no second list of one hand-over
                    raise MoveNotAllowed(dossier.code, move, dossier.status, RULES[move].article)
            except Refusal as refusal:
                refused.append((code, refusal))
            else:
                groups.setdefault(section or dossier.holder, []).append(dossier)
        return groups, refused

    def _record(
        self,
        connection: Connection,
        section: str,
        group: Sequence[Dossier],
        move: Move,
        *,
        ready: bool = False,
    ) -> HandoverList:
        """Claim the list's number, move its dossiers, write the list to the log."""
        back, at = move is Move.TAKE_OVER, self._desk.event_time(connection)
        year = self._desk.now().year
        serial, number = handover_log.claim(connection, year)
        made = HandoverList(
            uid=self._desk.new_uid(),
            number=number,
            at=at,
            officer=self._desk.officer.name,
            section=section,
            back=back,
            codes=tuple(dossier.code for dossier in group),
            path=f"papers/{at:%Y}/{at:%m}/phieu-ban-giao-{serial:04d}-{at:%Y%m%d-%H%M%S}.pdf",
            ready=ready,
        )
        facts = {"list": number, "list_uid": made.uid}
        desk = self._desk.office(connection).counter_name or made.officer
        sides = (section, desk) if back else (desk, section)
        facts |= {"from": sides[0], "to": sides[1]} | ({"by": made.officer} if back else {})
        for dossier in group:
            holder = "" if back else section
            moves.write(self._desk, connection, dossier, move, "", facts, holder=holder)
            if ready:
                self._result_came(connection, dossier, made)
        self._desk.note(connection, handover_log.MADE, None, **handover_log.facts_of(made))
        return made

    def _result_came(self, connection: Connection, dossier: Dossier, made: HandoverList) -> None:
        moves.allow(self._desk, dossier, Move.RESULT_READY, "")
        facts = {"list": made.number, "list_uid": made.uid}
        finished = sure_text(self._desk.event_time(connection))
        moves.write(self._desk, connection, dossier, Move.RESULT_READY, "", facts, finished_at=finished)

    # -- taking a list back
    def undo(self, uids: Sequence[str]) -> tuple[HandoverList, ...]:
        """Take whole lists back, all or none: their dossiers stand where they stood before.

        The numbers stay used and the log says that the lists were cancelled. Raises HandoverListCancelled for
        one cancelled already, HandoverListMovedOn when something has happened to a dossier of it since, and
        NothingToUndo where the life cycle does not allow it.
        """
        cancelled = []
        with self._desk.database.write() as connection:
            for uid in reversed(uids):
                made = handover_log.by_uid(connection, uid, self._desk.now())
                if made.cancelled:
                    raise HandoverListCancelled(made.number)
                for code in made.codes:
                    self._put_back(connection, made, code)
                self._desk.note(connection, handover_log.CANCELLED, uid=made.uid, number=made.number)
                handover_sections.forget(connection, made.uid)
                cancelled.append(made)
        return tuple(cancelled)

    def _put_back(self, connection: Connection, made: HandoverList, code: str) -> None:
        dossier, found = moves.find(connection, code), 0
        while (last := last_standing(dossier)) and last.facts.get("list_uid") == made.uid:
            self._desk.require(RULES[last.move].roles, Move.UNDO)
            before: dict[str, Any] = json.loads(last.facts.get("before", "{}"))
            before.setdefault("status", dossier.status.value)
            undoable(dossier, self._desk.now())  # raises where the life cycle does not allow it
            facts = {"undone": last.uid, "move": last.move.value, "list": made.number}
            moves.write(self._desk, connection, dossier, Move.UNDO, "", facts, **before)
            dossier, found = moves.find(connection, code), found + 1
        if not found:
            raise HandoverListMovedOn(made.number, code)

    # -- the lists and their papers
    def lists(self, since: datetime) -> tuple[HandoverList, ...]:
        """The lists made since then, the newest first; cancelled ones are among them."""
        with self._desk.database.read() as connection:
            return handover_log.lists(connection, since)

    def find(self, number: str, year: int) -> HandoverList:
        """The list with this number of a year ("7" finds "07"). Raises UnknownHandoverList."""
        with self._desk.database.read() as connection:
            return handover_log.find(connection, number, year)

    def kept(self, made: HandoverList) -> Path:
        """The PDF of a list as it was first drawn; drawn now where that had failed.

        Raises HandoverListCancelled, a refusal of the paper, or OSError.
        """
        if made.cancelled:
            raise HandoverListCancelled(made.number)
        path = self._desk.folder / made.path
        return path if path.exists() else self._issue(made, self._as_they_went(made))

    def reprint(self, made: HandoverList) -> Path:
        """Draw a list once more, as its dossiers stood then, marked as a reprint; the log says so.

        Raises HandoverListCancelled, a refusal of the paper, or OSError.
        """
        if made.cancelled:
            raise HandoverListCancelled(made.number)
        return self._issue(made, self._as_they_went(made), reprint=True)

    def _as_they_went(self, made: HandoverList) -> list[Dossier]:
        with self._desk.database.read() as connection:
            keys = [moves.key_of(connection, code) for code in made.codes]
            return [dossiers.as_of(connection, key, made.at) or moves.by_id(connection, key) for key in keys]

    def _answer(
        self, made: Sequence[tuple[HandoverList, Sequence[Dossier]]], refused: Sequence[tuple[str, Refusal]]
    ) -> HandedOver:
        """Draw the lists: their dossiers are safe whatever happens to the paper."""
        papers, trouble = [], ""
        for one, group in made:
            try:
                papers.append(self._issue(one, group))
            except Refusal as refusal:
                trouble = say(refusal)
            except OSError as error:
                _LOG.exception("hand-over list %s", one.number)
                trouble = say(error)
        return HandedOver(tuple(one for one, _group in made), tuple(papers), trouble, tuple(refused))

    def _issue(self, made: HandoverList, group: Sequence[Dossier], *, reprint: bool = False) -> Path:
        path = self._desk.folder / made.path
        if reprint:
            path = path.with_stem(f"{path.stem}-in-lai-{self._desk.now():%Y%m%d-%H%M%S}")
        write_whole(path, self._draw(made, group, reprint=reprint))
        with self._desk.database.write() as connection:
            self._desk.note(connection, "print", form="handover", list=made.number, reprint=reprint)
        return path

    def _draw(self, made: HandoverList, group: Sequence[Dossier], *, reprint: bool) -> bytes:
        with self._desk.database.read() as connection:
            desk = self._desk.office(connection).counter_name or made.officer
        sides = {"direction": "out", "giver": desk, "giver_name": made.officer, "receiver": made.section}
        if made.back:
            sides = {
                "direction": "back",
                "giver": made.section,
                "receiver": desk,
                "receiver_name": made.officer,
            }
        date: Any = made.at
        return self._paper.draw_list(
            "handover", group, number=made.number, date=date, reprint=reprint, **sides
        )
