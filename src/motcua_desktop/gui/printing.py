"""Sending papers to the printer, on a thread of its own so that nothing waits for it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from motcua_desktop.counter.paper import form_of_file
from motcua_desktop.gui.window_settings import OTHER_PAPERS, WindowSettings

_log = logging.getLogger(__name__)
PRINT_DPI = 300
_MM_PER_POINT = 25.4 / 72


class PrinterTrouble(OSError):
    """The printer took nothing; the dossier and its PDF are safe."""


class Paper(Protocol):
    """What looks at a PDF: `counter.paper`."""

    def page_count(self, pdf: bytes) -> int:
        """How many pages."""

    def page_size(self, pdf: bytes, page: int) -> tuple[float, float]:
        """Width and height in points."""

    def page_bitmap(self, pdf: bytes, page: int, dpi: float) -> tuple[int, int, bytes]:
        """Width, height and rows of four bytes a dot (blue, green, red, unused)."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page ready to be painted, and the size of its paper in millimetres."""

    image: QImage
    width_mm: float
    height_mm: float


def pictures(paper: Paper, pdf: bytes, dpi: float) -> Iterator[PagePicture]:
    """Every page of a PDF, one after the other. Any thread may ask."""
    for number in range(paper.page_count(pdf)):
        width, height, dots = paper.page_bitmap(pdf, number, dpi)
        image = QImage(dots, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
        points = paper.page_size(pdf, number)
        yield PagePicture(image, points[0] * _MM_PER_POINT, points[1] * _MM_PER_POINT)


def _form(path: Path | None) -> str:
    """The form a file is, `OTHER_PAPERS` for a report or a list."""
    return (form_of_file(path) if path else "") or OTHER_PAPERS


class Printing(QObject):
    """One queue of papers for one printer.

    Signals: `printed(Path)` when the printer has taken a paper, `failed(Path, Exception)` when it has not.
    """

    printed = Signal(object)
    failed = Signal(object, object)

    def __init__(self, paper: Paper, settings: WindowSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paper, self._settings = paper, settings
        self._queue = ThreadPoolExecutor(1, "printing")

    def printer(self, path: Path | None = None) -> str:
        """The printer of a paper: the one chosen for its form, else the desk's, else the system's; "" when
        there is none."""
        known = QPrinterInfo.availablePrinterNames()
        for chosen in (self._settings.printer_of(_form(path)), self._settings.printer):
            if chosen in known:
                return chosen
        return QPrinterInfo.defaultPrinterName() if known else ""

    def printers(self) -> list[str]:
        """The names of all printers, for the settings."""
        return list(QPrinterInfo.availablePrinterNames())

    def send(self, path: Path) -> bool:
        """Print a PDF; False when there is no printer to send it to."""
        printer = self.printer(path)
        if not printer:
            return False
        self._queue.submit(self._send, path, printer)
        return True

    def offer(self, path: Path) -> bool:
        """Print a paper that was just made, unless this desk only saves its form; False when there is no
        printer to send it to."""
        return self._settings.only_saves(_form(path)) or self.send(path)

    def _send(self, path: Path, printer: str) -> None:
        try:
            put_on_paper(pictures(self._paper, path.read_bytes(), PRINT_DPI), printer)
        except Exception as error:
            _log.exception("printing %s", path.name)
            self.failed.emit(path, error)
        else:
            self.printed.emit(path)

    def close(self) -> None:
        """Let what is being printed end, drop what waits."""
        self._queue.shutdown(wait=True, cancel_futures=True)


def put_on_paper(pages: Iterable[PagePicture], printer_name: str, file: str = "") -> None:
    """Print pages at their true size; `file` prints into a PDF instead (tests). Raises PrinterTrouble."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if file:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(file)
    else:
        printer.setPrinterName(printer_name)
    printer.setFullPage(True)
    painter = QPainter()
    try:
        for number, page in enumerate(pages):
            size = QPageSize(QSizeF(page.width_mm, page.height_mm), QPageSize.Unit.Millimeter)
            none = QMarginsF(0, 0, 0, 0)
            printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, none))
            if number == 0:
                if not painter.begin(printer):
                    raise PrinterTrouble(printer_name)
            elif not printer.newPage():
                raise PrinterTrouble(printer_name)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_place(printer, page), page.image)
    finally:
        if painter.isActive():
            painter.end()


def _place(printer: QPrinter, page: PagePicture) -> QRectF:
    """Where the page lies in the printer's points: at true size, smaller only on paper too small."""
    whole = printer.paperRect(QPrinter.Unit.DevicePixel)
    per_mm = printer.resolution() / 25.4
    width, height = page.width_mm * per_mm, page.height_mm * per_mm
    share = min(1.0, whole.width() / width, whole.height() / height)
    return QRectF(0, 0, width * share, height * share)
