"""Make the sample of a released schema, and freeze the schema it has. Run once for each release, by hand:

    python tests/old_databases/make.py freeze    copies the tables of today to migrations/schema_<revision>
    python tests/old_databases/make.py sample    writes <revision>.db with a few invented dossiers

Neither is ever changed afterwards: the sample is upgraded by every later version in tests/persistence.
"""

import re
import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from motcua_desktop.counter.counter import open_counter
from motcua_desktop.counter.demonstration import LY_SON
from motcua_desktop.domain.applicant import Applicant, Involved, Part
from motcua_desktop.domain.dossier import Draft, Officer
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import CodePattern
from motcua_desktop.persistence import dialect, schema

HERE = Path(__file__).resolve().parent
PERSISTENCE = HERE.parent.parent / "src" / "motcua_desktop" / "persistence"
PARTS = ("schema_office", "schema", "exchange_tables")


def freeze() -> None:
    """Copy the tables as they are to a package of their own, with the statements SQLite needs beside them."""
    package = PERSISTENCE / "migrations" / f"schema_{schema.REVISION}"
    package.mkdir(exist_ok=True)
    home = f"motcua_desktop.persistence.migrations.schema_{schema.REVISION}"
    for part in PARTS:
        text = (PERSISTENCE / f"{part}.py").read_text(encoding="utf-8")
        text = re.sub(r"motcua_desktop\.persistence\.(schema_office|schema)\b", rf"{home}.\1", text)
        (package / f"{part}.py").write_text(text, encoding="utf-8")
    statements = "\n".join(f"    {statement!r}," for statement in dialect.SQLITE_OBJECTS)
    (package / "sqlite_objects.py").write_text(
        '"""Word indexes and triggers of this schema."""\n\n'
        f"# ruff: noqa: E501\n# fmt: off\nSTATEMENTS = (\n{statements}\n)\n",
        encoding="utf-8",
    )
    (package / "__init__.py").write_text(
        f'"""Schema {schema.REVISION} as it was released; never changed."""\n\n'
        "from sqlalchemy.engine import Connection\n\n"
        f"from {home} import exchange_tables as exchange_tables\n"
        f"from {home}.schema import metadata\n"
        f"from {home}.sqlite_objects import STATEMENTS\n\n\n"
        "def make(connection: Connection) -> None:\n"
        '    """Make everything in an empty database."""\n'
        "    metadata.create_all(connection)\n"
        '    if connection.dialect.name == "sqlite":\n'
        "        for statement in STATEMENTS:\n"
        "            connection.exec_driver_sql(statement)\n",
        encoding="utf-8",
    )


def sample() -> None:
    """A register with one dossier of each fate, of people who do not exist."""
    now = [datetime(2026, 3, 2, 8, 0)]
    with tempfile.TemporaryDirectory() as place:
        officer = Officer("Bùi Thị Hạnh", Role.ADMIN)
        counter = open_counter(Path(place), now=lambda: now[0], officer=officer)
        counter.office.set_up(LY_SON, CodePattern(LY_SON.agency_id))
        codes = []
        for number, name in enumerate(("Đặng Thị Ỷ", "Dương Thị Mỹ Linh", "Y Blưm", "Nguyễn Văn Hà")):
            helper = Involved(Part.AUTHORISED, Applicant("Phạm Thị Vrốt"), "GUQ 3/2026")
            draft = Draft(f"s{number}", "1.004873", Applicant(name, birth="1990"), involved=(helper,))
            codes.append(counter.intake.receive(draft, slip=False).dossier.code)
        now[0] = datetime(2026, 3, 3, 8, 0)
        counter.handling.ask_supplement(codes[0], "Bản sao", "Thiếu")
        counter.handling.apologise(codes[1], "Chờ xác minh", paper=False)
        counter.handling.result_ready(codes[2])
        counter.handling.give_back(codes[2], "Phạm Thị Vrốt", "proxy", "GUQ 3/2026")
        counter.handling.undo(codes[2])
        counter.online.register(Draft("s9", "2.000815", Applicant("Lê Thị Sen")))
        with counter._desk.database.write() as connection:  # the catalogue is large and not what is tested
            connection.exec_driver_sql("DELETE FROM procedures WHERE code NOT IN ('1.004873', '2.000815')")
        copy = counter.safekeeping.backup(Path(place) / "copy.db")
        counter.close()
        shutil.copyfile(copy, HERE / f"{schema.REVISION}.db")


if __name__ == "__main__":
    {"freeze": freeze, "sample": sample}[sys.argv[1]]()
