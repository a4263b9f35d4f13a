"""The command line: the same door as the window."""

from __future__ import annotations

import argparse
import errno
import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from motcua_desktop import __version__, i18n, log, paths
from motcua_desktop.cli import output
from motcua_desktop.cli.parser import Parser, WrongUsage, in_our_words
from motcua_desktop.domain.account_errors import SignInNeeded
from motcua_desktop.domain.errors import DatabaseDamaged, DatabaseTooNew
from motcua_desktop.i18n import _

#: Modules that each add one group of commands; imported only when a command is asked for.
GROUPS = (
    "time",
    "calendar",
    "receiving",
    "reading",
    "papers",
    "scans",
    "handover",
    "reporting",
    "letters",
    "carrying",
    "keeping",
    "accounts",
    "demonstration",
)


def _common() -> argparse.ArgumentParser:
    """What every command takes, last in its help."""
    common = argparse.ArgumentParser(add_help=False)
    options = common.add_argument_group(_("mọi lệnh"))
    hidden = argparse.SUPPRESS
    options.add_argument(
        "--data-dir", type=Path, default=hidden, metavar=_("THƯ_MỤC"), help=_("thư mục dữ liệu của cơ quan")
    )
    options.add_argument(
        "--user", default=hidden, metavar=_("TÊN"), help=_("tên đăng nhập (mật khẩu: MOTCUA_PASSWORD)")
    )
    options.add_argument("--json", action="store_true", default=hidden, help=_("kết quả dạng JSON"))
    options.add_argument("-h", "--help", action="help", help=_("xem hướng dẫn này"))
    return common


def _parser() -> argparse.ArgumentParser:
    common = _common()
    parser = Parser(
        prog="motcua",
        description=_("Một Cửa Desktop: tiếp nhận hồ sơ, hẹn trả và nhắc hạn ở bộ phận một cửa."),
        epilog=_(
            "Không có lệnh nào thì mở cửa sổ. Cách dùng một lệnh: motcua LỆNH --help\n"
            "Mã thoát: 0 là xong, 1 là bị từ chối có lý do, 2 là gõ sai."
        ),
        parents=[common],
    )
    parser._positionals.title = _("các lệnh")
    parser.add_argument(
        "--version", action="version", version=f"motcua {__version__}", help=_("xem phiên bản")
    )
    parser.add_argument(
        "--self-test", action="store_true", help=_("tự kiểm tra: nhận, in, đọc lại, mở cửa sổ")
    )
    commands = parser.add_subparsers(dest="command", parser_class=Parser, metavar=_("LỆNH"))
    for group in GROUPS:
        importlib.import_module(f"motcua_desktop.cli.{group}").add(commands, common)
    return parser


def _read(arguments: list[str]) -> argparse.Namespace:
    """The options typed. Raises WrongUsage, or SystemExit once help or version is shown."""
    with in_our_words():
        parser = _parser()
        options, unknown = parser.parse_known_args(arguments)
        if unknown:
            words = [parser.prog, options.command, getattr(options, "form", None)]
            said = _("Không hiểu “{words}”. Bỏ đi, hoặc gõ lại cho đúng.").format(words=" ".join(unknown))
            raise WrongUsage(said, " ".join(word for word in words if word))
        if options.command is None and not options.self_test:
            parser.print_help()
            raise SystemExit(output.USAGE)
    options.json = getattr(options, "json", False)
    options.log_dir = paths.log_dir(getattr(options, "data_dir", None))
    options.data_dir = getattr(options, "data_dir", None) or paths.data_dir()
    return options


def run(
    arguments: list[str],
    open_window: Callable[[Path], int] | None = None,
    self_test: Callable[[], int] | None = None,
) -> int:
    """Run one command and return its exit code; the window and the self test are handed in by `__main__`."""
    i18n.use_language(i18n.preferred())
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    if open_window and _asks_for_window(arguments):
        folder = _folder_of(arguments)
        log.start(paths.log_dir(folder))
        return open_window(folder or paths.data_dir())
    try:
        options = _read(arguments)
        if options.self_test and self_test:
            return self_test()
        return _carry_out(options)
    except SystemExit as stop:
        return int(stop.code or 0)
    except WrongUsage as wrong:
        return output.wrong_usage(str(wrong), wants_json="--json" in arguments)


def _carry_out(options: argparse.Namespace) -> int:
    """Run the command; whatever goes wrong becomes a sentence, our own mistakes with the way to the log."""
    log.start_when_needed(options.log_dir)
    try:
        return int(options.run(options))
    except BrokenPipeError:
        # Whoever read our lines has gone: nothing more can be said, and Python must not try at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return output.REFUSED
    except KeyboardInterrupt:
        print(_("Đã dừng theo yêu cầu."), file=sys.stderr, flush=True)
        return output.REFUSED
    except WrongUsage:
        raise
    except Exception as trouble:
        return output.refuse(trouble, wants_json=options.json)
    finally:
        log.stop()


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
        counter.accounts.sign_in(user, password("MOTCUA_PASSWORD", _("Mật khẩu: ")))
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


def password(variable: str, words: str) -> str:
    """A password from the surroundings, else asked for. Raises WrongUsage where nobody can be asked."""
    given = os.environ.get(variable)
    if given is not None:
        return given
    from getpass import getpass

    if sys.stdin is None or not sys.stdin.isatty():
        said = _("Chưa có mật khẩu. Gõ lệnh ở cửa sổ dòng lệnh, hoặc đặt biến {name}.").format(name=variable)
        raise WrongUsage(said, "motcua")
    return getpass(words)


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
