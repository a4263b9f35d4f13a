"""`motcua export` and `motcua verify`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.domain.dossier import Period
from motcua_desktop.i18n import _


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    export = commands.add_parser("export", parents=[common], help=_("lập tệp đồng bộ các hồ sơ trong ngày"))
    export.add_argument("--out", type=Path, required=True)
    export.add_argument("--from", dest="start", type=date.fromisoformat, help=_("từ ngày (YYYY-MM-DD)"))
    export.add_argument("--to", dest="end", type=date.fromisoformat, help=_("đến ngày (YYYY-MM-DD)"))
    export.set_defaults(run=run_export)
    verify = commands.add_parser("verify", parents=[common], help=_("kiểm tra một tệp đồng bộ"))
    verify.add_argument("file", type=Path)
    verify.set_defaults(run=run_verify)


def run_export(options: argparse.Namespace) -> int:
    """Write the sync file."""
    counter = counter_of(options)
    try:
        today = counter.now().date()
        period = Period(options.start or options.end or today, options.end or today)
        count = counter.exchange.export_day(options.out, period)
    finally:
        counter.close()
    if options.json:
        output.as_json({"file": str(options.out), "dossiers": count})
    else:
        output.line(_("Đã ghi {n} hồ sơ vào {file}").format(n=count, file=options.out))
    return output.DONE


def run_verify(options: argparse.Namespace) -> int:
    """Check a sync file; needs no register."""
    from motcua_desktop.counter.exchange import verify_file

    count = verify_file(options.file)
    if options.json:
        output.as_json({"file": str(options.file), "dossiers": count, "intact": True})
    else:
        output.line(_("Tệp nguyên vẹn, {n} hồ sơ").format(n=count))
    return output.DONE
