"""Papers another counter printed and sent along in a package: kept, and noted as prints of their dossier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from motcua_desktop.counter import moves
from motcua_desktop.counter.desk import Desk
from motcua_desktop.counter.paper import DOSSIER_FORMS, FILE_WORDS
from motcua_desktop.domain.dossier import Dossier, Printed
from motcua_desktop.domain.errors import UnknownDossier
from motcua_desktop.domain.scans import LARGEST
from motcua_desktop.files import write_whole
from motcua_desktop.persistence import dossiers

_FORMS = {FILE_WORDS[form]: form for form in DOSSIER_FORMS}
_NAME = re.compile(r"(.+)-(" + "|".join(map(re.escape, _FORMS)) + r")-(\d{8}-\d{6})\.pdf")


def keep(desk: Desk, name: str, blocks: Iterator[bytes], printed_by: str) -> bool:
    """Keep the file of a paper (code-form-instant.pdf) whose dossier is here and does not have it.

    `printed_by` says which counter it came from. What is no paper of ours is passed over. Raises OSError.
    """
    found = _NAME.fullmatch(name)
    dossier = _dossier(desk, found[1]) if found else None
    if found is None or dossier is None:
        return False
    try:
        at = datetime.strptime(found[3], "%Y%m%d-%H%M%S")
    except ValueError:
        return False
    path = f"papers/{at:%Y}/{at:%m}/{name}"
    if any(Path(paper.path).name == name for paper in dossier.printed):
        return False
    content = b""
    for block in blocks:
        content += block
        if len(content) > LARGEST:
            return False
    if not content.startswith(b"%PDF-"):
        return False
    write_whole(desk.folder / path, content)
    paper = Printed(_FORMS[found[2]], dossier.form_edition, at, printed_by, path)
    with desk.database.write() as connection:
        dossiers.add_printed(connection, dossier.id, paper)
        desk.note(connection, "paper_kept", dossier.id, path=path)
    return True


def _dossier(desk: Desk, code: str) -> Dossier | None:
    with desk.database.read() as connection:
        try:
            return moves.find(connection, code)
        except UnknownDossier:
            return None
