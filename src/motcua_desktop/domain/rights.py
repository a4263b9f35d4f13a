"""Who may change what of the office, beside the table of moves (`lifecycle.RULES`).

Law digest §10 asks for roles: what every citizen reads (name, signer, codes) and what protects the register
is the administrator's; how the office works (time, procedures, papers, lists, reports) also the leader's.
"""

from __future__ import annotations

from motcua_desktop.domain.lifecycle import Role

ADMINISTRATORS = frozenset({Role.ADMIN})
#: Who may change how the office works.
KEEPERS = frozenset({Role.LEAD, Role.ADMIN})
#: Who may carry personal data out of the program.
CARRIERS = frozenset(Role) - {Role.READ_ONLY}

#: Settings of how the office works; any other is an administrator's.
_OF_KEEPERS = frozenset(
    {
        "policy",
        "appointment_lead",
        "apology_days",
        "near_due_days",
        "report_cutoff_day",
        "report_waiting",
        "report_ended",
        "report_refused",
        "report_transfer",
        "report_receiver",
        "sections",
        "frequent_papers",
        "account_titles",
        "letter_signers",
        "paper",
        "form_edition",
    }
)


def setters(key: str) -> frozenset[Role]:
    """The roles that may change a setting of the office."""
    return KEEPERS if key in _OF_KEEPERS else ADMINISTRATORS


def may(role: str, roles: frozenset[Role]) -> bool:
    """Whether an officer of `role` is among `roles`; an administrator may do all."""
    return role == Role.ADMIN or role in roles
