"""The tables of the exchange: what went out, what came back, what came in, whose keys are trusted.

`event` and `last_event` are numbers of rows in `events`: a dossier whose `changed` is higher than what was
accepted of it still waits.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from motcua_desktop.persistence.migrations.schema_0001.schema import metadata

#: Packages this register has written, one row each; `first_event` is what they go on from.
packages = Table(
    "exchange_packages",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("hash", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("file", String, nullable=False),
    Column("recipient", String, nullable=False, server_default=""),
    Column("first_event", Integer, nullable=False),
    Column("last_event", Integer, nullable=False),
    Column("dossiers", Integer, nullable=False),
    Column("held", Integer, nullable=False, server_default=text("0")),
    Column("bytes", Integer, nullable=False),
    Column("acknowledged_at", String),
    Column("accepted", Integer, nullable=False, server_default=text("0")),
    Column("refused", Integer, nullable=False, server_default=text("0")),
)

#: Which dossiers went with a package that is not acknowledged yet.
sent = Table(
    "exchange_sent",
    metadata,
    Column("package", Integer, ForeignKey("exchange_packages.sequence"), primary_key=True),
    Column("dossier", Integer, ForeignKey("dossiers.id"), primary_key=True),
)
Index("ix_exchange_sent_dossier", sent.c.dossier)

#: Records the portal's rules held back from a package.
faults = Table(
    "exchange_faults",
    metadata,
    Column("package", Integer, ForeignKey("exchange_packages.sequence"), primary_key=True),
    Column("dossier", Integer, ForeignKey("dossiers.id"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("rule", String, nullable=False),
    Column("detail", String, nullable=False, server_default=""),
)

#: The province's last word on each dossier: taken up to `event`, or refused with a reason.
accepted = Table(
    "exchange_accepted",
    metadata,
    Column("dossier", Integer, ForeignKey("dossiers.id"), primary_key=True),
    Column("package", Integer, nullable=False),
    Column("event", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("at", String, nullable=False),
)

refused = Table(
    "exchange_refused",
    metadata,
    Column("dossier", Integer, ForeignKey("dossiers.id"), primary_key=True),
    Column("package", Integer, nullable=False),
    Column("event", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("field", String, nullable=False, server_default=""),
)

#: Packages of other counters that were read in.
received = Table(
    "exchange_received",
    metadata,
    Column("machine", String, primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("hash", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("last_event", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("officer", String, nullable=False),
    Column("file", String, nullable=False),
    Column("added", Integer, nullable=False),
    Column("moved_on", Integer, nullable=False),
)

#: Dossiers that two counters say different things of; both sides are kept whole, a person decides.
conflicts = Table(
    "exchange_conflicts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("machine", String, nullable=False),
    Column("at", String, nullable=False),
    Column("dossier", Integer, ForeignKey("dossiers.id")),
    Column("mine", Text, nullable=False),
    Column("theirs", Text, nullable=False),
    Column("decision", String, nullable=False, server_default=""),
    Column("decided_at", String),
    Column("decided_by", String, nullable=False, server_default=""),
    Column("reason", String, nullable=False, server_default=""),
)
Index("ix_exchange_conflicts_uid", conflicts.c.uid)

#: Dossiers that first came from another counter.
origins = Table(
    "exchange_origins",
    metadata,
    Column("dossier", Integer, ForeignKey("dossiers.id"), primary_key=True),
    Column("machine", String, nullable=False),
)

#: Public keys of other counters and of the province.
trusted = Table(
    "exchange_trusted",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("unit", String, nullable=False, server_default=""),
    Column("sign", String, nullable=False),
    Column("seal", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("officer", String, nullable=False),
)
