"""Exchange with the national portal and between counters."""
