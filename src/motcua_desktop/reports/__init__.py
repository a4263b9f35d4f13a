"""The reports of the counter, to screen, Excel and PDF."""
