"""From a bare machine to the program: what is decided before anything is installed."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bootstrap(script: Callable[[str], ModuleType], tmp_path: Path) -> ModuleType:
    """The script, working on an empty folder instead of this checkout."""
    module = script("bootstrap")
    module.VENV = tmp_path / ".venv"
    module.STAMP = module.VENV / "motcua.stamp"
    module.PYTHON = module.VENV / "bin" / "python"
    module.BUILD = tmp_path / "build"
    return module


@pytest.mark.parametrize("arguments", [[], ["--data-dir", "demo"]])
def test_without_arguments_the_window_is_wanted(bootstrap: ModuleType, arguments: list[str]) -> None:
    assert bootstrap.wants_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["demo", "--out", "d"],
        ["--data-dir", "demo", "list"],
        ["--version"],
        ["--self-test"],
        ["due", "--json"],
    ],
)
def test_a_command_needs_no_screen(bootstrap: ModuleType, arguments: list[str]) -> None:
    assert not bootstrap.wants_window(arguments)


def test_where_there_is_no_screen_the_demo_day_is_played(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    called: list[tuple[str, ...]] = []
    monkeypatch.setattr(bootstrap, "python", lambda *words: called.append(words) or 0)
    (bootstrap.BUILD / "demo-day").mkdir(parents=True)
    assert bootstrap.run([]) == 0
    assert called == [("-P", "-m", "motcua_desktop", "demo", "--out", str(bootstrap.BUILD / "demo-day-2"))]
    assert "không có màn hình" in capsys.readouterr().out


def test_where_there_is_a_screen_the_window_is_opened(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    called: list[tuple[str, ...]] = []
    monkeypatch.setattr(bootstrap, "python", lambda *words: called.append(words) or 0)
    bootstrap.run([])
    assert called == [("-P", "-m", "motcua_desktop")]


def test_another_lock_asks_for_a_new_environment(bootstrap: ModuleType) -> None:
    assert bootstrap.stamp_of(b"a==1") != bootstrap.stamp_of(b"a==2")


def test_with_a_fitting_stamp_nothing_is_looked_at_or_installed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bootstrap.VENV.mkdir()
    bootstrap.STAMP.write_text(bootstrap.stamp_of(bootstrap.LOCK.read_bytes()), encoding="utf-8")
    monkeypatch.setattr(bootstrap, "missing_system_packages", lambda: pytest.fail("looked"))
    monkeypatch.setattr(bootstrap, "compile_translations", lambda: None)
    bootstrap.set_up()
    assert capsys.readouterr().out == ""


def test_who_is_not_root_is_told_the_line_to_run(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda _: "apt-get")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *_, **__: pytest.fail("installed"))
    with pytest.raises(bootstrap.CannotSetUp, match=r"sudo apt-get install .*libgl1 libegl1"):
        bootstrap.install_system_packages(["libgl1", "libegl1"])


def test_what_qt_opens_and_venv_needs_is_noticed_when_missing(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda _: None)
    venv, library = bootstrap.missing_system_packages()
    assert venv.startswith("python3.")
    assert venv.endswith("-venv")
    assert library == "libnowhere9"


def test_windows_needs_no_system_packages(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.sys, "platform", "win32")
    monkeypatch.setattr(bootstrap, "LIBRARIES", {"libnowhere.so.9": "libnowhere9"})
    assert bootstrap.missing_system_packages() == []


@pytest.mark.skipif(os.name == "nt", reason="the launcher of Linux")
def test_the_environment_sees_the_source_and_has_the_command(bootstrap: ModuleType) -> None:
    bootstrap.PYTHON.parent.mkdir(parents=True)
    packages = next(iter(bootstrap.VENV.glob("lib")), bootstrap.VENV / "lib")
    (packages / f"python{os.sys.version_info.major}.{os.sys.version_info.minor}" / "site-packages").mkdir(
        parents=True
    )
    bootstrap.PYTHON.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    bootstrap.PYTHON.chmod(0o755)
    bootstrap.connect_source()
    (pth,) = bootstrap.VENV.rglob("*.pth")
    assert (pth.parent / pth.read_text(encoding="ascii").strip()).resolve() == bootstrap.ROOT / "src"
    said = subprocess.run(
        [bootstrap.VENV / "bin" / "motcua", "show", "a b"], capture_output=True, text=True, check=True
    )
    assert said.stdout == "-P -m motcua_desktop show a b\n"


def test_an_unknown_command_is_wrong_usage(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["dance"]) == 2
    assert "run" in capsys.readouterr().err
