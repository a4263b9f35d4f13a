"""From a bare machine to the running program: `python3 packaging/bootstrap.py run|test|check|...`.

Only the standard library is used. What is missing is installed once: the system libraries of Qt (Debian and
its kin, when root), a virtual environment in `.venv`, the locked packages, the compiled translations. A stamp
remembers that it was done, so the next call starts the program at once.
"""

from __future__ import annotations  # an older Python must get as far as our own sentence about it

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.txt"
WHEELHOUSE = ROOT / "packaging" / "wheelhouse"
STAMP = VENV / "motcua.stamp"
BUILD = ROOT / "build"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt opens at run time, and the Debian package that brings it. The last six draw a window under X11.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# Options after which there is nothing to draw, so no screen is needed.
WITHOUT_WINDOW = ("--version", "--self-test", "--help", "-h")


class CannotSetUp(Exception):
    """The machine lacks something that only its owner can give; the text says what to do."""


def main(arguments: Sequence[str]) -> int:
    """Set up what is missing and do what was asked; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may speak a code page without Vietnamese
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)  # type: ignore[union-attr]
    command, *rest = arguments or ["run"]
    if command not in COMMANDS:
        print(f"Dùng: bootstrap.py {{{'|'.join(COMMANDS)}}} [tham số]", file=sys.stderr)
        return 2
    try:
        set_up()
        return COMMANDS[command](rest)
    except CannotSetUp as trouble:
        print(f"\nChưa chuẩn bị được: {trouble}", file=sys.stderr)
        return 1


# ---------------------------------------------------------------- setting up


def set_up() -> None:
    """Make `.venv` whole. When its stamp fits this checkout, Python and lock, nothing else is looked at."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the machine may have an older one
        raise CannotSetUp(f"cần Python 3.11 trở lên, đây là {sys.version.split()[0]}.")
    stamp = stamp_of(LOCK.read_bytes())
    if not (STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp):
        began = time.monotonic()
        print(f"Một Cửa Desktop: chuẩn bị trong {ROOT} (Python {sys.version.split()[0]})")
        install_system_packages(missing_system_packages())
        make_environment()
        install_locked_packages()
        connect_source()
        STAMP.write_text(stamp, encoding="utf-8")
        print(f"Xong sau {time.monotonic() - began:.0f} giây; lần sau mở ngay.\n")
    compile_translations()


def stamp_of(lock: bytes) -> str:
    """What `.venv` was made from: the lock, the Python and the place of the checkout."""
    return hashlib.sha256(
        b"\n".join([lock, sys.version.encode(), sys.prefix.encode(), str(ROOT).encode()])
    ).hexdigest()


def missing_system_packages() -> list[str]:
    """The Debian packages this machine lacks for a virtual environment and for Qt; empty on Windows."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in LIBRARIES.items() if not _opens(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.insert(0, f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def _opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages as root; otherwise CannotSetUp names the line to run."""
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        raise CannotSetUp(f"máy thiếu các gói hệ thống (tên trong Debian): {' '.join(packages)}.")
    if os.geteuid() != 0:
        raise CannotSetUp(f"máy thiếu gói hệ thống. Hãy chạy rồi thử lại:\n  sudo {' '.join(install)}")
    with _Step(f"cài gói hệ thống: {' '.join(packages)}"):
        done = _quietly(install)
        if done.returncode != 0:  # a bare machine has empty or old package lists
            _quietly(["apt-get", "update"])
            done = _quietly(install)
    if done.returncode != 0:
        raise CannotSetUp(f"apt-get không cài được (có mạng không?):\n{_tail(done)}")


def make_environment() -> None:
    """Make a fresh `.venv`: an old one may hold packages the lock no longer names."""
    with _Step("tạo .venv"):
        done = _quietly([sys.executable, "-m", "venv", "--clear", VENV])
    if done.returncode != 0:
        raise CannotSetUp(f"không tạo được .venv:\n{_tail(done)}")


def install_locked_packages() -> None:
    """Install exactly what the lock names, each file checked against its hash; offline from a wheelhouse."""
    count = sum(1 for line in LOCK.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())
    offline: list[str | Path] = ["--no-index", "--find-links", WHEELHOUSE] if WHEELHOUSE.is_dir() else []
    place = "từ packaging/wheelhouse" if offline else "qua mạng"
    # What is never imported is never compiled: that saves a third of the time, and 100 MB.
    options = ["--require-hashes", "--only-binary=:all:", "--no-compile", "--no-input", "--quiet"]
    with _Step(f"cài {count} gói đã khóa trong packaging/requirements.txt, kiểm mã băm, {place}"):
        pip = ["-m", "pip", "--disable-pip-version-check", "install"]
        done = _quietly([PYTHON, *pip, *options, *offline, "-r", LOCK])
    if done.returncode != 0:
        raise CannotSetUp(f"pip không cài được (có mạng không?):\n{_tail(done)}")


def connect_source() -> None:
    """Let `.venv` see `src`, and give it the command `motcua`."""
    here = {"base": str(VENV), "platbase": str(VENV)}
    packages = Path(sysconfig.get_path("purelib", "nt_venv" if WINDOWS else "posix_venv", here))
    source = os.path.relpath(ROOT / "src", packages)  # relative, so that no letter of the path can be misread
    (packages / "motcua_desktop.pth").write_text(f"{source}\n", encoding="ascii")
    if WINDOWS:
        launcher = PYTHON.with_name("motcua.cmd")
        launcher.write_text('@"%~dp0python.exe" -P -m motcua_desktop %*\r\n', encoding="ascii", newline="")
    else:
        launcher = PYTHON.with_name("motcua")
        launcher.write_text(f'#!/bin/sh\nexec "{PYTHON}" -P -m motcua_desktop "$@"\n', encoding="utf-8")
        launcher.chmod(0o755)


def compile_translations() -> None:
    """Compile each catalogue that is newer than its compiled file."""
    sources = (ROOT / "translations").glob("*/LC_MESSAGES/*.po")
    if any(_is_older(source.with_suffix(".mo"), source) for source in sources):
        subprocess.run([PYTHON, ROOT / "packaging" / "translations.py", "compile"], check=True)


def _is_older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


class _Step:
    """Says what is being done, and how long it took."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __enter__(self) -> None:
        self.began = time.monotonic()
        print(f"  • {self.words} …", end=" ", flush=True)

    def __exit__(self, *trouble: object) -> None:
        print(f"{time.monotonic() - self.began:.0f} giây")


def _quietly(words: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _tail(done: subprocess.CompletedProcess[str]) -> str:
    return "\n".join(done.stdout.strip().splitlines()[-8:])


# ---------------------------------------------------------------- the commands


def run(arguments: Sequence[str]) -> int:
    """Open the program; where there is no screen and a window was wanted, play the demo day instead."""
    if wants_window(arguments) and not has_screen():
        folder = fresh_folder(BUILD / "demo-day")
        print(
            "Máy này không có màn hình (DISPLAY và WAYLAND_DISPLAY đều trống): chơi ngày mẫu thay cho cửa sổ."
        )
        print(f"Kết quả ở {folder}; trên máy có màn hình, mở bằng: make run ARGS=\"--data-dir '{folder}'\"\n")
        arguments = ["demo", "--out", str(folder)]
    return python("-P", "-m", "motcua_desktop", *arguments)


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments open the window: none, or only `--data-dir DIR`."""
    rest = list(arguments)
    if "--data-dir" in rest:
        at = rest.index("--data-dir")
        del rest[at : at + 2]
    return not [word for word in rest if not word.startswith("-") or word in WITHOUT_WINDOW]


def has_screen() -> bool:
    """Whether Qt can open a window; a platform chosen by hand is believed."""
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )


def fresh_folder(wanted: Path) -> Path:
    """`wanted`, or the first of wanted-2, wanted-3… that does not exist: what was played before is kept."""
    folder, number = wanted, 1
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    return folder


def test(arguments: Sequence[str]) -> int:
    """Run the tests without a screen, on every core."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    spread = [] if any(word.startswith(("-n", "-p")) for word in arguments) else ["-n", "auto"]
    return python("-m", "pytest", *spread, *arguments, folder=ROOT)


def check(arguments: Sequence[str]) -> int:
    """Everything about the code that a machine can judge without running it."""
    return python("packaging/check.py", *arguments, folder=ROOT)


def build(arguments: Sequence[str]) -> int:
    """Build the program as a folder under `dist` that needs no Python."""
    if sys.platform.startswith("linux"):
        shared = sysconfig.get_config_var("INSTSONAME") or ""  # libpython3.11.so.1.0 where Python has one
        lacking = [] if shutil.which("objdump") else ["binutils"]
        lacking += [] if ".so" not in shared or _opens(shared) else [shared.partition(".so")[0]]
        install_system_packages(lacking)
    spec = ["--distpath", "dist", "--workpath", "build", "packaging/motcua.spec"]
    return python("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *spec, *arguments, folder=ROOT)


def translations(arguments: Sequence[str]) -> int:
    """Gather the texts of the source into the catalogues and compile them."""
    return python("packaging/translations.py", *(arguments or ["update"]), folder=ROOT)


def python(*arguments: str, folder: Path | None = None) -> int:
    """Hand over to the Python of `.venv`, in `folder` when given."""
    if folder is not None:
        os.chdir(folder)
    if WINDOWS:
        return subprocess.run([PYTHON, *arguments]).returncode
    sys.stdout.flush()
    return os.execv(PYTHON, [str(PYTHON), *arguments])


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "build": build,
    "translations": translations,
    "setup": lambda _: 0,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
