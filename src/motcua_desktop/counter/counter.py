"""The counter itself: every area of it, opened on one data folder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from motcua_desktop import clock, paths
from motcua_desktop.counter.accounts import Accounts
from motcua_desktop.counter.calendar_office import CalendarOffice
from motcua_desktop.counter.catalogue import Catalogue
from motcua_desktop.counter.clocks import Clocks
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.handling import Handling
from motcua_desktop.counter.intake import Intake
from motcua_desktop.counter.numbering import NumberingDesk
from motcua_desktop.counter.office import OfficeDesk
from motcua_desktop.counter.online import Online
from motcua_desktop.counter.paper import PaperDesk
from motcua_desktop.counter.people import People
from motcua_desktop.counter.register import Register
from motcua_desktop.counter.safekeeping import Safekeeping
from motcua_desktop.domain.dossier import Officer
from motcua_desktop.domain.errors import FolderNotWritable
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.persistence import places
from motcua_desktop.persistence.engine import Database

if TYPE_CHECKING:
    from motcua_desktop.counter.books import Books
    from motcua_desktop.counter.catalogue_import import CatalogueImport
    from motcua_desktop.counter.exchange import Exchange
    from motcua_desktop.counter.handover import Handover
    from motcua_desktop.counter.letters import Letters
    from motcua_desktop.counter.reports import Reports
    from motcua_desktop.counter.scans import Scans


class Counter:
    """The one door. Areas are attributes: `counter.intake.receive(draft)`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.paper = PaperDesk(desk)
        self.intake = Intake(desk, self.paper)
        self.handling = Handling(desk, self.paper)
        self.online = Online(self.intake, desk, self.paper)
        self.register = Register(desk)
        self.people = People(desk)
        self.numbering = NumberingDesk(desk)
        self.catalogue = Catalogue(desk)
        self.calendar_office = CalendarOffice(desk)
        self.clocks = Clocks(desk)
        self.office = OfficeDesk(desk)
        self.safekeeping = Safekeeping(desk)
        self.accounts = Accounts(desk)

    # Areas used a few times a day are brought when first asked for: the window opens without Excel and keys.

    @cached_property
    def letters(self) -> Letters:
        """Letters of apology, many at a press."""
        from motcua_desktop.counter.letters import Letters

        return Letters(self._desk, self.handling, self.paper)

    @cached_property
    def handover(self) -> Handover:
        """Lists of dossiers that go to the sections and come back."""
        from motcua_desktop.counter.handover import Handover

        return Handover(self._desk, self.paper)

    @cached_property
    def scans(self) -> Scans:
        """Scans of the papers of a dossier."""
        from motcua_desktop.counter.scans import Scans

        return Scans(self._desk)

    @cached_property
    def books(self) -> Books:
        """Register books of a year."""
        from motcua_desktop.counter.books import Books

        return Books(self._desk, self.paper)

    @cached_property
    def catalogue_import(self) -> CatalogueImport:
        """The portal's lists into the catalogue."""
        from motcua_desktop.counter.catalogue_import import CatalogueImport

        return CatalogueImport(self._desk)

    @cached_property
    def exchange(self) -> Exchange:
        """Packages, answers, Excel: everything that comes and goes."""
        from motcua_desktop.counter.exchange import Exchange

        return Exchange(self._desk, self.intake)

    @cached_property
    def reports(self) -> Reports:
        """Reports of a period."""
        from motcua_desktop.counter.reports import Reports

        return Reports(self._desk)

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._desk.folder

    @property
    def officer(self) -> Officer:
        """Who is at the desk."""
        return self._desk.officer

    def now(self) -> datetime:
        """The counter's clock."""
        return self._desk.now()

    def close(self) -> None:
        """Give the register file back."""
        self._desk.open_database.close()


def open_counter(
    folder: Path,
    *,
    now: Callable[[], datetime] = clock.now,
    officer: Officer | None = None,
    random: Random | None = None,
    patience: float = 30.0,
) -> Counter:
    """Open the counter on a data folder, making the register on the first day.

    A folder that cannot be written to is opened for reading, where it holds a register. Where accounts were
    made, somebody must sign in first (`counter.accounts`); `officer` is for tests and demonstrations.
    `patience` is how many seconds an act waits for another program that holds the register.
    Raises FolderNotWritable, DatabaseDamaged, DatabaseTooNew.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(str(folder), str(error)) from error
    path = paths.database(folder)
    read_only = not places.is_writable(folder)
    if read_only and not path.exists():
        raise FolderNotWritable(str(folder), "")
    database = Database(path, read_only=read_only, patience=patience)
    desk = Desk(database, folder, now, officer or Officer("Cán bộ một cửa", Role.ADMIN), random)
    counter = Counter(desk)
    if not read_only:
        if not counter.catalogue.count():
            counter.catalogue.load_shipped()
        counter.catalogue.mend_cut_names()
        counter.catalogue.read_papers_anew()
        counter.catalogue.read_notes_anew()
    desk.is_locked = officer is None and counter.accounts.any()
    return counter
