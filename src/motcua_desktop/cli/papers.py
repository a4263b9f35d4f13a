"""`motcua print`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.files import write_whole
from motcua_desktop.i18n import _

FORMS = ("receipt", "apology", "supplement", "refusal", "stop", "control")


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = commands.add_parser("print", parents=[common], help=_("in một giấy tờ của hồ sơ ra PDF"))
    parser.add_argument("form", choices=FORMS)
    parser.add_argument("code")
    parser.add_argument("--out", type=Path, required=True)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draw the form of the dossier into --out."""
    counter = counter_of(options)
    try:
        dossier = counter.register.dossier(options.code)
        pdf = counter.paper.draw(dossier, options.form)
    finally:
        counter.close()
    write_whole(options.out, pdf)
    if options.json:
        output.as_json(
            {"code": dossier.code, "form": options.form, "file": str(options.out), "bytes": len(pdf)}
        )
    else:
        output.line(_("Đã ghi {file}").format(file=options.out))
    return output.DONE
