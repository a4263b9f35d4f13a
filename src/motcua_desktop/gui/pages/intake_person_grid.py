"""Where the fields of the applicant stand: three rows, four at large letters, one more for who files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from motcua_desktop.gui.theme import margins
from motcua_desktop.gui.widgets.text import column, row

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake_person_fields import PersonFields

_SHARES = (9, 9, 9, 9, 9, 7, 7, 11)
_At = dict[str, tuple[int, int, int, int]]
#: Row, column, rows, columns. The sentence below the narrow fields spans the card.
_WIDE: _At = {
    "id": (0, 0, 1, 2),
    "name": (0, 2, 1, 3),
    "born": (0, 5, 1, 3),
    "sentence": (1, 0, 1, 8),
    "address": (2, 0, 1, 5),
    "phone": (2, 5, 2, 3),
    "subject": (3, 0, 1, 5),
    "proxy_name": (4, 0, 1, 3),
    "proxy_id": (4, 3, 1, 2),
    "proxy_paper": (4, 5, 1, 3),
}
_COMPACT: _At = {
    "id": (0, 0, 1, 4),
    "name": (0, 4, 1, 4),
    "born": (1, 0, 1, 4),
    "sex": (1, 4, 1, 4),
    "sentence": (2, 0, 1, 8),
    "address": (3, 0, 1, 4),
    "phone": (3, 4, 2, 4),
    "subject": (4, 0, 1, 4),
    "offer": (5, 0, 1, 8),
    "proxy_name": (6, 0, 1, 4),
    "proxy_id": (6, 4, 1, 4),
    "proxy_paper": (7, 0, 1, 8),
}


class PersonGrid(QGridLayout):
    """Puts the fields of `card` in their places; arranging again moves nothing out of sight."""

    def __init__(self, card: PersonFields) -> None:
        super().__init__()
        margins(self, 0, 0, 0, 0)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(6)
        self._card = card
        self._arranged: bool | None = None
        # The telephone's sentence and the offer stand beside the next row: they push nothing down.
        self._phone = column(card.phone, card.offer_row, 1, gap=2)
        self._born = row(gap=12)
        for number, share in enumerate(_SHARES):
            self.setColumnStretch(number, share)

    def arrange(self, compact: bool) -> None:
        """Wide or compact; hidden fields keep their place and take none."""
        if compact is self._arranged:
            return
        self._arranged = compact
        while self.count():
            self.takeAt(0)
        self._phone.removeWidget(self._card.offer_row)
        while self._born.count():
            self._born.takeAt(0)
        card, places = self._card, _COMPACT if compact else _WIDE
        name, number, paper = card.proxy.fields
        own = {key: getattr(card, key) for key in ("id", "name", "address", "subject", "sentence")}
        for key, widget in (own | {"proxy_name": name, "proxy_id": number, "proxy_paper": paper}).items():
            self.addWidget(widget, *places[key])
        if compact:  # beside the telephone the words would not have room
            self.addWidget(card.offer_row, *places["offer"])
        else:
            self._phone.insertWidget(1, card.offer_row)
        self.addLayout(self._phone, *places["phone"])
        for part, share in ((card.birth, 4), (card.sex, 3), (card.kind, 7)):
            if compact and part is card.sex:  # in the columns of the rows above and below
                self.addWidget(part, *places["sex"])
            else:
                self._born.addWidget(part, share)
        self.addLayout(self._born, *places["born"])
