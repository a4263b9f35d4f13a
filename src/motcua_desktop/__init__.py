"""Một Cửa Desktop: the counter officer's program."""

__version__ = "0.1.0"
