"""`motcua export`, `verify`, `import`, `ack`, `outbox`, `conflicts` and `keys`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from motcua_desktop.cli import carrying_in, output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.exchange import Exported, Fault, KeyRole, Outbox, PublicKey, RefusedLine
from motcua_desktop.i18n import _
from motcua_desktop.say_sync import fault_words


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""

    def command(name: str, words: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=words)
        parser.set_defaults(run=run)
        return parser

    export = command("export", _("lập gói đồng bộ, hoặc tệp .jsonl các hồ sơ trong ngày"), run_export)
    export.add_argument("--out", type=Path, required=True)
    export.add_argument("--since", type=int, help=_("mọi thay đổi sau gói số này (0: toàn bộ sổ)"))
    export.add_argument("--recipient", default="", help=_("mã hóa cho khóa này (tên, mã khóa hoặc tệp thẻ)"))
    export.add_argument("--attachments", action="store_true", help=_("kèm các giấy tờ đã in"))
    export.add_argument("--from", dest="start", type=date.fromisoformat, help=_("từ ngày (YYYY-MM-DD)"))
    export.add_argument("--to", dest="end", type=date.fromisoformat, help=_("đến ngày (YYYY-MM-DD)"))
    command("verify", _("kiểm tra một tệp đồng bộ"), carrying_in.run_verify).add_argument("file", type=Path)
    read = command("import", _("nhập gói của máy khác, hoặc bảng Excel hồ sơ"), carrying_in.run_import)
    read.add_argument("file", type=Path)
    read.add_argument("--dry-run", action="store_true", help=_("chỉ xem, không ghi gì"))
    command("ack", _("đọc phản hồi của tỉnh"), carrying_in.run_ack).add_argument("file", type=Path)
    command("outbox", _("những gì tỉnh chưa nhận"), run_outbox)
    doubts = command("conflicts", _("xung đột giữa hai máy"), carrying_in.run_conflicts)
    doubts.add_argument("--decide", type=int, metavar="N")
    doubts.add_argument("--as", dest="decision", choices=("mine", "theirs", "both"))
    doubts.add_argument("--reason", default="")
    own = command("keys", _("khóa của cơ quan và các khóa tin cậy"), run_keys)
    own.add_argument("--export", type=Path, help=_("ghi thẻ khóa của cơ quan để đưa cho nơi khác"))
    own.add_argument("--trust", type=Path, help=_("tin cậy khóa trong tệp thẻ này"))
    own.add_argument("--name", default="", help=_("tên của khóa"))
    own.add_argument("--province", action="store_true", help=_("khóa của tỉnh"))
    own.add_argument("--forget", default="", metavar=_("MÃ_KHÓA"))


def run_export(options: argparse.Namespace) -> int:
    """Write a package; a name ending in .jsonl, or a period, asks for the day's lines."""
    is_day = options.start or options.end or options.out.suffix in (".jsonl", ".ndjson", ".json")
    counter = counter_of(options)
    try:
        if not is_day:
            made = counter.exchange.export(
                options.out,
                since=options.since,
                recipient=options.recipient,
                attachments=options.attachments,
            )
            return _told(options, made)
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


def _told(options: argparse.Namespace, made: Exported) -> int:
    held = [{"code": f.code, "field": f.field, "rule": f.rule, "words": fault_words(f)} for f in made.held]
    codes = {fault.code for fault in made.held}
    if options.json:
        output.as_json(
            {
                "file": str(made.path),
                "dossiers": made.dossiers,
                "sequence": made.sequence,
                "hash": made.hash,
                "bytes": made.bytes,
                "recipient": made.recipient,
                "held": held,
                "wanting": dict(made.wanting),
            }
        )
        return output.REFUSED if held else output.DONE
    output.line(
        _("Gói số {sequence}: {n} hồ sơ, ghi vào {file}").format(
            sequence=made.sequence, n=made.dossiers, file=made.path
        )
    )
    if codes:
        output.line(_("{n} hồ sơ chưa gửi được, cần sửa:").format(n=len(codes)))
        for fault in made.held:
            output.line(f"  {fault.code}  {fault_words(fault)}")
    return output.REFUSED if held else output.DONE


def run_outbox(options: argparse.Namespace) -> int:
    """What the province has not taken, what it refused, what is held back."""
    counter = counter_of(options)
    try:
        box, now = counter.exchange.outbox(), counter.now()
        refused, held = counter.exchange.refused(), counter.exchange.held()
    finally:
        counter.close()
    if options.json:
        output.as_json(_outbox(box, now, refused, held))
        return output.DONE
    output.line(_("Chờ gửi: {n} hồ sơ").format(n=box.waiting))
    if box.oldest is not None:
        output.line(
            _("Thay đổi cũ nhất tỉnh chưa nhận: {at} ({n} ngày)").format(
                at=f"{box.oldest:%H:%M %d/%m/%Y}", n=box.age_days(now)
            )
        )
    for line in refused:
        mark = _("đã sửa") if line.corrected else _("cần xử lý")
        output.line(f"  {line.code}  {line.reason}  [{mark}]")
    for fault in held:
        output.line(f"  {fault.code}  {fault_words(fault)}")
    return output.DONE


def _outbox(
    box: Outbox, now: datetime, refused: list[RefusedLine], held: tuple[Fault, ...]
) -> dict[str, Any]:
    return {
        "waiting": box.waiting,
        "oldest": output.iso(box.oldest),
        "age_days": box.age_days(now),
        "never_sent": box.never_sent,
        "on_the_way": box.on_the_way,
        "refused": [
            {"code": r.code, "package": r.package, "reason": r.reason, "corrected": r.corrected}
            for r in refused
        ],
        "held": [{"code": f.code, "field": f.field, "words": fault_words(f)} for f in held],
        "conflicts": box.conflicts,
        "packages": [
            {
                "sequence": p.sequence,
                "at": output.iso(p.at),
                "file": p.file,
                "dossiers": p.dossiers,
                "acknowledged": output.iso(p.acknowledged_at),
                "accepted": p.accepted,
                "refused": p.refused,
            }
            for p in box.packages
        ],
    }


def run_keys(options: argparse.Namespace) -> int:
    """Show our key, give it away, trust or forget another's."""
    counter = counter_of(options)
    try:
        keys = counter.exchange.keys
        if options.export:
            keys.write_card(options.export)
        if options.trust:
            role = KeyRole.PROVINCE if options.province else KeyRole.COUNTER
            keys.trust(options.trust, options.name, role)
        if options.forget:
            keys.forget(options.forget)
        own, trusted = keys.public(), keys.trusted()
    finally:
        counter.close()
    if options.json:
        output.as_json({"own": _key(own), "trusted": [_key(key) for key in trusted]})
        return output.DONE
    output.line(_("Khóa của cơ quan: {fingerprint}").format(fingerprint=own.fingerprint))
    for key in trusted:
        whose = _("tỉnh") if key.role is KeyRole.PROVINCE else _("máy khác")
        output.line(f"  {key.fingerprint}  {key.name}  ({whose})")
    return output.DONE


def _key(key: PublicKey) -> dict[str, str]:
    return {
        "fingerprint": key.fingerprint,
        "name": key.name,
        "unit": key.unit,
        "role": key.role.value,
        "sign": key.sign,
        "seal": key.seal,
    }
