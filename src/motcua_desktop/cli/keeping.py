"""`motcua check`, `motcua backup` and `motcua restore`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command
from motcua_desktop.domain.scans import ScansCopied
from motcua_desktop.i18n import _
from motcua_desktop.say import finding_words, say_warning

#: How many scans without a copy a restore names one by one.
_SHOWN = 20


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    check = add_command(commands, common, "check", _("kiểm tra sổ hồ sơ"))
    check.set_defaults(run=run_check)
    backup = add_command(
        commands,
        common,
        "backup",
        _("sao lưu sổ hồ sơ và bản chụp, rồi đọc lại bản sao để kiểm tra"),
        more=_(
            "Bản chụp nằm trong thư mục scans cạnh bản sao; tệp đã có ở đó không chép lại. "
            "Trong thư mục dữ liệu thì chỉ sao lưu sổ."
        ),
        examples=("motcua backup --out USB/so-ho-so.db",),
    )
    backup.add_argument("--out", type=Path, required=True, metavar=_("TỆP"), help=_("bản sao sẽ ghi"))
    backup.add_argument("--register-only", action="store_true", help=_("chỉ sổ, không chép bản chụp"))
    backup.set_defaults(run=run_backup)
    restore = add_command(
        commands,
        common,
        "restore",
        _("khôi phục sổ hồ sơ từ bản sao lưu"),
        more=_(
            "Sổ đang có được giữ lại dưới tên có ngày giờ. "
            "Bản chụp còn thiếu được lấy lại từ thư mục scans cạnh bản sao."
        ),
        examples=("motcua restore USB/so-ho-so.db",),
    )
    restore.add_argument("file", type=Path, metavar=_("TỆP"), help=_("bản sao lưu"))
    restore.set_defaults(run=run_restore)


def run_check(options: argparse.Namespace) -> int:
    """Look the register over; exit 1 when anything is wrong."""
    counter = counter_of(options)
    try:
        checkup = counter.safekeeping.check()
        cautions = counter.safekeeping.cautions()
    finally:
        counter.close()
    if options.json:
        output.as_json(
            {
                "ok": not checkup.findings,
                "dossiers": checkup.dossiers,
                "events": checkup.events,
                "findings": [{"what": f.what, "where": f.where} for f in checkup.findings],
                "cautions": [{"what": c.what, "facts": list(c.facts)} for c in cautions],
            }
        )
    else:
        output.line(_("Đã kiểm tra {n} hồ sơ, {m} sự kiện").format(n=checkup.dossiers, m=checkup.events))
        for finding in checkup.findings:
            output.line(f"  {finding_words(finding)}")
        for caution in cautions:
            output.line(f"  {say_warning(caution)}")
        output.line(_("Sổ hồ sơ nguyên vẹn") if not checkup.findings else _("Có điểm không khớp, xem ở trên"))
    return output.REFUSED if checkup.findings else output.DONE


def run_backup(options: argparse.Namespace) -> int:
    """Write a verified copy."""
    counter = counter_of(options)
    try:
        counter.safekeeping.backup(options.out)
        if not options.json:
            output.line(_("Đã sao lưu vào {file}").format(file=options.out))
        copied = ScansCopied()
        if not options.register_only:
            copied = counter.safekeeping.copy_scans(options.out.parent)
    finally:
        counter.close()
    if options.json:
        output.as_json(
            {
                "file": str(options.out),
                "bytes": options.out.stat().st_size,
                "scans": copied.there,
                "scans_written": copied.written,
                "scans_amiss": list(copied.amiss),
            }
        )
        return output.REFUSED if copied.amiss else output.DONE
    if copied.there:
        words = _("Bản chụp: {there} tệp ở cạnh bản sao, mới chép {written}")
        output.line(words.format(there=copied.there, written=copied.written))
    for path in copied.amiss:
        output.line(_("  Không chép được, tệp mất hoặc đã bị sửa: {path}").format(path=path))
    return output.REFUSED if copied.amiss else output.DONE


def run_restore(options: argparse.Namespace) -> int:
    """Put a copy back; the register that was there stays under a dated name."""
    from motcua_desktop.cli.app import restore_into

    restored = restore_into(options, options.file)
    if options.json:
        output.as_json(
            {
                "dossiers": restored.dossiers,
                "kept": str(restored.kept) if restored.kept else None,
                "missing": list(restored.missing),
                "scans": restored.scans.brought,
                "scans_missing": list(restored.scans.missing),
            }
        )
        return output.DONE
    output.line(_("Đã khôi phục {n} hồ sơ từ {file}").format(n=restored.dossiers, file=options.file))
    if restored.kept is not None:
        output.line(_("Sổ trước đó được giữ tại {file}").format(file=restored.kept))
    if restored.scans.brought:
        output.line(_("Đã lấy lại {n} bản chụp").format(n=restored.scans.brought))
    for path in restored.scans.missing[:_SHOWN]:
        output.line(_("  Bản chụp không có trong bản sao: {path}").format(path=path))
    if (more := len(restored.scans.missing) - _SHOWN) > 0:
        output.line(_("  và {n} bản chụp khác; motcua check kể hết").format(n=more))
    for code in restored.missing:
        output.line(_("  Không có trong bản sao: {code}").format(code=code))
    return output.DONE
