"""The rules of the house a machine can check. An exception is a named line here, with its reason."""

import ast
import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "motcua_desktop"

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONG_FILES: dict[str, str] = {}  # path: why
LONG_FUNCTIONS: dict[str, str] = {}  # "path:function": why

# Files of window and command line whose Vietnamese is not a sentence to translate, with the reason.
VIETNAMESE_BY_NATURE: dict[str, str] = {}  # path: why

_ELSEWHERE = {".git", ".venv", "build", "dist", "wheelhouse", "__pycache__"}
_WRITTEN = {".py", ".toml", ".md", ".txt", ".json", ".po", ".spec", ".sh", ".iss", ".nsi", ".desktop", ".cmd"}
_WRITTEN_NAMES = {"Makefile", ".gitignore", "run", "control"}


@cache
def written_files() -> list[Path]:
    """Every text file of the checkout, without what tools made."""
    found = []
    for folder, below, names in os.walk(ROOT):
        below[:] = [part for part in below if part not in _ELSEWHERE and not part.endswith("_cache")]
        found += [Path(folder, one) for one in names if one in _WRITTEN_NAMES or Path(one).suffix in _WRITTEN]
    return sorted(found)


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def python_files(*places: str) -> list[Path]:
    """The Python files below these folders of the checkout."""
    return [
        path for path in written_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in places
    ]


def name(path: Path) -> str:
    """The path as the exceptions above name it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(text(path))


def test_files_stay_short() -> None:
    long = {
        name(path)
        for path in python_files("src", "tests", "packaging", "benchmarks")
        if lines(path) > LONGEST_FILE
    }
    assert sorted(long - LONG_FILES.keys()) == []
    assert sorted(LONG_FILES.keys() - long) == [], "no longer an exception"


def lines(path: Path) -> int:
    return len(text(path).splitlines())


def test_functions_stay_short() -> None:
    long = {
        f"{name(path)}:{node.name}"
        for path in python_files("src", "packaging", "benchmarks")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert sorted(long - LONG_FUNCTIONS.keys()) == []
    assert sorted(LONG_FUNCTIONS.keys() - long) == [], "no longer an exception"


def test_the_time_of_day_comes_from_the_clock_alone() -> None:
    asked = re.compile(r"\b(?:datetime\.(?:now|utcnow|today)|date\.today|currentDateTime|currentDate)\(")
    guilty = [
        name(path) for path in python_files("src") if path != SOURCE / "clock.py" and asked.search(text(path))
    ]
    assert guilty == []


def test_files_are_chosen_by_the_one_dialog_that_opens_none_of_them() -> None:
    using = {name(path) for path in python_files("src") if "QFileDialog" in text(path)}
    assert using == {"src/motcua_desktop/gui/file_dialog.py"}


def test_the_domain_stands_on_the_standard_library_alone() -> None:
    guilty = [
        f"{name(path)} imports {module}"
        for path in python_files("src")
        if SOURCE / "domain" in path.parents
        for module in imported(tree(path))
        if module.split(".")[0] not in sys.stdlib_module_names
        and not module.startswith("motcua_desktop.domain")
    ]
    assert guilty == []


def imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def test_classes_and_modules_are_named_after_what_they_are() -> None:
    vague = re.compile(r"(?:Manager|Helper|Helpers|Util|Utils|Handler)$")
    guilty = [
        f"{name(path)}: {node.name}"
        for path in python_files("src")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and vague.search(node.name)
    ]
    guilty += [
        name(path) for path in python_files("src") if re.fullmatch(r"utils?|helpers?|misc|common", path.stem)
    ]
    assert guilty == []


def test_what_an_officer_reads_can_be_translated() -> None:
    places = [SOURCE / "gui", SOURCE / "cli", SOURCE / "say.py"]
    guilty = [
        f"{name(path)}:{node.lineno} {node.value[:40]!r}"
        for path in python_files("src")
        if any(place == path or place in path.parents for place in places)
        and name(path) not in VIETNAMESE_BY_NATURE
        for node in untranslated(tree(path))
    ]
    assert guilty == []


def untranslated(module: ast.Module) -> Iterator[ast.Constant]:
    """Vietnamese text that neither passes through `_`, `N_` or `ngettext` nor is a docstring."""
    passed: set[ast.AST] = set()
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("_", "N_", "ngettext")
        ):
            passed.update(node.args)
        elif isinstance(node, ast.Expr):
            passed.add(node.value)
    vietnamese = re.compile("[ăâđêôơưĂÂĐÊÔƠƯàáạảãèéẹẻẽìíịỉĩòóọỏõùúụủũỳýỵỷỹẠ-ỹ]")
    for node in ast.walk(module):
        plain = isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in passed
        if plain and len(node.value) > 1 and vietnamese.search(node.value):
            yield node


def test_no_test_waits_for_the_clock() -> None:
    asleep = re.compile(r"\b(?:time\.sleep|qWait|qtbot\.wait)\(")
    guilty = [name(path) for path in python_files("tests") if asleep.search(text(path))]
    assert guilty == []


# The names are put together here so that this file does not hold them.
HOSTS = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.",
    "deb.deb" + "ian.org",
    "crates" + ".io",
    "ana" + "conda",
]


def test_no_file_names_a_package_host() -> None:
    guilty = [f"{name(path)}: {host}" for path in written_files() for host in HOSTS if host in text(path)]
    assert guilty == []


def test_the_lock_holds_versions_and_hashes_and_nothing_else() -> None:
    lock = text(ROOT / "packaging" / "requirements.txt")
    pinned = re.compile(r"[a-z0-9.-]+==[\w.]+(?: ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?")
    assert [line for line in lock.splitlines() if not pinned.fullmatch(line)] == []
    assert lock.count("==") > 20


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    place = re.compile(r"(?<![\w.~}/])/(?:work|home|root|tmp|Users|mnt)/\w|[A-Z]:\\+Users\\")
    guilty = [
        f"{name(path)}: {found.group()}"
        for path in written_files()
        if path != Path(__file__).resolve()
        for found in place.finditer(text(path))
    ]
    assert guilty == []


def data_folders() -> list[Path]:
    """The folders below `resources` that hold files."""
    folders = {path.parent for path in (ROOT / "resources").rglob("*") if path.is_file()}
    return sorted(folders - {ROOT / "resources"})


@pytest.mark.parametrize("folder", data_folders(), ids=name)
def test_every_folder_of_data_names_its_source(folder: Path) -> None:
    """A README.md here or above says where the data comes from, or each JSON file says it itself."""
    notes = [
        place / "README.md" for place in (folder, *folder.parents) if ROOT / "resources" in place.parents
    ]
    told = any(
        re.search(r"nguồn|source|\bfrom\b|\btừ\b", text(note), re.IGNORECASE)
        for note in notes
        if note.is_file()
    )
    assert told or [file.name for file in files(folder) if not names_its_source(file)] == []


def names_its_source(file: Path) -> bool:
    return file.suffix == ".json" and not {"source", "sources"}.isdisjoint(json.loads(text(file)))


def files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()]


def test_text_is_written_in_one_unicode_form() -> None:
    # What the portal publishes stays as it came: its texts are brought to this form when they are read.
    ours = [path for path in written_files() if ROOT / "resources" not in path.parents]
    guilty = [name(path) for path in ours if not unicodedata.is_normalized("NFC", text(path))]
    assert guilty == []


@pytest.mark.parametrize(
    "page", ["README.md", "CHANGELOG.md", *(name(p) for p in sorted((ROOT / "docs").rglob("*.md")))]
)
def test_every_link_of_the_documents_leads_somewhere(page: str) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text(ROOT / page))
    broken = [
        target
        for target in targets
        if not re.match("[a-z]+:", target) and not ((ROOT / page).parent / target).exists()
    ]
    assert broken == []


def test_the_readme_gives_the_two_commands_in_its_first_screen() -> None:
    first_screen = "\n".join(text(ROOT / "README.md").splitlines()[:30])
    assert "make run" in first_screen
    assert "make test" in first_screen
