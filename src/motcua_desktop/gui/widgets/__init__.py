"""The components pages are built from."""
