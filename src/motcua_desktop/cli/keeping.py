"""`motcua check` and `motcua backup`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.i18n import _
from motcua_desktop.say import finding_words


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    check = commands.add_parser("check", parents=[common], help=_("kiểm tra sổ hồ sơ"))
    check.set_defaults(run=run_check)
    backup = commands.add_parser("backup", parents=[common], help=_("sao lưu sổ hồ sơ"))
    backup.add_argument("--out", type=Path, required=True)
    backup.set_defaults(run=run_backup)


def run_check(options: argparse.Namespace) -> int:
    """Look the register over; exit 1 when anything is wrong."""
    counter = counter_of(options)
    try:
        checkup = counter.safekeeping.check()
    finally:
        counter.close()
    if options.json:
        output.as_json(
            {
                "ok": not checkup.findings,
                "dossiers": checkup.dossiers,
                "events": checkup.events,
                "findings": [{"what": f.what, "where": f.where} for f in checkup.findings],
            }
        )
    else:
        output.line(_("Đã kiểm tra {n} hồ sơ, {m} sự kiện").format(n=checkup.dossiers, m=checkup.events))
        for finding in checkup.findings:
            output.line(f"  {finding_words(finding)}")
        output.line(_("Sổ hồ sơ nguyên vẹn") if not checkup.findings else _("Có điểm không khớp, xem ở trên"))
    return output.REFUSED if checkup.findings else output.DONE


def run_backup(options: argparse.Namespace) -> int:
    """Write a verified copy."""
    counter = counter_of(options)
    try:
        counter.safekeeping.backup(options.out)
    finally:
        counter.close()
    if options.json:
        output.as_json({"file": str(options.out), "bytes": options.out.stat().st_size})
    else:
        output.line(_("Đã sao lưu vào {file}").format(file=options.out))
    return output.DONE
