"""Who signs the letters: the head of the office or one who signs for him (Decree 30/2020 Art. 13)."""

from __future__ import annotations

from dataclasses import asdict, replace

from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.office import Office
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.domain.paper_errors import MissingSigner
from motcua_desktop.domain.text import clean
from motcua_desktop.persistence import settings
from motcua_desktop.persistence.engine import Connection

_KEY = "letter_signers"


def of_office(office: Office) -> Signer:
    """The signer the office has on all its papers."""
    return Signer(office.signer_name, office.signer_title, office.signer_for)


def known(connection: Connection, office: Office) -> tuple[Signer, ...]:
    """The office's signer, then the others kept for letters."""
    first = of_office(office)
    others = [Signer(**one) for one in settings.get(connection, _KEY, [])]
    return tuple(one for one in (first, *(o for o in others if o != first)) if one.name)


def of_letter(office: Office, signer: Signer | None) -> Signer:
    """Who signs a letter: the one chosen, else the office's. Raises MissingSigner: a letter that nobody can
    sign would use up the one re-appointment and never be on paper."""
    who = signer or of_office(office)
    for name in ("title", "name"):
        if not getattr(who, name).strip():
            raise MissingSigner(form="apology", what=f"signer_{name}")
    return who


def keep(connection: Connection, signer: Signer) -> Signer:
    """Keep one more signer for letters, tidy; the same person has one entry for each power."""
    tidy = Signer(clean(signer.name), clean(signer.title).upper(), clean(signer.power).upper())
    others = [one for one in settings.get(connection, _KEY, []) if Signer(**one) != tidy]
    settings.put(connection, _KEY, [*others, asdict(tidy)])
    return tidy


def facts(signer: Signer) -> dict[str, str]:
    """What the event of a letter keeps of its signer, so that it is drawn again as it was."""
    return {"signer": signer.name, "signer_title": signer.title, "signer_for": signer.power}


def signed_by(office: Office, signer: Signer) -> Office:
    """The office as it stands on a paper this person signs."""
    return replace(office, signer_name=signer.name, signer_title=signer.title, signer_for=signer.power)


def on_letter(office: Office, dossier: Dossier) -> Office:
    """The office as it stands on the dossier's letter: signed by whom the record says."""
    written = [event.facts for event in dossier.events if event.move is Move.APOLOGISE]
    if not dossier.apologies or not written or "signer_title" not in written[-1]:
        return office
    last = written[-1]
    return signed_by(office, Signer(last["signer"], last["signer_title"], last["signer_for"]))


def on_paper(office: Office, dossier: Dossier, signer: Signer | None) -> tuple[Office, dict[str, str]]:
    """The office as it stands on a letter, and what else the paper says of its writing: by the record, or by
    whom `signer` names for a letter that is not recorded yet."""
    if signer is not None:
        return signed_by(office, signer), {}
    signed = on_letter(office, dossier)
    return signed, as_written(signed, dossier)


def as_written(office: Office, dossier: Dossier) -> dict[str, str]:
    """The date and the tense of the dossier's letter as they were when it was written, however late it is
    drawn again; nothing when it has none."""
    from motcua_desktop.documents.words import paper_date

    if not dossier.apologies:
        return {}
    letter = dossier.apologies[-1]
    tense = "future" if letter.made_at <= letter.old_date else "past"
    return {"today": paper_date(letter.made_at, office.place), "tense": tense}
