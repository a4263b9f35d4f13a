"""Short forms: what one act on a dossier asks, in the side panel in place of the dossier."""
