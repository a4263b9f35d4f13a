"""`motcua export`, `verify`, `import`, `ack`, `outbox`, `conflicts` and `keys`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from motcua_desktop.cli import carrying_in, output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command, day, whole
from motcua_desktop.domain.dossier import Period
from motcua_desktop.domain.exchange import Exported, Fault, KeyRole, Outbox, PublicKey, RefusedLine
from motcua_desktop.i18n import _
from motcua_desktop.say_sync import fault_words


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""

    def command(
        name: str, words: str, run: Callable[[argparse.Namespace], int], *examples: str
    ) -> argparse.ArgumentParser:
        parser = add_command(commands, common, name, words, examples=examples)
        parser.set_defaults(run=run)
        return parser

    def file(parser: argparse.ArgumentParser, words: str) -> argparse.ArgumentParser:
        parser.add_argument("file", type=Path, metavar=_("TỆP"), help=words)
        return parser

    _add_export(command)
    file(command("verify", _("kiểm tra một tệp đồng bộ"), carrying_in.run_verify), _("gói, hoặc tệp .jsonl"))
    read = command("import", _("nhập gói của máy khác, hoặc bảng Excel hồ sơ"), carrying_in.run_import)
    file(read, _("gói của máy khác, hoặc tệp .xlsx"))
    read.add_argument("--dry-run", action="store_true", help=_("chỉ xem, không ghi gì"))
    file(command("ack", _("đọc phản hồi của tỉnh"), carrying_in.run_ack), _("tệp phản hồi"))
    command("outbox", _("những gì tỉnh chưa nhận"), run_outbox)
    _add_conflicts(command)
    _add_keys(command)


def _add_export(command: Callable[..., argparse.ArgumentParser]) -> None:
    export = command(
        "export",
        _("lập gói đồng bộ, hoặc tệp .jsonl các hồ sơ trong ngày"),
        run_export,
        "motcua export --out USB/goi.zip",
        "motcua export --out ngay.jsonl --from 2026-03-02 --to 2026-03-06",
    )
    put, date = export.add_argument, _("NGÀY")
    put("--out", type=Path, required=True, metavar=_("TỆP"), help=_("tệp sẽ ghi"))
    since = _("mọi thay đổi sau gói số này (0: toàn bộ sổ)")
    put("--since", type=whole(0), metavar=_("SỐ"), help=since)
    recipient = _("mã hóa cho khóa này (tên, mã khóa hoặc tệp thẻ)")
    put("--recipient", default="", metavar=_("KHÓA"), help=recipient)
    put("--attachments", action="store_true", help=_("kèm các giấy tờ đã in và bản chụp"))
    put("--from", dest="start", type=day, metavar=date, help=_("từ ngày (năm-tháng-ngày), tệp .jsonl"))
    put("--to", dest="end", type=day, metavar=date, help=_("đến ngày (năm-tháng-ngày), tệp .jsonl"))


def _add_conflicts(command: Callable[..., argparse.ArgumentParser]) -> None:
    doubts = command(
        "conflicts",
        _("xung đột giữa hai máy: xem, và quyết định"),
        carrying_in.run_conflicts,
        _('motcua conflicts --decide 3 --as mine --reason "Quầy 1 nhận trước"'),
    )
    put = doubts.add_argument
    put("--decide", type=whole(1), metavar=_("SỐ"), help=_("quyết định xung đột mang số này"))
    choices = _("giữ bên nào: mine (máy này), theirs (máy kia), both (cả hai)")
    put("--as", dest="decision", choices=("mine", "theirs", "both"), metavar=_("BÊN"), help=choices)
    put("--reason", default="", metavar=_("LÝ_DO"), help=_("lý do, ghi vào diễn biến của hồ sơ"))


def _add_keys(command: Callable[..., argparse.ArgumentParser]) -> None:
    own = command(
        "keys",
        _("khóa của cơ quan và các khóa tin cậy"),
        run_keys,
        "motcua keys --export quay-1.json",
        _('motcua keys --trust tinh.json --name "Tỉnh Quảng Ngãi" --province'),
    )
    put = own.add_argument
    put("--export", type=Path, metavar=_("TỆP"), help=_("ghi thẻ khóa của cơ quan để đưa cho nơi khác"))
    put("--trust", type=Path, metavar=_("TỆP"), help=_("tin cậy khóa trong tệp thẻ này"))
    put("--name", default="", metavar=_("TÊN_KHÓA"), help=_("tên của khóa được tin cậy"))
    put("--province", action="store_true", help=_("đó là khóa của tỉnh"))
    put("--forget", default="", metavar=_("MÃ_KHÓA"), help=_("thôi tin cậy khóa này"))


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
