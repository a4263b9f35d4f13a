"""`motcua receive`: drafts from a JSON list."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from motcua_desktop.cli import json_file, output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command
from motcua_desktop.domain.applicant import Applicant, ApplicantKind
from motcua_desktop.domain.dossier import Channel, Draft, ReturnMethod
from motcua_desktop.domain.errors import BadValue, Refusal
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


#: What a draft and its applicant may hold; anything else is named and left out.
_DRAFT = "procedure applicant components channel return_method subject pages copies note uid".split()
_APPLICANT = "name kind id_number birth sex address phone email".split()


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "receive",
        _("tiếp nhận hồ sơ từ danh sách JSON"),
        more=_(
            "Mỗi hồ sơ một mục: {keys}.\nNgười nộp (applicant): {applicant}.\nMột tệp như: {example}"
        ).format(
            keys=", ".join(_DRAFT),
            applicant=", ".join(_APPLICANT),
            example=_('[{"procedure": "2.000815", "applicant": "Trần Thị Bưởi"}]'),
        ),
        examples=("motcua receive ho-so.json",),
    )
    parser.add_argument("file", metavar=_("TỆP"), help=_("tệp JSON, hoặc - để đọc từ đầu vào"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Receive each draft; a bad one is named by its place and the rest goes on."""
    found = json_file.read(options.file, "drafts")
    drafts = [found] if isinstance(found, dict) else json_file.check(found, "drafts", list)
    counter = counter_of(options)
    results: list[dict[str, Any]] = []
    refused = False
    try:
        for place, raw in enumerate(drafts, start=1):
            strange = _strange(raw)
            if strange:
                words = _("Không dùng mục lạ: {names}. Kiểm tra lại tên mục.")
                _tell(place, words.format(names=", ".join(strange)))
            try:
                dossier = counter.intake.receive(draft_of(raw, counter), slip=False).dossier
            except (Refusal, OSError) as trouble:
                refused = True
                _tell(place, say(trouble))
                error = {"place": place, "error": say(trouble), "field": getattr(trouble, "field", "")}
                results.append(error | ({"unknown": strange} if strange else {}))
                continue
            due = output.iso(dossier.appointment_at)
            done = {"place": place, "code": dossier.code, "due": due}
            results.append(done | ({"unknown": strange} if strange else {}))
            if not options.json:
                output.line(f"{dossier.code}\t{due or '-'}\t{dossier.procedure.code}")
    finally:
        counter.close()
    if options.json:
        output.as_json(results)
    return output.REFUSED if refused else output.DONE


def _tell(place: int, what: str) -> None:
    words = _("Hồ sơ thứ {place}: {what}").format(place=place, what=what)
    print(words, file=sys.stderr, flush=True)


def _strange(raw: Any) -> list[str]:
    """Names in a draft that nothing reads: a slip of the pen would otherwise be lost in silence."""
    if not isinstance(raw, dict):
        return []
    person = raw.get("applicant")
    names = [str(name) for name in raw if name not in _DRAFT]
    if isinstance(person, dict):
        names += [f"applicant.{name}" for name in person if name not in _APPLICANT]
    return names


def draft_of(raw: Any, counter: Any) -> Draft:
    """A draft from its JSON form. Raises a Refusal naming the field."""
    json_file.check(raw, "draft", dict)
    code = json_file.check(raw.get("procedure", ""), "procedure", str)
    if not code.strip():
        raise BadValue("procedure", "", (_("mã thủ tục, như {code}").format(code="2.000815"),))
    procedure = counter.catalogue.procedure(code.strip())
    person = json_file.check(raw.get("applicant", ""), "applicant", dict, str)
    if isinstance(person, str):
        person = {"name": person}
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
    text: str = json_file.check(value, key if key in _DRAFT else f"applicant.{key}", str)
    return text


def _number(raw: dict[str, Any], key: str) -> int:
    number: int = json_file.check(raw.get(key, 1), key, int)
    return number


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
    json_file.check(value, "components", list)
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
