"""`motcua receive`: drafts from a JSON list."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.domain.applicant import Applicant, ApplicantKind
from motcua_desktop.domain.dossier import Channel, Draft, ReturnMethod
from motcua_desktop.domain.errors import BadValue, EmptyName, Refusal, UnknownProcedure
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import clean, fold
from motcua_desktop.i18n import _
from motcua_desktop.say import say

_CHANNELS = {
    "direct": "direct",
    "online": "online",
    "post": "post",
    "1": "direct",
    "2": "online",
    "3": "post",
}
_CHANNELS |= {"truc_tiep": "direct", "truc_tuyen": "online", "buu_chinh": "post"}
_RETURNS = {"counter": "counter", "post": "post", "electronic": "electronic", "0": "counter", "1": "post"}
_RETURNS |= {"tai_quay": "counter", "buu_chinh": "post", "dien_tu": "electronic"}


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("receive", parents=[common], help=_("tiếp nhận hồ sơ từ danh sách JSON"))
    parser.add_argument("file", help=_("tệp JSON, hoặc - để đọc từ đầu vào"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Receive each draft; a bad one is named by its place and the rest goes on."""
    drafts = _read(options.file)
    counter = counter_of(options)
    results: list[dict[str, Any]] = []
    refused = False
    try:
        for place, raw in enumerate(drafts, start=1):
            try:
                dossier = counter.intake.receive(draft_of(raw, counter), slip=False).dossier
            except (Refusal, OSError) as trouble:
                refused = True
                where = _("Hồ sơ thứ {place}: {what}").format(place=place, what=say(trouble))
                print(where, file=sys.stderr, flush=True)
                results.append(
                    {"place": place, "error": say(trouble), "field": getattr(trouble, "field", "")}
                )
                continue
            due = output.iso(dossier.appointment_at)
            results.append({"place": place, "code": dossier.code, "due": due})
            if not options.json:
                output.line(f"{dossier.code}\t{due or '-'}\t{dossier.procedure.code}")
    finally:
        counter.close()
    if options.json:
        output.as_json(results)
    return output.REFUSED if refused else output.DONE


def _read(name: str) -> list[Any]:
    text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    try:
        drafts = json.loads(text)
    except ValueError as error:
        raise BadValue("draft", str(error), ("JSON",)) from error
    if isinstance(drafts, dict):
        drafts = [drafts]
    if not isinstance(drafts, list):
        raise BadValue("draft", type(drafts).__name__, ("JSON [...]",))
    return drafts


def draft_of(raw: Any, counter: Any) -> Draft:
    """A draft from its JSON form. Raises a Refusal naming the field."""
    if not isinstance(raw, dict):
        raise BadValue("draft", str(raw), ("{...}",))
    code = raw.get("procedure")
    if not isinstance(code, str) or not code.strip():
        raise UnknownProcedure(str(code or ""))
    procedure = counter.catalogue.procedure(code.strip())
    person = raw.get("applicant")
    if isinstance(person, str):
        person = {"name": person}
    if not isinstance(person, dict):
        raise EmptyName
    return Draft(
        uid=_text(raw, "uid") or counter.intake.new_uid(),
        procedure=procedure.code,
        applicant=_applicant(person),
        components=_components(raw.get("components", "all"), procedure),
        channel=Channel(_choice(raw, "channel", _CHANNELS, "direct")),
        return_method=ReturnMethod(_choice(raw, "return_method", _RETURNS, "counter")),
        subject=_text(raw, "subject"),
        pages=_number(raw, "pages"),
        copies=_number(raw, "copies"),
        note=_text(raw, "note"),
    )


def _applicant(person: dict[str, Any]) -> Applicant:
    kinds = {kind.value: kind.value for kind in ApplicantKind}
    return Applicant(
        name=_text(person, "name"),
        kind=ApplicantKind(_choice(person, "kind", kinds, "citizen")),
        id_number=_text(person, "id_number"),
        birth=_text(person, "birth"),
        sex=_text(person, "sex"),
        address=_text(person, "address"),
        phone=_text(person, "phone"),
        email=_text(person, "email"),
    )


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        where = key if key in ("uid", "note", "subject") else f"applicant.{key}"
        raise BadValue(where, str(value), (_("chữ trong dấu ngoặc kép"),))
    return value


def _number(raw: dict[str, Any], key: str) -> int:
    value = raw.get(key, 1)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadValue(key, str(value), ("1, 2, 3 …",))
    return value


def _choice(raw: dict[str, Any], key: str, choices: dict[str, str], default: str) -> str:
    value = raw.get(key)
    if value in (None, ""):
        return default
    if str(value) not in choices:
        raise BadValue(key, str(value), tuple(dict.fromkeys(choices.values())))
    return choices[str(value)]


def _components(value: Any, procedure: Procedure) -> tuple[int, ...] | None:
    """ "all", or a list of numbers, component codes or names."""
    if value in ("all", None):
        return None
    if not isinstance(value, list):
        raise BadValue("components", str(value), ("all", "[1, 2, …]"))
    return tuple(_component(entry, procedure) for entry in value)


def _component(entry: Any, procedure: Procedure) -> int:
    if isinstance(entry, int) and not isinstance(entry, bool):
        return entry
    if isinstance(entry, str):
        if entry.strip().isdigit():
            return int(entry)
        key = fold(clean(entry))
        for component in procedure.components:
            if key and key in (fold(component.code), fold(component.name)):
                return component.number
    raise BadValue("components", str(entry), tuple(str(c.number) for c in procedure.components))
