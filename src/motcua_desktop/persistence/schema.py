"""The tables. Instants are ISO texts of the wall clock (YYYY-MM-DDTHH:MM:SS), days YYYY-MM-DD, lists JSON."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from motcua_desktop.persistence.schema_office import (
    accounts,
    blocks,
    calendar_editions,
    metadata,
    people,
    procedures,
    serials,
    settings,
    snapshots,
    syllables,
)

__all__ = [
    "REVISION",
    "RUNNING_SQL",
    "accounts",
    "apologies",
    "blocks",
    "calendar_editions",
    "dossiers",
    "events",
    "log_head",
    "metadata",
    "people",
    "printed",
    "procedures",
    "promises",
    "serials",
    "settings",
    "snapshots",
    "supplements",
    "syllables",
]

#: The newest revision of `migrations/versions`; a file with another one is upgraded or refused.
REVISION = "0001"

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String, nullable=False, unique=True),
    Column("code", String, nullable=False, unique=True),
    Column("official_code", String, nullable=False, server_default=""),
    Column("code_key", String, nullable=False),  # the short codes, for a search by any part of them
    Column("person", Integer, ForeignKey("people.id")),
    Column("snapshot", String, ForeignKey("snapshots.hash"), nullable=False),
    Column("procedure_code", String, nullable=False),
    Column("field", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("name_fold", String, nullable=False),  # of everybody in the dossier
    Column("name_sort", String, nullable=False),
    Column("id_number", String, nullable=False, server_default=""),
    Column("birth", String, nullable=False, server_default=""),
    Column("sex", String, nullable=False, server_default=""),
    Column("address", String, nullable=False, server_default=""),
    Column("unit_code", String, nullable=False, server_default=""),
    Column("former_address", String, nullable=False, server_default=""),
    Column("phone", String, nullable=False, server_default=""),
    Column("email", String, nullable=False, server_default=""),
    Column("tax_code", String, nullable=False, server_default=""),
    Column("involved", Text, nullable=False, server_default="[]"),
    Column("status", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("return_method", String, nullable=False),
    Column("received_at", String, nullable=False),
    Column("clock_start", String, nullable=False),
    Column("term_value", String),
    Column("term_unit", String),
    Column("term_reason", String, nullable=False, server_default=""),
    Column("limit_at", String),  # the legal limit as if no apology had moved it: lateness is judged by it
    Column("due_at", String),
    Column("appointment_at", String),
    Column("provisional", Boolean, nullable=False, server_default=text("0")),
    Column("apologised", Boolean, nullable=False, server_default=text("0")),
    Column("waiting_since", String),
    Column("finished_at", String),
    Column("returned_at", String),
    Column("returned_to", String, nullable=False, server_default=""),
    Column("papers", Text, nullable=False),
    Column("pages", Integer, nullable=False, server_default=text("1")),
    Column("copies", Integer, nullable=False, server_default=text("1")),
    Column("fees", Text, nullable=False, server_default="[]"),
    Column("paid_by", String, nullable=False, server_default=""),
    Column("subject", String, nullable=False, server_default=""),
    Column("note", String, nullable=False, server_default=""),
    Column("holder", String, nullable=False, server_default=""),
    Column("officer", String, nullable=False),
    Column("register_volume", String, nullable=False, server_default=""),
    Column("register_number", Integer, nullable=False, server_default=text("0")),
    Column("rule_edition", String, nullable=False),
    Column("form_edition", String, nullable=False),
    Column("calendar_edition", String, nullable=False),
    Column("changed", Integer, nullable=False),
)
RUNNING_SQL = "status IN ('received', 'in_process')"
Index("ix_dossiers_received", dossiers.c.received_at, dossiers.c.id)
Index("ix_dossiers_official", dossiers.c.official_code, sqlite_where=text("official_code <> ''"))
Index("ix_dossiers_procedure", dossiers.c.procedure_code, dossiers.c.received_at)
Index("ix_dossiers_status", dossiers.c.status, dossiers.c.received_at)
Index("ix_dossiers_name", dossiers.c.name_sort, dossiers.c.id)
Index("ix_dossiers_id_number", dossiers.c.id_number, sqlite_where=text("id_number <> ''"))
Index("ix_dossiers_phone", dossiers.c.phone, sqlite_where=text("phone <> ''"))
Index("ix_dossiers_changed", dossiers.c.changed)
Index("ix_dossiers_appointment", dossiers.c.appointment_at, dossiers.c.id)
Index("ix_dossiers_person", dossiers.c.person)
Index("ix_dossiers_finished", dossiers.c.finished_at, dossiers.c.limit_at, dossiers.c.status)
Index(
    "ix_dossiers_running",
    dossiers.c.appointment_at,
    dossiers.c.id,
    sqlite_where=text(RUNNING_SQL),  # on a server `dialect.postgresql_engine` says the same
)

promises = Table(
    "promises",
    metadata,
    Column("dossier", Integer, ForeignKey("dossiers.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("made_at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("due_at", String),
    Column("appointment_at", String),
    Column("provisional", Boolean, nullable=False),
    Column("edition", String, nullable=False),
    Column("note", String, nullable=False, server_default=""),
)

#: `recorded_at` and `undone_at` say from when to when the row stood: an undo writes a new row.
supplements = Table(
    "supplements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossiers.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("asked_at", String, nullable=False),
    Column("asked_by", String, nullable=False),
    Column("content", String, nullable=False),
    Column("reason", String, nullable=False, server_default=""),
    Column("completed_at", String),
    Column("completed_by", String, nullable=False, server_default=""),
    Column("closed_at", String),
    Column("at_intake", Boolean, nullable=False, server_default=text("0")),
    Column("recorded_at", String, nullable=False),
    Column("undone_at", String),
)
Index("ix_supplements_dossier", supplements.c.dossier, supplements.c.number)

apologies = Table(
    "apologies",
    metadata,
    Column("dossier", Integer, ForeignKey("dossiers.id"), primary_key=True),
    Column("number", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("made_at", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("old_date", String, nullable=False),
    Column("new_date", String, nullable=False),
    Column("signer", String, nullable=False, server_default=""),
    UniqueConstraint("year", "number"),
)

#: Everything that happened: changes of dossiers, views, prints, exports, sign-ins. Append-only; each row's
#: `hash` covers its content and the hash before, so an edited or removed row is found.
events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String, nullable=False, unique=True),
    Column("dossier", Integer, ForeignKey("dossiers.id")),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False, server_default=""),
    Column("reason", String, nullable=False, server_default=""),
    Column("facts", Text, nullable=False, server_default="{}"),
    Column("hash", LargeBinary, nullable=False),
)
#: The end of the chain, so that a cut-off tail is found too; one row.
log_head = Table(
    "log_head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("count", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
Index("ix_events_dossier", events.c.dossier, events.c.id)

printed = Table(
    "printed",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier", Integer, ForeignKey("dossiers.id"), nullable=False),
    Column("form", String, nullable=False),
    Column("edition", String, nullable=False),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("path", String, nullable=False),
    Column("reprint", Boolean, nullable=False),
)
Index("ix_printed_dossier", printed.c.dossier)
