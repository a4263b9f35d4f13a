"""The first released register: every table as it was then, made in one step."""

from alembic import op

from motcua_desktop.persistence.migrations.schema_0001 import make

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, indexes, word indexes and triggers of schema 0001."""
    make(op.get_bind())
