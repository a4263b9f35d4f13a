"""What each form adds to the facts of office and dossier, and which facts it cannot do without."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from motcua_desktop.documents.dossier_facts import dossier_rows
from motcua_desktop.documents.facts import Facts, capital, numbered
from motcua_desktop.documents.place_names import with_province
from motcua_desktop.documents.words import long_date, long_instant, padded, paper_date, short_instant
from motcua_desktop.domain.dossier import Apology, Dossier, Event, Supplement
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.paper_errors import MissingFact
from motcua_desktop.domain.text import in_groups

_WITH_RESULT = frozenset({Status.RESULT_READY, Status.REFUSED, Status.RETURNED})


def plain(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Nothing beyond office, dossier and procedure."""


def receipt(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Form 01: nothing beyond the dossier; its code and applicant must be there."""
    facts.need("receipt", "code", "applicant", "procedure")


def supplement(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Form 02: the last request, or the one given; `content` in lines becomes numbered items.

    `stage` tells a completion asked before the dossier was received (Art. 17.1c: no clock runs yet) from a
    supplement asked at appraisal (Art. 19.5: the clock starts anew, unanswered requests close the dossier).
    """
    assert dossier is not None
    asked: Supplement | None = given.pop("supplement", None) or (
        dossier.supplements[-1] if dossier.supplements else None
    )
    content = given.pop("content", asked.content if asked else "")
    facts.tables["content"] = numbered([line.strip() for line in content.splitlines() if line.strip()])
    facts.fields["reason"] = given.pop("reason", "") or (asked.reason if asked else "")
    facts.fields["asked"] = long_instant(asked.asked_at) if asked else ""
    facts.fields["stage"] = "intake" if asked and asked.at_intake else "appraisal"
    facts.need("supplement", "content")


def refusal(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Form 03: the reason of the refusal."""
    assert dossier is not None
    facts.fields["reason"] = given.pop("reason", "") or _reason(dossier, Move.REFUSE, Move.NOT_ACCEPT)
    facts.need("refusal", "reason")


def apology(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Form 04: the letter on record, or the one given. While the promised instant has not passed the wording
    is of the future (Decree 118/2025 Art. 19.6 speaks of an expected delay), afterwards of the past.
    """
    assert dossier is not None
    letter: Apology | None = given.pop("apology", None) or (
        dossier.apologies[-1] if dossier.apologies else None
    )
    if letter is None:
        raise MissingFact(form="apology", fact="apology")
    facts.fields |= {
        "number": letter.number,
        "reason": letter.reason.rstrip(". "),
        "old": long_instant(letter.old_date),
        "old_day": long_date(letter.old_date),
        "new": long_instant(letter.new_date),
        "new_day": long_date(letter.new_date),
        "received_day_capital": capital(facts.fields["received_day"]),
        "tense": "future" if facts.now <= letter.old_date else "past",
    }
    facts.need("apology", "reason")


def stop(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Form 05: why the handling stops; `cause` tells a withdrawal from a closing and from another stop."""
    assert dossier is not None
    event = _last(dossier, Move.STOP, Move.WITHDRAW, Move.CLOSE)
    facts.fields["asked_on"] = long_date(facts.now)
    causes = {Move.WITHDRAW: "withdrawn", Move.CLOSE: "unanswered"}
    facts.fields["cause"] = causes.get(event.move, "stopped") if event else "stopped"
    facts.fields["reason"] = given.pop("reason", "") or (event.reason if event else "")
    facts.fields["received_day_capital"] = capital(facts.fields["received_day"])
    if event:
        facts.fields["asked_by"] = event.facts.get("asked_by", "") or facts.fields["submitter"]
        facts.fields["asked_on"] = event.facts.get("asked_on", "") or long_date(event.at)
        facts.fields["stage"] = event.facts.get("stage", "")
        facts.fields["fee_situation"] = event.facts.get("fee_situation", "")
    if facts.fields["cause"] != "unanswered":
        facts.need("stop", "reason")


def control(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Form 06: one row per hand-over that stands; the taking over that follows it fills who took it.

    What a section gives back (`from` of a taking over) is a hand-over too.
    """
    assert dossier is not None
    undone = {event.facts.get("undone") for event in dossier.events if event.move is Move.UNDO}
    rows: list[dict[str, str]] = []
    for event in dossier.events:
        back = event.move is Move.TAKE_OVER and bool(event.facts.get("from"))
        if event.uid in undone:
            continue
        if event.move is Move.HAND_OVER or back:
            rows.append(
                {
                    "from": event.facts.get("from", "") or event.officer,
                    "to": event.facts.get("to", ""),
                    "at": _clock(event.at),
                    "giver": "" if back else event.officer,
                    "taker": event.officer if back else "",
                    "result": event.facts.get("result", ""),
                    "note": event.reason,
                }
            )
        elif event.move is Move.TAKE_OVER and rows:
            rows[-1]["taker"] = event.officer
            rows[-1]["to"] = rows[-1]["to"] or event.facts.get("to", "")
    facts.tables["control"] = rows
    if "cấp xã" in facts.fields["handled_by"]:  # the catalogue speaks of every commune, the slip of ours
        facts.fields["handled_by"] = dossier.holder or facts.fields["office_name"]


def handover(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """The list that goes with dossiers from one desk to another: `dossiers`, or the one dossier.

    `direction` is "out" (the counter gives) or "back" (a section gives back): that side is then known.
    The sides are `giver` and `receiver` (also `from_unit`, `to_unit`), `giver_name` and `receiver_name` who
    signs, `date` (a datetime) when, else now. A `number` stands in the head, as QR and as bar code.
    """
    dossiers: Sequence[Dossier] = given.pop("dossiers", None) or ((dossier,) if dossier else ())
    facts.tables["dossiers"] = dossier_rows(facts, dossiers)
    at: datetime = given.pop("date", None) or facts.now
    direction = given.pop("direction", "")
    if direction not in ("", "out", "back"):
        raise TypeError(f"direction {direction!r} is neither 'out' nor 'back'")
    counter = facts.fields["counter_name"]
    for name, side, known in (("from_unit", "giver", "out"), ("to_unit", "receiver", "back")):
        stated = given.pop(side, "") or given.pop(name, "")
        facts.fields[name] = stated or (counter if direction == known else "")
        given.pop(name, "")
    facts.fields |= {
        "direction": direction,
        "count": padded(len(dossiers)),
        "day": long_instant(at),
        "today": paper_date(at, facts.fields["place"]),
    }
    number = str(given.get("number") or "").strip()
    facts.coded = number if number.isascii() and number.isprintable() else ""
    facts.need("handover", "dossiers")


def package(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """The note that goes along with a package of data. Its file is named in the bar code; the checksum
    (`hash`) stands in groups that can be read out."""
    checksum = str(given.pop("hash", ""))
    facts.fields |= {name: str(given.get(name) or "") for name in ("sequence", "file")}
    facts.fields["hash"] = "\n".join(in_groups(checksum[at : at + 32]) for at in range(0, len(checksum), 32))
    name = facts.fields["file"].partition(".motcua")[0]
    facts.coded = name if name.isascii() and name.isprintable() else facts.fields["sequence"]
    facts.need("package", "sequence", "file", "hash")


def returned(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """Receipt of the result: when and to whom it went; with blanks while the result only lies ready.

    Raises MissingFact for a dossier that has no result to return.
    """
    assert dossier is not None
    at = dossier.returned_at
    if at is None and dossier.status not in _WITH_RESULT:
        raise MissingFact(form="return", fact="result")
    facts.fields["returned"] = long_instant(at) if at else ""
    facts.fields["returned_to"] = (dossier.returned_to or facts.fields["submitter"]) if at else ""
    settled = _last(dossier, Move.RESULT_READY, Move.REFUSE)
    if settled is not None and settled.move is Move.REFUSE:
        facts.tables["results"] = []  # what the procedure gives was not given
    event = _last(dossier, Move.RETURN)
    facts.fields["receiver_paper"] = event.facts.get("paper", "") if event else ""


def fee(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """What was paid, line by line and in words."""
    facts.fields["payer"] = given.pop("payer", "") or facts.fields["submitter"]
    facts.need("fee", "fee_lines")


def postal(facts: Facts, dossier: Dossier | None, given: dict[str, Any]) -> None:
    """The label of the envelope: to whom and where, and nothing of what is inside."""
    for name, source in (
        ("recipient", "applicant"),
        ("recipient_address", "address"),
        ("recipient_phone", "phone"),
    ):
        facts.fields[name] = given.pop(name, "") or facts.fields[source]
    facts.fields["recipient_address"] = with_province(facts.fields["recipient_address"])
    facts.need("postal", "recipient", "recipient_address")


def _clock(at: datetime) -> str:
    return short_instant(at)


def _last(dossier: Dossier, *moves: Move) -> Event | None:
    return next((event for event in reversed(dossier.events) if event.move in moves), None)


def _reason(dossier: Dossier, *moves: Move) -> str:
    event = _last(dossier, *moves)
    return event.reason if event else ""
