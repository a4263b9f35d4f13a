"""What delegates and painted widgets share: rounded frames, hatching, text that elides."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen

from motcua_desktop.gui.theme.appearance import colour, px

RADIUS_CARD = 8
RADIUS_CONTROL = 6


def frame(
    painter: QPainter,
    rect: QRect,
    back: QColor | None,
    edge: QColor | None,
    *,
    radius: int = RADIUS_CONTROL,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded rectangle; its edge lies wholly inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = width / 2
    shape = QRectF(rect).adjusted(half, half, -half, -half)
    pen = QPen(edge, width) if edge else QPen(Qt.PenStyle.NoPen)
    if dashed:
        pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.setBrush(back or Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(shape, px(radius), px(radius))
    painter.restore()


def hatch(
    painter: QPainter, rect: QRect, line: QColor, *, radius: int = RADIUS_CONTROL, gap: int = 7
) -> None:
    """Thin diagonal lines inside a rounded rectangle: a day that does not count."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    clip = QPainterPath()
    clip.addRoundedRect(QRectF(rect), px(radius), px(radius))
    painter.setClipPath(clip)
    painter.setPen(QPen(line, 1))
    height = rect.height()
    x = rect.left() - height
    while x < rect.right() + height:
        painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + height, rect.top()))
        x += px(gap)
    painter.restore()


def words(
    painter: QPainter,
    rect: QRect,
    text: str,
    made_font: QFont,
    tint: str | QColor = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    elide: bool = True,
) -> int:
    """One line of text, elided at the end, in the vertical middle of `rect`; returns the width used."""
    metrics = QFontMetrics(made_font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()) if elide else text
    painter.setFont(made_font)
    painter.setPen(tint if isinstance(tint, QColor) else colour(tint))
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return min(metrics.horizontalAdvance(shown), rect.width())


def wrapped(text: str, made_font: QFont, width: int, most: int = 2) -> list[str]:
    """`text` as at most `most` lines of `width` pixels, broken between words; the last is elided if it must
    be."""
    metrics, lines, rest = QFontMetrics(made_font), [""], text.split(" ")
    while rest:
        longer = f"{lines[-1]} {rest[0]}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
            rest.pop(0)
        elif len(lines) < most:
            lines.append("")
        else:
            lines[-1] = " ".join([lines[-1], *rest])
            rest = []
    # One pixel more: what fits exactly Qt would elide all the same.
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width + 1) for line in lines]


def edge_of_focus(painter: QPainter, rect: QRect, radius: int = RADIUS_CONTROL) -> None:
    """The 2 px accent edge of what has the focus."""
    frame(painter, rect, None, colour("accent"), radius=radius, width=px(2))
