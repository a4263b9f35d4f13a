"""Alembic's entrance: our connection, our transaction."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    transactional_ddl=False,  # the transaction around all steps is ours
    version_table="alembic_version",
)
context.run_migrations()
