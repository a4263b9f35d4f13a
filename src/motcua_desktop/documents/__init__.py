"""Paper: receipts, letters and registers as PDF."""
