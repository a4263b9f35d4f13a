"""The tables of the office: settings, serials, accounts, catalogue, people, calendar editions."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, MetaData, String, Table, Text, text

metadata = MetaData()

settings = Table(
    "settings",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)

serials = Table(
    "serials",
    metadata,
    Column("scope", String, primary_key=True),
    Column("last", Integer, nullable=False),
)

#: Serials set aside for this machine while it is offline.
blocks = Table(
    "blocks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("agency", String, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Column("start", String, nullable=False),
    Column("end", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("ended", Boolean, nullable=False, server_default=text("0")),
)

accounts = Table(
    "accounts",
    metadata,
    Column("login", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("title", String, nullable=False, server_default=""),
    Column("desk", String, nullable=False, server_default=""),
    Column("hash", String, nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("1")),
    Column("failures", Integer, nullable=False, server_default=text("0")),
    Column("wait_until", String),
    Column("made_at", String, nullable=False),
    Column("last_at", String),
)

procedures = Table(
    "procedures",
    metadata,
    Column("code", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("fold", String, nullable=False),
    Column("field", String, nullable=False),
    Column("alias", String, nullable=False, server_default=""),
    Column("common", Boolean, nullable=False),
    Column("effective_from", String),
    Column("effective_to", String),
    Column("body", Text, nullable=False),
    Column("origin", String, nullable=False),
    Column("changed_at", String, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("hash", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("body", Text, nullable=False),
)

#: Everybody who applied here, known again by ID, or by folded name and year of birth.
people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("name_fold", String, nullable=False),
    Column("id_number", String, nullable=False, server_default=""),
    Column("birth", String, nullable=False, server_default=""),
    Column("sex", String, nullable=False, server_default=""),
    Column("address", String, nullable=False, server_default=""),
    Column("unit_code", String, nullable=False, server_default=""),
    Column("former_address", String, nullable=False, server_default=""),
    Column("phone", String, nullable=False, server_default=""),
    Column("email", String, nullable=False, server_default=""),
    Column("tax_code", String, nullable=False, server_default=""),
    Column("seen_at", String, nullable=False),
    Column("dossiers", Integer, nullable=False, server_default=text("0")),
)
Index("ix_people_id_number", people.c.id_number, sqlite_where=text("id_number <> ''"))
Index("ix_people_tax_code", people.c.tax_code, sqlite_where=text("tax_code <> ''"))
Index("ix_people_phone", people.c.phone, sqlite_where=text("phone <> ''"))
Index("ix_people_name", people.c.name_fold, people.c.birth)

#: Every syllable ever written in a name, folded: what a beginning typed may go on to.
syllables = Table("syllables", metadata, Column("syllable", String, primary_key=True))

#: The office's own calendar decisions; each row is an edition, never changed (an undo is a new row).
calendar_editions = Table(
    "calendar_editions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("note", String, nullable=False),
    Column("body", Text, nullable=False),
)
