"""What a sheet of the register says of a dossier beside what a list shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """`fee` in đồng, all lines together; `paid_by` as the dossier has it; `mistaken` a receipt that was
    cancelled as a mistake. `id_number` and `phone` are masked unless an administrator wants them whole."""

    id_number: str
    phone: str
    address: str
    fee: int
    paid_by: str
    returned_to: str
    mistaken: bool
