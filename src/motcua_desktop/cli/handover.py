"""`motcua handover`: the hand-over lists, and one of them printed again."""

from __future__ import annotations

import argparse
from datetime import datetime, time
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command, day, whole
from motcua_desktop.domain.handover import HandoverList
from motcua_desktop.files import write_whole
from motcua_desktop.i18n import _


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "handover",
        _("xem các danh sách bàn giao, in lại một danh sách"),
        examples=("motcua handover --since 2026-11-16", "motcua handover 07 --year 2026 --out ban-giao.pdf"),
    )
    parser.add_argument("number", nargs="?", default="", metavar=_("SỐ"), help=_("số danh sách cần in lại"))
    parser.add_argument(
        "--since", type=day, metavar=_("NGÀY"), help=_("liệt kê từ ngày (năm-tháng-ngày), mặc định hôm nay")
    )
    parser.add_argument(
        "--year", type=whole(2000, 2100), metavar=_("NĂM"), help=_("năm của số, mặc định năm nay")
    )
    parser.add_argument("--out", type=Path, metavar=_("TỆP"), help=_("tệp PDF sẽ ghi khi in lại"))
    parser.set_defaults(run=run_handover)


def run_handover(options: argparse.Namespace) -> int:
    """List the lists, or write one into --out, marked as a reprint."""
    if bool(options.number) != bool(options.out):
        words = _("In lại cần cả số danh sách và --out. Chỉ xem thì bỏ cả hai.")
        return output.wrong_usage(words, wants_json=options.json)
    counter = counter_of(options)
    try:
        if options.number:
            made = counter.handover.find(options.number, options.year or counter.now().year)
            write_whole(options.out, counter.handover.reprint(made).read_bytes())
            return _written(options, made)
        since = datetime.combine(options.since or counter.now().date(), time())
        found = counter.handover.lists(since)
    finally:
        counter.close()
    if options.json:
        output.as_json([_row(made) for made in found])
    else:
        for made in found:
            output.line(_told(made))
        output.line(_("{n} danh sách").format(n=len(found)))
    return output.DONE


def _written(options: argparse.Namespace, made: HandoverList) -> int:
    if options.json:
        output.as_json({**_row(made), "file": str(options.out)})
    else:
        output.line(_("Đã ghi {file}").format(file=options.out))
    return output.DONE


def _row(made: HandoverList) -> dict[str, Any]:
    return {
        "number": made.number,
        "at": output.iso(made.at),
        "officer": made.officer,
        "direction": "back" if made.back else "out",
        "section": made.section,
        "dossiers": list(made.codes),
        "results": made.ready,
        "cancelled": made.cancelled,
    }


def _told(made: HandoverList) -> str:
    way = _("về từ {section}") if made.back else _("đi {section}")
    words = [
        made.number,
        f"{made.at:%H:%M %d/%m/%Y}",
        way.format(section=made.section),
        _("{n} hồ sơ").format(n=len(made.codes)),
    ]
    return "  ".join([*words, _("đã hủy")] if made.cancelled else words)
