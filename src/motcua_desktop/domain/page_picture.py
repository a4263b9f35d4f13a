"""A page of a paper as a picture, for screens and printers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: `rgb` holds three bytes for each of `width` × `height` points, rows one after the other.

    `width_mm` and `height_mm` are the size of the paper.
    """

    width: int
    height: int
    rgb: bytes
    width_mm: float
    height_mm: float
