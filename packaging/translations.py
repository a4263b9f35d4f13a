"""The catalogues: `translations.py update|check|compile`. Needs Babel, which `.venv` has.

Vietnamese is the source text in `src`; `translations/en/LC_MESSAGES/motcua.po` is the English twin.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "translations"
# `ngettext(text, number)` has one Vietnamese text for both forms of a translation.
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 1)}


def main(arguments: list[str]) -> int:
    """Do what the argument says; returns the exit code."""
    match arguments:
        case ["update"]:
            return update()
        case ["check"]:
            return check()
        case ["compile"]:
            return compile_all()
    print(__doc__, file=sys.stderr)
    return 2


def update() -> int:
    """Bring each catalogue up to the source: new texts come in empty, gone ones leave; then compile."""
    template = texts_of_source()
    for path in catalogues():
        catalogue = read(path)
        catalogue.update(template, no_fuzzy_matching=True)
        lines = Path(f"{path}.new")
        with lines.open("wb") as file:
            write_po(
                file, catalogue, width=110, ignore_obsolete=True, include_lineno=False, sort_by_file=True
            )
        lines.replace(path)
        empty = [message for message in catalogue if message.id and not is_translated(message)]
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} câu, {len(empty)} câu chưa dịch")
    return compile_all()


def check() -> int:
    """Every text of the source has a translation with the same placeholders, and nothing else is kept."""
    template = texts_of_source()
    faults = [
        f"{path.relative_to(ROOT)}: {fault}"
        for path in catalogues()
        for fault in faults_of(read(path), template)
    ]
    print("\n".join(faults) or f"{len(template)} câu đã dịch đủ")
    return 1 if faults else 0


def compile_all() -> int:
    """Write the compiled file beside each catalogue."""
    for path in catalogues():
        compiled = Path(f"{path}.mo.new")
        with compiled.open("wb") as file:
            write_mo(file, read(path))
        compiled.replace(path.with_suffix(".mo"))
    return 0


def faults_of(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    """What is wrong with a catalogue against the texts of the source, one sentence each."""
    for wanted in template:
        if not wanted.id:
            continue
        found = catalogue.get(wanted.id, wanted.context)
        where = wanted.locations[0][0] if wanted.locations else "?"
        text = forms(wanted.id)[0]
        if found is None or not is_translated(found):
            yield f"chưa dịch: {text!r} ({where})"
        elif any(placeholders(form) != placeholders(text) for form in forms(found.string)):
            yield f"khác chỗ điền: {text!r} → {forms(found.string)}"
    for kept in catalogue:
        if kept.id and template.get(kept.id, kept.context) is None:
            yield f"không còn trong mã nguồn: {forms(kept.id)[0]!r}"


def texts_of_source() -> Catalog:
    """Every text marked in `src`, with the files it stands in."""
    template = Catalog(project="motcua", charset="utf-8")
    source = ROOT / "src"
    for name, line, text, comments, context in extract_from_dir(
        source, [("**.py", "python")], keywords=KEYWORDS
    ):
        template.add(text, None, [(f"src/{name}", line)], auto_comments=comments, context=context)
    return template


def catalogues() -> list[Path]:
    """The catalogues that exist, one for each language."""
    return sorted(CATALOGUES.glob("*/LC_MESSAGES/motcua.po"))


def read(path: Path) -> Catalog:
    """A catalogue from its file; the language is the name of its folder."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain="motcua")


def is_translated(message: Message) -> bool:
    """Whether each form has a text that somebody looked at."""
    return not message.fuzzy and all(forms(message.string))


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """The singular and plural forms of a text as a list; one for most."""
    return [text] if isinstance(text, str) else list(text or [""])


def placeholders(text: str) -> set[str]:
    """The names filled in by `str.format`."""
    return {
        name.partition(".")[0].partition("[")[0]
        for _, name, _, _ in Formatter().parse(text)
        if name is not None
    }


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
