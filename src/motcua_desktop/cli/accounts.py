"""`motcua account`: accounts made and changed without a window."""

from __future__ import annotations

import argparse
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of, password
from motcua_desktop.cli.parser import WrongUsage, add_command
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.i18n import _
from motcua_desktop.say_keeping import role_word

_ACTS = ("list", "first", "add", "password", "role", "off", "on")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "account",
        _("tài khoản của cán bộ"),
        more=_(
            "list kể các tài khoản, first lập quản trị đầu tiên, add thêm người, password đổi mật khẩu,\n"
            "role đổi quyền, off khóa, on mở lại. Mật khẩu mới: MOTCUA_NEW_PASSWORD, nếu không thì được hỏi."
        ),
        examples=(
            _('motcua account first hanh --name "Bùi Thị Hạnh"'),
            _('motcua account add minh --name "Võ Văn Minh" --role settle --user hanh'),
        ),
    )
    put = parser.add_argument
    put("act", choices=_ACTS, metavar=_("VIỆC"), help=", ".join(_ACTS))
    put("login", nargs="?", default="", metavar=_("TÊN"), help=_("tên đăng nhập của tài khoản"))
    put("--name", default="", metavar=_("HỌ_TÊN"), help=_("họ và tên"))
    roles = ", ".join(f"{role.value} ({role_word(role)})" for role in Role)
    put("--role", choices=[*Role], default=Role.RECEIVE.value, metavar=_("QUYỀN"), help=roles)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the first administrator, or list and change accounts (new password: MOTCUA_NEW_PASSWORD)."""
    if options.act != "list" and not options.login:
        raise WrongUsage(_("Còn thiếu tên đăng nhập của tài khoản."), "motcua account")
    counter = counter_of(options)
    accounts = counter.accounts
    try:
        if options.act == "first":
            accounts.create_first(options.login, options.name, _new_password())
        elif options.act == "add":
            accounts.add(options.login, options.name, _new_password(), Role(options.role))
        elif options.act == "password":
            accounts.set_password(options.login, _new_password())
        elif options.act == "role":
            accounts.set_role(options.login, Role(options.role))
        elif options.act == "off":
            accounts.deactivate(options.login)
        elif options.act == "on":
            accounts.activate(options.login)
        known = accounts.list()
    finally:
        counter.close()
    if options.json:
        output.as_json(
            [{"login": a.login, "name": a.name, "role": a.role.value, "active": a.active} for a in known]
        )
        return output.DONE
    for account in known:
        state = "" if account.active else " · " + _("đã khóa")
        output.line(f"{account.login:<16} {role_word(account.role):<14} {account.name}{state}")
    if not known:
        output.line(_("Chưa có tài khoản nào; ai mở chương trình cũng làm được mọi việc."))
    return output.DONE


def _new_password() -> str:
    return password("MOTCUA_NEW_PASSWORD", _("Mật khẩu mới: "))
