"""The wording of the forms: an edition is a folder of JSON files, one per form, read and checked here.

The files hold titles, labels, sentences with named fields, notes, signers, paper and copies; how they stand
on paper is code. `resources/forms/README.md` describes the format. An office's own edition lies in its data
folder.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from motcua_desktop.documents.edition import Edition, Form, Template
from motcua_desktop.documents.form_file import FormFile, read_form
from motcua_desktop.documents.vocabulary import FORM_NAMES, WORDS
from motcua_desktop.domain.paper_errors import FormDataError


def load_edition(folder: Path, shipped: Path | None = None) -> Edition:
    """The edition in `folder`: its `edition.json` and one file per form.

    An edition may stand on another (`base`, looked for in `shipped`, else beside it): forms and words it does
    not bring come from there, those listed as `absent` do not. For those listed as `borrowed` its norm has
    no form: they come from there and say so on the paper. Raises FormDataError naming file and form for
    anything unknown, missing or not printable.
    """
    reader = FormFile(folder / "edition.json")
    raw = reader.raw
    reader.only(raw, {"name", "title", "source", "effective_from", "base", "absent", "borrowed", "words"})
    base_name, base = reader.text(raw, "base", ""), None
    if base_name:
        if base_name == folder.name:
            raise reader.wrong("stands_on_itself", base_name)
        base = load_edition((shipped or folder.parent) / base_name, shipped)
    forms, words = (dict(base.forms), dict(base.words)) if base else ({}, {})
    for path in sorted(folder.glob("*.json")):
        if path.name != "edition.json":
            forms[path.stem] = read_form(path)
    words |= _words(reader)
    absent = _form_names(reader, "absent")
    for name in absent:
        forms.pop(name, None)
    forms |= _borrowed(reader, base)
    if missing := [name for name in FORM_NAMES if name not in forms and name not in absent]:
        raise reader.wrong("missing_form", missing[0])
    if lacking := sorted(set(WORDS) - set(words)):
        raise reader.wrong("missing_word", lacking[0])
    return Edition(
        name=reader.text(raw, "name"),
        title=reader.text(raw, "title"),
        source=reader.text(raw, "source"),
        effective_from=reader.day("effective_from"),
        forms=forms,
        words=words,
        absent=absent,
    )


def edition_folders(place: Path) -> list[Path]:
    """The folders of a place that hold an edition, by name; none where there is no such place."""
    if not place.is_dir():
        return []
    return [folder for folder in sorted(place.iterdir()) if (folder / "edition.json").is_file()]


def _form_names(reader: FormFile, key: str) -> tuple[str, ...]:
    """The forms listed under a key; each must be one there is."""
    names = reader.texts(reader.raw, key)
    if unknown := [name for name in names if name not in FORM_NAMES]:
        raise reader.wrong("unknown_form", unknown[0])
    return names


def _words(reader: FormFile) -> dict[str, Template]:
    """The short words this edition brings."""
    given = reader.table(reader.raw, "words")
    if unknown := [key for key in given if key not in WORDS]:
        raise reader.wrong("unknown_word", unknown[0])
    return {key: reader.template(text, key, WORDS[key]) for key, text in given.items()}


def _borrowed(reader: FormFile, base: Edition | None) -> dict[str, Form]:
    """The forms lent by the edition this one stands on."""
    found = {}
    for name in _form_names(reader, "borrowed"):
        if base is None or name not in base.forms or reader.path.with_name(f"{name}.json").exists():
            raise reader.wrong("nothing_to_borrow", name)
        found[name] = replace(base.forms[name], lent_by=base.title)
    return found


def editions(shipped: Path, office: Path | None = None) -> dict[str, Edition]:
    """Name → edition: those shipped and those of the office, which may replace none of ours.

    Read again only when a file was changed, added or removed.
    """
    folders = edition_folders(shipped) + (edition_folders(office) if office else [])
    files = [(path, path.stat()) for folder in folders for path in sorted(folder.glob("*.json"))]
    seen = tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in files)
    return dict(_read(tuple(folders), shipped, seen))


@lru_cache(maxsize=2)
def _read(folders: tuple[Path, ...], shipped: Path, seen: tuple[object, ...]) -> dict[str, Edition]:
    found: dict[str, Edition] = {}
    for folder in folders:
        edition = load_edition(folder, shipped)
        if edition.name in found:
            raise FormDataError(str(folder / "edition.json"), "", "name_taken", edition.name)
        found[edition.name] = edition
    return found
