"""`motcua print` and `motcua verify-slip`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from motcua_desktop.cli import output
from motcua_desktop.cli.app import counter_of
from motcua_desktop.cli.parser import add_command, whole
from motcua_desktop.counter.paper import DOSSIER_FORMS
from motcua_desktop.files import write_whole
from motcua_desktop.i18n import _
from motcua_desktop.say_paper import form_name


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands."""
    _add_print(commands, common)
    slip = add_command(commands, common, "verify-slip", _("kiểm tra mã QR của giấy hẹn"))
    slip.add_argument("text", metavar=_("CHỮ"), help=_("chữ đọc được từ mã QR"))
    slip.set_defaults(run=run_slip)


def _add_print(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = add_command(
        commands,
        common,
        "print",
        _("in một giấy tờ ra PDF"),
        examples=(
            "motcua print receipt H48.25.12-261119-0002 --out giay-hen.pdf",
            "motcua print wall 1.001612 --out niem-yet.pdf",
            "motcua print register --year 2026 --out so-2026.pdf",
        ),
    )
    forms = parser.add_subparsers(dest="form", required=True, metavar=_("MẪU"))
    for form in DOSSIER_FORMS:
        one = add_command(forms, common, form, form_name(form))
        one.add_argument("code", metavar=_("MÃ"), help=_("mã hồ sơ, hoặc phần cuối như 261119-0002"))
        _add_out(one)
        one.set_defaults(run=run_print)
    wall = add_command(forms, common, "wall", form_name("procedure"))
    wall.add_argument("procedure", metavar=_("THỦ_TỤC"), help=_("mã thủ tục như 1.001612"))
    _add_out(wall)
    wall.set_defaults(run=run_wall)
    notice = add_command(forms, common, "notice", form_name("feedback"))
    _add_out(notice)
    notice.set_defaults(run=run_notice)
    package = add_command(forms, common, "package", form_name("package"))
    package.add_argument("number", type=whole(1), metavar=_("SỐ"), help=_("số của gói đã lập"))
    _add_out(package)
    package.set_defaults(run=run_package)
    book = add_command(forms, common, "register", form_name("register"))
    book.add_argument("--year", type=whole(2000, 2100), required=True, metavar=_("NĂM"), help=_("sổ của năm"))
    book.add_argument("--field", default="", metavar=_("LĨNH_VỰC"), help=_("lĩnh vực, mặc định tất cả"))
    book.add_argument("--volume", default="01", metavar=_("QUYỂN"), help=_("quyển số, mặc định 01"))
    _add_out(book)
    book.set_defaults(run=run_book)


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, metavar=_("TỆP"), help=_("tệp PDF sẽ ghi"))


def run_print(options: argparse.Namespace) -> int:
    """Draw the form of the dossier into --out."""
    counter = counter_of(options)
    try:
        dossier = counter.register.dossier(options.code)
        if options.form == "apology" and not dossier.apologies:
            pdf = counter.letters.preview(dossier)
        else:
            pdf = counter.paper.copy(dossier, options.form)
    finally:
        counter.close()
    if options.form == "apology" and not dossier.apologies:
        words = _("Thư {code} là bản nháp chưa có số. Ghi sổ và lập thư thật bằng: motcua letters")
        print(words.format(code=dossier.code), file=sys.stderr)
    write_whole(options.out, pdf)
    return _written(options, {"code": dossier.code, "form": options.form, "bytes": len(pdf)})


def run_wall(options: argparse.Namespace) -> int:
    """Draw the sheet of a procedure for the wall; UnknownProcedure for a code the catalogue lacks."""
    counter = counter_of(options)
    try:
        procedure = counter.catalogue.procedure(options.procedure)
        pdf = counter.paper.draw_list("procedure", procedure=procedure)
    finally:
        counter.close()
    write_whole(options.out, pdf)
    return _written(options, {"form": "procedure", "procedure": procedure.code, "bytes": len(pdf)})


def run_notice(options: argparse.Namespace) -> int:
    """Draw the notice on where complaints and suggestions are received."""
    counter = counter_of(options)
    try:
        pdf = counter.paper.draw_list("feedback")
    finally:
        counter.close()
    write_whole(options.out, pdf)
    return _written(options, {"form": "feedback", "bytes": len(pdf)})


def run_package(options: argparse.Namespace) -> int:
    """Draw the note that goes along with a package."""
    counter = counter_of(options)
    try:
        pdf = counter.exchange.note(options.number).read_bytes()
    finally:
        counter.close()
    write_whole(options.out, pdf)
    return _written(options, {"form": "package", "package": options.number, "bytes": len(pdf)})


def run_book(options: argparse.Namespace) -> int:
    """Write the register book of a year."""
    counter = counter_of(options)
    try:
        count = counter.books.register_book(options.out, options.year, options.field, options.volume)
    finally:
        counter.close()
    return _written(options, {"form": "register", "dossiers": count})


def _written(options: argparse.Namespace, facts: dict[str, Any]) -> int:
    if options.json:
        output.as_json({**facts, "file": str(options.out)})
    else:
        output.line(_("Đã ghi {file}").format(file=options.out))
    return output.DONE


def run_slip(options: argparse.Namespace) -> int:
    """Say whether the slip is genuine; exit 1 when it is not."""
    counter = counter_of(options)
    try:
        found = counter.paper.check_slip(options.text)
    finally:
        counter.close()
    if options.json:
        output.as_json(
            {
                "genuine": found.genuine,
                "code": found.code,
                "due": output.iso(found.due_at),
                "in_register": found.in_register,
            }
        )
    elif not found.genuine:
        output.line(_("Giấy hẹn này không phải do bộ phận này lập, hoặc đã bị sửa."))
    else:
        when = f"{found.due_at:%H:%M %d/%m/%Y}" if found.due_at else _("không có hạn")
        output.line(_("Giấy hẹn thật: {code}, hẹn trả {when}").format(code=found.code, when=when))
        if found.in_register is False:
            output.line(_("Ngày hẹn trong sổ nay đã khác; xem hồ sơ."))
    return output.DONE if found.genuine else output.REFUSED
