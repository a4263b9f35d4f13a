"""What the sync page asks and does: plain functions that run in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from motcua_desktop.domain.exchange import (
    Acknowledged,
    Exported,
    Fault,
    Imported,
    KeyRole,
    Outbox,
    PackageLine,
    PublicKey,
    RefusedLine,
    Stick,
)
from motcua_desktop.gui.tasks import Job
from motcua_desktop.gui.widgets.badge import BadgeFace
from motcua_desktop.i18n import _, ngettext

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

MOST_SINCE = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything the page shows, read at one moment."""

    now: datetime
    outbox: Outbox
    refused: tuple[RefusedLine, ...]
    held: tuple[Fault, ...]
    sticks: tuple[Stick, ...]
    province: PublicKey | None

    @property
    def stick(self) -> Stick | None:
        """The stick a package goes to: the first that can be written."""
        return next((stick for stick in self.sticks if stick.writable), None)

    @property
    def next_number(self) -> int:
        """Number of the package that would be made now."""
        return self.outbox.packages[0].sequence + 1 if self.outbox.packages else 1

    @property
    def unanswered(self) -> tuple[PackageLine, ...]:
        """Packages on the way, oldest first."""
        return tuple(p for p in reversed(self.outbox.packages) if p.acknowledged_at is None)


def read(counter: Counter) -> Standing:
    """How things stand between this counter and the province."""
    exchange = counter.exchange
    province = next((key for key in exchange.keys.trusted() if key.role is KeyRole.PROVINCE), None)
    return Standing(
        counter.now(),
        exchange.outbox(),
        tuple(exchange.refused()),
        exchange.held(),
        exchange.sticks(),
        province,
    )


def look_in(counter: Counter, path: Path, *, job: Job) -> Imported:
    """What another counter's package would bring; nothing is written."""
    return counter.exchange.read_in(path, dry_run=True, step=job.step)


def bring_in(counter: Counter, path: Path, *, job: Job) -> Imported:
    """Read another counter's package into the register, whole or not at all."""
    return counter.exchange.read_in(path, step=job.step)


def make_package(
    counter: Counter, out: Path, recipient: str, since: int | None, attached: bool, *, job: Job
) -> Exported:
    """Write the next package; Esc stops it and leaves nothing behind. `since` is the number of a package: all
    that changed after it, 0 for the whole register, None for what the province has not taken. `attached`:
    scans and printed papers go along."""
    return counter.exchange.export(out, since=since, recipient=recipient, attachments=attached, step=job.step)


def chain_words(packages: Sequence[PackageLine]) -> tuple[str, bool]:
    """How the packages (newest first) hang together, and whether they do; "" while there are not two."""
    if len(packages) < 2:
        return "", True
    for line, before in pairwise(packages):
        if line.previous != before.hash:
            return _("Chuỗi đứt trước gói {n}").format(n=line.sequence), False
    words = _("Chuỗi {first} đến {last} liền mạch, đã ký")
    return words.format(first=packages[-1].sequence, last=packages[0].sequence), True


def since_choices(standing: Standing) -> list[tuple[object, str]]:
    """What a package may hold: what waits, all since an earlier package, the whole register."""
    earlier: list[tuple[object, str]] = [
        (line.sequence, _("Từ ngày {day} (sau gói {n})").format(day=f"{line.at:%d/%m}", n=line.sequence))
        for line in standing.outbox.packages[:MOST_SINCE]
    ]
    last = standing.outbox.packages[0] if standing.outbox.packages else None
    usual = (
        _("Chưa được nhận, từ gói {n} ({day})").format(n=last.sequence, day=f"{last.at:%d/%m}")
        if last
        else _("Những gì tỉnh chưa nhận")
    )
    return [(None, usual), *earlier, (0, _("Toàn bộ sổ"))]


def read_words(answer: Acknowledged) -> str:
    """What an answer that was read has brought."""
    if answer.again:
        return _("Phản hồi của gói {n} đã đọc trước đây, không có gì đổi.").format(n=answer.sequence)
    return _("Gói {n}: {good} hồ sơ được nhận, {bad} hồ sơ trả lại.").format(
        n=answer.sequence, good=answer.accepted, bad=answer.refused
    )


def imported_words(read: Imported) -> str:
    """What a package of another counter has brought."""
    words = _("Đã nhập gói: {added} hồ sơ mới, {moved} hồ sơ có thay đổi.").format(
        added=read.added, moved=read.moved_on
    )
    return words + (" " + _("{n} hồ sơ cần quyết định.").format(n=read.conflicts) if read.conflicts else "")


def package_badge(line: PackageLine) -> BadgeFace:
    """The state of a package that was made."""
    if line.acknowledged_at is None:
        return BadgeFace(_("Chờ phản hồi"), "hourglass", "neutral")
    if line.refused:
        return BadgeFace(_("Trả lại {n}").format(n=line.refused), "triangle-alert", "amber")
    return BadgeFace(_("Nhận đủ"), "circle-check", "green")


def waiting_words(number: int) -> str:
    """ "65 hồ sơ chưa được xác nhận"."""
    if not number:
        return _("Mọi hồ sơ đã được xác nhận")
    return ngettext("{n} hồ sơ chưa được xác nhận", number).format(n=f"{number:,}".replace(",", "."))


def numbers_words(lines: tuple[PackageLine, ...]) -> str:
    """The numbers of some packages: "47 và 48", "45, 46…"."""
    numbers = [str(line.sequence) for line in lines]
    if len(numbers) > 3:
        return " ".join([*numbers[:2], "…", numbers[-1]])
    if len(numbers) < 2:
        return "".join(numbers)
    return _("{many} và {last}").format(many=", ".join(numbers[:-1]), last=numbers[-1])
