"""The steps from one schema to the next, run by Alembic (`persistence/upgrade.py`)."""
