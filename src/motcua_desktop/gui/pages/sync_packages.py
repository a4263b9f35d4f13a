"""The packages as a table, and the note that goes along with one."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from motcua_desktop.domain.exchange import PackageLine
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
    """The delivery note of a package: what it is, and room for two signatures."""
    office = context.counter.office.office()
    facts = (
        (_("Gói số"), str(line.sequence)),
        (_("Lập lúc"), f"{line.at:%H:%M %d/%m/%Y}"),
        (_("Tệp"), line.file),
        (_("Số hồ sơ"), str(line.dossiers)),
        (_("Cỡ tệp"), size_words(line.bytes)),
        (_("Người lập"), line.officer),
        (_("Nơi nhận"), line.recipient or _("Trung tâm tỉnh")),
    )
    rows = "".join(f"<tr><td>{html.escape(a)}</td><td><b>{html.escape(b)}</b></td></tr>" for a, b in facts)
    signed = "".join(f"<td width='50%' align='center'>{part}</td>" for part in (_("Bên giao"), _("Bên nhận")))
    body = (
        f"<p>{html.escape(office.name)}</p><h1>{_('Phiếu giao gói dữ liệu')}</h1>"
        f"<table cellspacing='0' cellpadding='4'>{rows}</table><br>"
        f"<table width='100%'><tr>{signed}</tr></table>"
    )
    return write_paper(path, body)
