"""Một Cửa Desktop: the counter officer's program."""
