"""`motcua scans`: what was scanned for a dossier, adding to it, taking it out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command, whole
from motcua_desktop.domain.dossier import Dossier
from motcua_desktop.domain.scans import Scan, scans_of
from motcua_desktop.i18n import _


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "scans",
        _("xem, thêm và lấy ra bản chụp giấy tờ của hồ sơ"),
        examples=(
            "motcua scans list 261119-0002",
            "motcua scans add 261119-0002 can-cuoc.pdf --component 1",
            "motcua scans export 261119-0002 --out ban-chup",
        ),
    )
    acts = parser.add_subparsers(dest="act", required=True, metavar=_("VIỆC"))
    listed = _act(acts, common, "list", _("liệt kê bản chụp"))
    listed.set_defaults(run=run_list)
    adding = _act(acts, common, "add", _("thêm tệp PDF, JPEG, PNG, TIFF; tệp gốc còn nguyên"))
    adding.add_argument("files", nargs="+", type=Path, metavar=_("TỆP"), help=_("tệp đã quét hoặc chụp"))
    adding.add_argument(
        "--component",
        type=whole(0),
        default=0,
        metavar="N",
        help=_("thành phần hồ sơ số N, mặc định cả hồ sơ"),
    )
    adding.set_defaults(run=run_add)
    export = _act(acts, common, "export", _("chép bản chụp ra một thư mục; nhật ký ghi lại việc này"))
    export.add_argument("--out", type=Path, required=True, metavar=_("THƯ_MỤC"), help=_("nơi chép ra"))
    export.set_defaults(run=run_export)


def _act(acts: Any, common: argparse.ArgumentParser, name: str, words: str) -> argparse.ArgumentParser:
    made = add_command(acts, common, name, words)
    made.add_argument("code", metavar=_("MÃ"), help=_("mã hồ sơ, hoặc phần cuối như 261119-0002"))
    return made


def run_list(options: argparse.Namespace) -> int:
    """List the scans that stand."""
    counter = counter_of(options)
    try:
        dossier = counter.register.dossier(options.code)
    finally:
        counter.close()
    found = scans_of(dossier.events)
    if options.json:
        output.as_json({"code": dossier.code, "scans": [_facts(scan) for scan in found]})
        return output.DONE
    if not found:
        output.line(_("Hồ sơ {code} chưa có bản chụp").format(code=dossier.code))
    for scan in found:
        output.line(_line(scan, dossier))
    return output.DONE


def run_add(options: argparse.Namespace) -> int:
    """Keep files as scans of the dossier; exit 1 when one was left out, which stops no other."""
    counter = counter_of(options)
    try:
        answer = counter.scans.add(options.code, options.files, options.component)
    finally:
        counter.close()
    left_out = [{"file": name, "why": why} for name, why in answer.left_out]
    if options.json:
        added = [_facts(scan) for scan in answer.added]
        output.as_json({"code": answer.dossier.code, "added": added, "left_out": left_out})
    else:
        for scan in answer.added:
            output.line(_("Đã thêm: {scan}").format(scan=_line(scan, answer.dossier)))
        for one in left_out:
            output.line(_("Không thêm {name}: {why}").format(name=one["file"], why=one["why"]))
    return output.REFUSED if left_out else output.DONE


def run_export(options: argparse.Namespace) -> int:
    """Copy the scans of the dossier into a folder."""
    counter = counter_of(options)
    try:
        files = counter.scans.export(options.code, options.out)
    finally:
        counter.close()
    if options.json:
        output.as_json({"files": [str(file) for file in files]})
        return output.DONE
    for file in files:
        output.line(str(file))
    output.line(_("Đã chép {n} bản chụp vào {folder}").format(n=len(files), folder=options.out))
    return output.DONE


def _line(scan: Scan, dossier: Dossier) -> str:
    names = {component.number: component.name for component in dossier.procedure.components}
    what = names.get(scan.component, _("Cả hồ sơ"))
    return f"{scan.number}. {scan.name} · {what} · {scan.at:%H:%M %d/%m/%Y} · {scan.officer}"


def _facts(scan: Scan) -> dict[str, Any]:
    return {
        "number": scan.number,
        "component": scan.component,
        "name": scan.name,
        "bytes": scan.bytes,
        "sha256": scan.sha256,
        "at": output.iso(scan.at),
        "officer": scan.officer,
        "path": scan.path,
    }
