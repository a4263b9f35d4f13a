"""One file per released schema; a file is never changed once released."""
