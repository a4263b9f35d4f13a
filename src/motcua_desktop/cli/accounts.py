"""`motcua account`: accounts made and changed without a window."""

from __future__ import annotations

import argparse
import os
from getpass import getpass
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.i18n import _


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("account", parents=[common], help=_("tài khoản của cán bộ"))
    parser.add_argument("act", choices=("list", "first", "add", "password", "role", "off", "on"))
    parser.add_argument("login", nargs="?", default="")
    parser.add_argument("--name", default="", help=_("họ và tên"))
    parser.add_argument("--role", choices=[role.value for role in Role], default=Role.RECEIVE.value)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the first administrator, or list and change accounts (new password: MOTCUA_NEW_PASSWORD)."""
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
        output.line(f"{account.login:<16} {account.role.value:<10} {account.name}{state}")
    return output.DONE


def _new_password() -> str:
    given = os.environ.get("MOTCUA_NEW_PASSWORD")
    return given if given is not None else getpass(_("Mật khẩu mới: "))
