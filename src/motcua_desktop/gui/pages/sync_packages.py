"""The packages as a table, and the note that goes along with one."""

from __future__ import annotations

import html
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from motcua_desktop.domain.exchange import PackageLine
from motcua_desktop.domain.office import Office
from motcua_desktop.gui.pages import PageContext
from motcua_desktop.gui.pages.sheet_paper import write_paper
from motcua_desktop.gui.pages.sync_work import package_badge, size_words
from motcua_desktop.gui.table_model import Column
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.i18n import _


@dataclass(frozen=True, slots=True)
class NextPackage:
    """The package that F12 would make now."""

    sequence: int
    dossiers: int


Line = PackageLine | NextPackage


def package_columns() -> list[Column]:
    """Number, instant, dossiers, size, state."""
    return [
        Column("sequence", _("Gói"), lambda line: str(line.sequence), width=72, bold=True),
        Column("at", _("Lập lúc"), _made_at, width=128),
        Column("dossiers", _("Hồ sơ"), lambda line: str(line.dossiers), width=84, right=True),
        Column("size", _("Cỡ"), _size, width=104, right=True, tint="text2"),
        Column("state", _("Trạng thái"), lambda _line: "", width=160, badge=_badge, stretch=1),
    ]


def _made_at(line: Line) -> str:
    return _("sẽ lập") if isinstance(line, NextPackage) else f"{line.at:%d/%m %H:%M}"


def _size(line: Line) -> str:
    return "" if isinstance(line, NextPackage) else size_words(line.bytes)


def _badge(line: Line) -> BadgeFace:
    if isinstance(line, NextPackage):
        return BadgeFace(_("Chưa lập"), "file-plus", "neutral")
    return package_badge(line)


def write_note(context: PageContext, line: PackageLine, path: Path) -> Path:
    """The delivery note of a package: head and day of a paper, what it is, room for two signatures."""
    office = context.counter.office.office()
    receiver = line.recipient or _("Trung tâm tỉnh")
    facts = (
        (_("Gói số"), str(line.sequence)),
        (_("Lập lúc"), f"{line.at:%H:%M %d/%m/%Y}"),
        (_("Tệp"), line.file),
        (_("Số hồ sơ"), str(line.dossiers)),
        (_("Cỡ tệp"), size_words(line.bytes)),
        (_("Mã kiểm tra (SHA-256)"), line.hash),
        (_("Người lập"), line.officer),
        (_("Nơi nhận"), receiver),
    )
    rows = "".join(
        f"<tr><td width='30%'>{html.escape(a)}</td><td><b>{html.escape(b)}</b></td></tr>" for a, b in facts
    )
    sides = ((_("BÊN GIAO"), line.officer), (_("BÊN NHẬN"), ""))
    signed = "".join(
        f"<td width='50%' align='center'><b>{words}</b><br><i>{_('(Ký và ghi rõ họ tên)')}</i>"
        f"<br><br><br><br><br><b>{html.escape(name)}</b></td>"
        for words, name in sides
    )
    body = (
        f"{_note_head(office, context.counter.now())}<br><h1>{_('PHIẾU GIAO GÓI DỮ LIỆU')}</h1><br>"
        f"<table cellspacing='0' cellpadding='4' width='100%' border='1'>{rows}</table><br><br>"
        f"<table width='100%'><tr>{signed}</tr></table>"
    )
    return write_paper(path, body)


def _note_head(office: Office, now: datetime) -> str:
    """Agency left, country and motto right, the place and day under them (Decree 30/2020, Appendix I)."""
    day = _("{place}, ngày {day:02} tháng {month} năm {year}").format(
        place=office.place,
        day=now.day,
        month=f"{now.month:02}" if now.month < 3 else now.month,
        year=now.year,
    )
    counter = office.counter_name if office.counter_name != office.name else ""
    above, below = (office.name, counter) if counter else (office.parent, office.name)
    return (
        "<table width='100%'><tr>"
        f"<td width='42%' align='center'>{html.escape(above.upper())}<br>"
        f"<b>{html.escape(below.upper())}</b></td>"
        f"<td width='58%' align='center'><b>{_('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}</b><br>"
        f"<b><u>{_('Độc lập - Tự do - Hạnh phúc')}</u></b><br><br><i>{html.escape(day)}</i></td>"
        "</tr></table>"
    )
