"""The office's key pair and the keys of others that are trusted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from motcua_desktop.counter.desk import Desk
from motcua_desktop.domain.exchange import KeyRole, PublicKey
from motcua_desktop.domain.rights import KEEPERS
from motcua_desktop.domain.sync_errors import UnknownKey
from motcua_desktop.domain.text import clean, fold
from motcua_desktop.persistence import exchange_doubts
from motcua_desktop.persistence.engine import Connection
from motcua_desktop.sync import keys
from motcua_desktop.sync.keys import OfficeKey


class Keys:
    """Made at first use; trusted by a lead or administrator after comparing fingerprints."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def own(self) -> OfficeKey:
        """Our pair. Raises BadKeyFile or OSError."""
        return keys.own_key(self._desk.folder / "keys" / "office.json")

    def public(self) -> PublicKey:
        """The half others may have, with the office's name and code on it."""
        public = self.own().public
        with self._desk.database.read() as connection:
            office = self._desk.office(connection)
        return replace(public, unit=office.agency_id, name=office.counter_name or office.name)

    def write_card(self, out: Path) -> PublicKey:
        """Write our key card to a file to give away."""
        public = self.public()
        keys.write_card(out, public)
        with self._desk.database.write() as connection:
            self._desk.note(connection, "key_given", file=out.name)
        return public

    def trusted(self) -> tuple[PublicKey, ...]:
        """The keys of other counters and of the province, by name."""
        with self._desk.database.read() as connection:
            return exchange_doubts.trusted_keys(connection)

    def read_card(self, path: Path) -> PublicKey:
        """What a key card says, for a person to compare the fingerprint. Raises BadKeyFile or OSError."""
        return keys.read_card(path)

    def trust(self, path: Path, name: str = "", role: KeyRole = KeyRole.COUNTER) -> PublicKey:
        """Trust the key on a card, under a name. Raises BadKeyFile, NotPermitted or OSError."""
        self._desk.require(KEEPERS, "keys")
        card = keys.read_card(path)
        key = replace(card, name=clean(name) or clean(card.name) or card.fingerprint, role=role)
        with self._desk.database.write() as connection:
            exchange_doubts.trust(connection, key, self._desk.now(), self._desk.officer.name)
            self._desk.note(connection, "key_trusted", key=key.fingerprint, role=role.value)
        return key

    def forget(self, fingerprint: str) -> None:
        """Trust a key no more. Raises UnknownKey."""
        self._desk.require(KEEPERS, "keys")
        with self._desk.database.write() as connection:
            if not exchange_doubts.forget(connection, fingerprint.strip().upper()):
                raise UnknownKey(fingerprint)
            self._desk.note(connection, "key_forgotten", key=fingerprint)

    def named(self, connection: Connection, wish: str) -> PublicKey:
        """The key of a recipient: a trusted one by name or fingerprint, or a key card's path."""
        for key in exchange_doubts.trusted_keys(connection):
            if wish.strip().upper() == key.fingerprint or fold(wish) == fold(key.name):
                return key
        path = Path(wish)
        if not path.is_file():
            raise UnknownKey(wish)
        return keys.read_card(path)
