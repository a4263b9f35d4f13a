"""What comes in from files: verify, import, acknowledge, decide."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from motcua_desktop import paths
from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import WrongUsage
from motcua_desktop.domain.exchange import Conflict, Decision, Imported, PackageFacts, SheetRead
from motcua_desktop.domain.text import in_groups
from motcua_desktop.i18n import _
from motcua_desktop.say import field_name, say, status_word
from motcua_desktop.say_sync import conflict_words


def run_verify(options: argparse.Namespace) -> int:
    """Check a day file or a package; where there is a register, it is asked whose hand the package is."""
    from motcua_desktop.counter import exchange

    if not exchange.is_package(options.file):
        return _verified(options, exchange.verify_lines(options.file), None)
    if not paths.database(options.data_dir).exists():
        facts = exchange.verify_package(options.file)
    else:
        counter = counter_of(options)
        try:
            facts = counter.exchange.verify(options.file)
        finally:
            counter.close()
    return _verified(options, facts.dossiers, facts)


def _verified(options: argparse.Namespace, count: int, facts: PackageFacts | None) -> int:
    if options.json:
        told: dict[str, Any] = {"file": str(options.file), "dossiers": count, "intact": True}
        if facts is not None:
            told |= {"sequence": facts.sequence, "machine": facts.machine, "unit": facts.unit}
            told |= {"signer": facts.signer, "signer_name": facts.signer_name, "hash": facts.hash}
        output.as_json(told)
        return output.DONE
    output.line(_("Tệp nguyên vẹn, {n} hồ sơ").format(n=count))
    if facts is not None:
        output.line(
            _("Gói số {sequence} của {name} ({signer})").format(
                sequence=facts.sequence, name=facts.signer_name, signer=facts.signer
            )
        )
        output.line(_("Mã kiểm tra: {checksum}").format(checksum=in_groups(facts.hash)))
    return output.DONE


def run_import(options: argparse.Namespace) -> int:
    """Merge a package or receive a sheet of dossiers."""
    counter = counter_of(options)
    try:
        if _is_sheet(options.file):
            return _sheet_told(
                options, counter.exchange.sheets.read_in(options.file, dry_run=options.dry_run)
            )
        return _import_told(options, counter.exchange.read_in(options.file, dry_run=options.dry_run))
    finally:
        counter.close()


def _is_sheet(path: Path) -> bool:
    return path.suffix.lower() in (".xlsx", ".xlsm")


def _import_told(options: argparse.Namespace, done: Imported) -> int:
    if options.json:
        output.as_json(
            {
                "machine": done.facts.machine,
                "sequence": done.facts.sequence,
                "added": done.added,
                "moved_on": done.moved_on,
                "known": done.known,
                "conflicts": done.conflicts,
                "again": done.again,
                "dry_run": done.dry_run,
            }
        )
        return output.DONE
    if done.again:
        output.line(_("Gói này đã nhập trước đó, không có gì thay đổi"))
        return output.DONE
    text = _("Nhập mới {added}, tiếp nối {moved_on}, đã có {known}, xung đột {conflicts}").format(
        added=done.added, moved_on=done.moved_on, known=done.known, conflicts=done.conflicts
    )
    output.line(_("Chạy thử: {what}").format(what=text) if done.dry_run else text)
    return output.DONE


def _sheet_told(options: argparse.Namespace, read: SheetRead) -> int:
    if options.json:
        output.as_json(
            {
                "rows": read.rows,
                "known": read.known,
                "received": list(read.received),
                "bad": [
                    {"row": fault.row, "column": fault.column, "error": say(fault.refusal)}
                    for fault in read.bad
                ],
                "dry_run": read.dry_run,
            }
        )
        return output.REFUSED if read.bad else output.DONE
    for fault in read.bad:
        output.line(
            _("Dòng {row}, {column}: {what}").format(
                row=fault.row, column=field_name(fault.column), what=say(fault.refusal)
            )
        )
    if read.bad:
        output.line(_("Chưa nhận hồ sơ nào: sửa các dòng trên rồi nhập lại"))
        return output.REFUSED
    done = len(read.received) if not read.dry_run else read.rows - read.known
    words = (
        _("Chạy thử: nhận được {n} hồ sơ, {known} đã có")
        if read.dry_run
        else _("Đã nhận {n} hồ sơ, {known} đã có từ trước")
    )
    output.line(words.format(n=done, known=read.known))
    return output.DONE


def run_ack(options: argparse.Namespace) -> int:
    """Read the province's answer."""
    counter = counter_of(options)
    try:
        done = counter.exchange.acknowledge(options.file)
        refused = counter.exchange.refused()
    finally:
        counter.close()
    if options.json:
        output.as_json(
            {
                "sequence": done.sequence,
                "accepted": done.accepted,
                "refused": done.refused,
                "official_codes": done.official_codes,
                "unknown": list(done.strangers),
                "signed_by": done.signed_by,
                "to_work_off": [{"code": r.code, "reason": r.reason, "field": r.field} for r in refused],
            }
        )
        return output.DONE
    output.line(
        _("Gói số {sequence}: tỉnh nhận {accepted}, từ chối {refused}").format(
            sequence=done.sequence, accepted=done.accepted, refused=done.refused
        )
    )
    for line in refused:
        output.line(f"  {line.code}  {line.reason}")
    if done.strangers:
        output.line(_("Không có trong gói đã gửi: {codes}").format(codes=", ".join(done.strangers)))
    return output.DONE


def run_conflicts(options: argparse.Namespace) -> int:
    """Show what a person must decide, or carry a decision out."""
    if options.decide is not None and options.decision is None:
        raise WrongUsage(_("Còn thiếu: --as (giữ bên nào)."), "motcua conflicts")
    counter = counter_of(options)
    try:
        if options.decide is not None:
            counter.exchange.decide(options.decide, Decision(options.decision), options.reason)
        found = counter.exchange.conflicts()
    finally:
        counter.close()
    if options.json:
        output.as_json([_conflict(conflict) for conflict in found])
        return output.DONE
    for conflict in found:
        output.line(f"{conflict.id}. {conflict_words(conflict.kind)} ({conflict.machine})")
        for name, side in ((_("máy này"), conflict.mine), (_("máy kia"), conflict.theirs)):
            output.line(f"   {name}: {side.code}  {status_word(side.status)}  {side.applicant}")
    output.line(_("{n} xung đột").format(n=len(found)))
    return output.DONE


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "kind": conflict.kind.value,
        "machine": conflict.machine,
        "mine": {"code": conflict.mine.code, "status": conflict.mine.status.value},
        "theirs": {"code": conflict.theirs.code, "status": conflict.theirs.status.value},
        "differs": list(conflict.differs),
        "choices": [choice.value for choice in conflict.choices],
    }
