"""The command line: the same door as the window."""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from motcua_desktop import __version__, i18n, log, paths
from motcua_desktop.cli import output
from motcua_desktop.domain.account_errors import SignInNeeded
from motcua_desktop.domain.errors import DatabaseDamaged, DatabaseTooNew, Refusal
from motcua_desktop.i18n import _

#: Modules that each add one group of commands; imported only when a command is asked for.
GROUPS = (
    "time",
    "calendar",
    "receiving",
    "reading",
    "papers",
    "carrying",
    "keeping",
    "accounts",
    "demonstration",
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(self.format_usage(), file=sys.stderr, end="")
        self.exit(output.USAGE, _("Lệnh chưa đúng: {message}").format(message=message) + "\n")


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data-dir", type=Path, default=argparse.SUPPRESS, help=_("thư mục dữ liệu của bộ phận một cửa")
    )
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_("kết quả dạng JSON"))
    common.add_argument("--user", default=argparse.SUPPRESS, help=_("tên đăng nhập của cán bộ"))
    parser = _Parser(prog="motcua", description=_("Một Cửa Desktop"), parents=[common])
    parser._positionals.title, parser._optionals.title = _("các lệnh"), _("tùy chọn")
    parser.add_argument("--version", action="version", version=f"motcua {__version__}")
    parser.add_argument(
        "--self-test", action="store_true", help=_("tự kiểm tra: nhận, in, đọc lại, mở cửa sổ")
    )
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, metavar=_("lệnh"))
    for group in GROUPS:
        importlib.import_module(f"motcua_desktop.cli.{group}").add(commands, common)
    return parser


def run(
    arguments: list[str],
    open_window: Callable[[Path], int] | None = None,
    self_test: Callable[[], int] | None = None,
) -> int:
    """Run one command and return its exit code; the window and the self test are handed in by `__main__`."""
    i18n.use_language(i18n.preferred())
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if open_window and _asks_for_window(arguments):
        folder = _folder_of(arguments)
        log.start(paths.log_dir(folder))
        return open_window(folder or paths.data_dir())
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    options.json = getattr(options, "json", False)
    options.data_dir = getattr(options, "data_dir", None) or paths.data_dir()
    try:
        if options.self_test and self_test:
            return self_test()
        if options.command is None:
            _parser().print_help()
            return output.USAGE
        return int(options.run(options))
    except (Refusal, OSError) as trouble:
        return output.refuse(trouble, wants_json=options.json)


def _asks_for_window(arguments: list[str]) -> bool:
    """No command at all, only where the data lies: the window, without loading any command."""
    rest = list(arguments)
    if rest[:1] == ["--data-dir"] and len(rest) > 1:
        rest = rest[2:]
    elif rest and rest[0].startswith("--data-dir="):
        rest = rest[1:]
    return not rest


def _folder_of(arguments: list[str]) -> Path | None:
    """The folder of `--data-dir FOLDER` or `--data-dir=FOLDER`, None for the user's own."""
    if not arguments:
        return None
    return Path(arguments[1] if arguments[0] == "--data-dir" else arguments[0].partition("=")[2])


def counter_of(options: Any) -> Any:
    """The counter a command works at, with its officer signed in where the office has accounts.

    The officer is `--user` (or MOTCUA_USER), the password MOTCUA_PASSWORD or a prompt.
    """
    from motcua_desktop.counter.counter import open_counter

    fresh = not paths.database(options.data_dir).exists()
    counter = open_counter(options.data_dir)
    if fresh:
        _lend_office(counter)
    user = getattr(options, "user", None) or os.environ.get("MOTCUA_USER", "")
    if counter.accounts.is_signed_in and not user:
        return counter
    try:
        if not user:
            raise SignInNeeded
        counter.accounts.sign_in(user, _password())
    except BaseException:
        counter.close()
        raise
    return counter


def _lend_office(counter: Any) -> None:
    """A folder begun from the command line works at once, as the sample office, and says so."""
    from motcua_desktop.counter.demonstration import LY_SON
    from motcua_desktop.domain.numbering import CodePattern

    counter.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
    words = _("Thư mục mới, dùng tạm cơ quan mẫu {office}. Đổi ở Cài đặt (F10) trước khi dùng thật.")
    print(words.format(office=LY_SON.counter_name), file=sys.stderr, flush=True)


def _password() -> str:
    given = os.environ.get("MOTCUA_PASSWORD")
    if given is not None:
        return given
    from getpass import getpass

    return getpass(_("Mật khẩu: "))


def restore_into(options: Any, copy_file: Path) -> Any:
    """Put a copy back as the register; where the present one cannot be opened, nobody can sign in to it."""
    from motcua_desktop import clock
    from motcua_desktop.counter import safekeeping

    if not copy_file.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(copy_file))
    try:
        counter = counter_of(options)
    except (DatabaseDamaged, DatabaseTooNew):
        return safekeeping.restore(options.data_dir, copy_file, clock.now(), "")
    try:
        return counter.safekeeping.restore(copy_file)
    finally:
        counter.close()
