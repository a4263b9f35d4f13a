"""`motcua letters`: the letters of apology that must go out, one PDF each."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command, day, whole
from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.paper_answers import LetterDraft
from motcua_desktop.files import write_whole
from motcua_desktop.i18n import _
from motcua_desktop.say import say


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command."""
    letters = add_command(
        commands,
        common,
        "letters",
        _("lập mọi thư xin lỗi cần gửi"),
        examples=(
            "motcua letters --out thu --dry-run",
            _('motcua letters --out thu --reason "Chờ xác minh của cơ quan phối hợp"'),
        ),
    )
    due_before = _(
        "mọi hồ sơ hẹn trả trước ngày này (năm-tháng-ngày); mặc định chỉ hồ sơ đã trễ hoặc đến hạn gửi thư"
    )
    letters.add_argument("--due-before", type=day, metavar=_("NGÀY"), help=due_before)
    out = _("thư mục sẽ ghi, mỗi thư một tệp PDF")
    letters.add_argument("--out", type=Path, required=True, metavar=_("THƯ_MỤC"), help=out)
    letters.add_argument("--reason", default="", metavar=_("LÝ_DO"), help=_("lý do ghi trong thư"))
    first = _("số của thư đầu tiên trong năm, nếu các thư trước đã viết tay")
    letters.add_argument("--first", type=whole(1, 99_999), metavar=_("SỐ"), help=first)
    letters.add_argument("--dry-run", action="store_true", help=_("chỉ liệt kê, không lập"))
    letters.set_defaults(run=run_letters)


def run_letters(options: argparse.Namespace) -> int:
    """Make the letters, one PDF each in --out; exit 1 when one was refused or could not be written."""
    counter = counter_of(options)
    try:
        reason = options.reason or counter.letters.reasons()[0]
        drafts = [replace(draft, reason=reason) for draft in counter.letters.waiting(options.due_before)]
        wanted = [d for d in drafts if not d.locked and (options.due_before or d.must)]
        rows = [_row(draft, _why_not(draft)) for draft in drafts if draft not in wanted]
        troubles = 0
        if options.dry_run:
            rows += [_row(draft) for draft in wanted]
        elif wanted:
            if not options.reason:
                words = _("Lý do ghi trong thư: {reason}. Lý do khác: --reason")
                print(words.format(reason=reason), file=sys.stderr)
            options.out.mkdir(parents=True, exist_ok=True)  # before a number is used
            made, troubles = _make(counter, wanted, options)
            rows += made
    finally:
        counter.close()
    if options.json:
        output.as_json(rows)
    else:
        _tell(rows)
    return output.REFUSED if troubles else output.DONE


def _make(
    counter: Counter, drafts: list[LetterDraft], options: argparse.Namespace
) -> tuple[list[dict[str, Any]], int]:
    """A row for each letter, and how many were refused or recorded without a file."""
    made = counter.letters.make(drafts, first=options.first)
    by_code = {draft.code: draft for draft in drafts}
    rows = [_row(by_code[code], say(trouble)) for code, trouble in made.refused]
    troubles = len(rows)
    for code, number in zip(made.codes, made.numbers, strict=True):
        row = _row(by_code[code]) | {"number": number}
        path = options.out / f"{code}.pdf"
        try:
            write_whole(path, counter.paper.draw(counter.register.dossier(code), "apology"))
            row["file"] = str(path)
        except OSError as trouble:
            row["note"] = _("đã ghi số, chưa ghi được tệp: {trouble}").format(trouble=say(trouble))
            troubles += 1
        rows.append(row)
    return rows, troubles


def _why_not(draft: LetterDraft) -> str:
    if draft.locked:
        return _("đã hẹn lại một lần, không lập nữa")
    return _("chưa quá hạn, kịp hẹn thì không cần thư")


def _row(draft: LetterDraft, note: str = "") -> dict[str, Any]:
    return {
        "code": draft.code,
        "applicant": draft.applicant,
        "old": output.iso(draft.old_date),
        "new": output.iso(draft.new_date),
        "note": note,
    }


def _tell(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        number = _("số {number}").format(number=row["number"]) if "number" in row else ""
        parts = (row["code"], f"{row['old']} → {row['new']}", number, row.get("file", row["note"]))
        output.line("  ".join(part for part in parts if part))
    output.line(_("{n} thư").format(n=sum("number" in row for row in rows)))
