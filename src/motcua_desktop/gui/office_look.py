"""Colours and picture of an office, kept in its register so that all its desks look the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

from motcua_desktop.gui.theme.tokens import LIGHT, with_office

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter

_HEAD = "data:image/png;base64,"
_SIDE = 160


@dataclass(frozen=True, slots=True)
class OfficeLook:
    """Colours of accent and navigation ("#RRGGBB", "" the program's, None never chosen), and the logo."""

    accent: str | None
    nav: str | None
    logo: str


def read_look(counter: Counter) -> OfficeLook:
    """How this office's windows look."""
    desk = counter.office
    return OfficeLook(desk.setting("accent"), desk.setting("nav"), str(desk.setting("logo", "") or ""))


def colour_of(text: str) -> str:
    """A typed colour as "#RRGGBB", "" for none.

    Raises StateColourRefused for the hue of a state, ValueError for what is no colour.
    """
    bare = text.strip().removeprefix("#").upper()
    if not bare:
        return ""
    if len(bare) != 6 or set(bare) - set("0123456789ABCDEF"):
        raise ValueError(text)
    with_office(LIGHT, f"#{bare}")
    return f"#{bare}"


def logo_of(path: str) -> str:
    """A picture file as it is kept: small enough to travel with the register. Raises ValueError for none."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) != _SIDE:
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise ValueError(path)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return _HEAD + bytes(content.toBase64().data()).decode("ascii")


def picture(logo: str) -> QPixmap:
    """The kept logo, a null picture where there is none. An older register keeps the way to a file."""
    made = QPixmap()
    if logo.startswith(_HEAD):
        made.loadFromData(QByteArray.fromBase64(logo.removeprefix(_HEAD).encode("ascii")))
    elif logo:
        made.load(logo)
    return made
