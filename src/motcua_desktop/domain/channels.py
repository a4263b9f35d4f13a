"""How a dossier comes and how its result goes back."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """How the dossier came (KenhThucHien 1, 2, 3)."""

    DIRECT = "direct"
    ONLINE = "online"
    POST = "post"


class ReturnMethod(StrEnum):
    """How the result goes back."""

    COUNTER = "counter"
    POST = "post"
    ELECTRONIC = "electronic"
