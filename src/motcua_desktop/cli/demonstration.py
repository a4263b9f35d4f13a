"""`motcua demo`: a day at the counter, played without a window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.parser import add_command, day, whole
from motcua_desktop.i18n import _


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    parser = add_command(
        commands,
        common,
        "demo",
        _("diễn một ngày ở quầy với người không có thật"),
        examples=("motcua demo --out demo --dossiers 200", "motcua --data-dir demo"),
    )
    put, number = parser.add_argument, _("SỐ")
    put("--out", type=Path, required=True, metavar=_("THƯ_MỤC"), help=_("thư mục mới sẽ ghi"))
    put("--dossiers", type=whole(1), default=120, metavar=number, help=_("số hồ sơ, mặc định 120"))
    put("--seed", type=whole(0), default=1, metavar=number, help=_("số khác cho một ngày khác, mặc định 1"))
    put("--day", type=day, metavar=_("NGÀY"), help=_("ngày diễn (năm-tháng-ngày), mặc định hôm nay"))
    bulk = _("đổ thẳng bấy nhiêu hồ sơ của năm năm vào sổ, không in giấy tờ")
    put("--bulk", type=whole(0), default=0, metavar=number, help=bulk)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Play the day into --out and print what its register then says."""
    from motcua_desktop.counter.demonstration import play

    if options.bulk:
        from motcua_desktop.counter.bulk import fill

        counter = fill(options.out, options.bulk, options.seed)
    else:
        counter = play(options.out, dossiers=options.dossiers, seed=options.seed, day=options.day)
    try:
        summary = counter.register.summary()
        checkup = counter.safekeeping.check()
    finally:
        counter.close()
    summary["findings"] = len(checkup.findings)
    if options.json:
        output.as_json(summary)
        return output.DONE
    words = _words()
    output.line(_("Một ngày ở {office}").format(office=summary["office"]))
    for key, value in summary.items():
        if key in words:
            output.line(f"  {words[key] + ':':<32} {value}")
    output.line(_("Mở bằng: motcua --data-dir {folder}").format(folder=options.out))
    return output.DONE


def _words() -> dict[str, str]:
    return {
        "now": _("Thời điểm"),
        "procedures": _("Thủ tục trong danh mục"),
        "dossiers": _("Hồ sơ trong sổ"),
        "received_today": _("Nhận trong ngày"),
        "finished_in_time": _("Xong đúng hoặc trước hạn"),
        "finished_late": _("Xong quá hạn"),
        "running": _("Đang giải quyết"),
        "near_due": _("Sắp đến hạn"),
        "overdue": _("Quá hạn"),
        "waiting": _("Chờ bổ sung"),
        "supplements": _("Lần yêu cầu bổ sung"),
        "apologies": _("Thư xin lỗi"),
        "returned": _("Đã trả kết quả"),
        "withdrawn": _("Đã rút"),
        "papers": _("Giấy tờ đã in (PDF)"),
        "events": _("Sự kiện trong nhật ký"),
        "findings": _("Điểm không khớp khi kiểm tra"),
    }
