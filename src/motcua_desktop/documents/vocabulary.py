"""What the data of a form may name: forms, fields, tables and their columns, blocks, short words.

A template that names anything else is refused when the edition is read, not when a citizen waits.
"""

from __future__ import annotations

#: Form name → its number in TT 03/2025/TT-VPCP, "" for the office's working papers.
FORM_NAMES = {
    "receipt": "01",
    "supplement": "02",
    "refusal": "03",
    "apology": "04",
    "stop": "05",
    "control": "06",
    "register": "07",
    "handover": "",
    "return": "",
    "fee": "",
    "satisfaction": "",
    "procedure": "",
    "feedback": "",
    "postal": "",
    "package": "",
}

OFFICE_FIELDS = frozenset(
    "office_name office_parent counter_name place office_address office_phone office_email office_website "
    "today signer_title signer_for signer_name officer officer_title desk copy_mark".split()
)
PROCEDURE_FIELDS = frozenset(
    "procedure procedure_code field term term_note fee_note decision promulgated_by handled_by channels "
    "results legal_basis effective_from".split()
)
DOSSIER_FIELDS = PROCEDURE_FIELDS | frozenset(
    "code official_code applicant id_number birth address phone email tax_code subject received received_day "
    "due due_day provisional why return_place return_method fees fee_total fee_total_words paid sets pages "
    "volume register_number holder submitter authority co_applicants channel note papers_count".split()
)
_NUMBERED = OFFICE_FIELDS | DOSSIER_FIELDS | {"number"}

#: Form → the fields its sentences may name.
FIELDS: dict[str, frozenset[str]] = {
    "receipt": OFFICE_FIELDS | DOSSIER_FIELDS,
    "supplement": _NUMBERED | {"reason", "asked", "stage"},
    "refusal": _NUMBERED | {"reason"},
    "apology": _NUMBERED | {"reason", "old", "old_day", "new", "new_day", "tense", "received_day_capital"},
    "stop": _NUMBERED
    | {"received_day_capital", "reason", "asked_by", "asked_on", "stage", "fee_situation", "cause"},
    "control": OFFICE_FIELDS | DOSSIER_FIELDS | {"partners"},
    "register": OFFICE_FIELDS | {"year", "field_group", "volume", "first", "last", "count", "page_count"},
    "handover": OFFICE_FIELDS
    | {"number", "from_unit", "to_unit", "giver_name", "receiver_name", "direction", "count", "day"},
    "return": OFFICE_FIELDS | DOSSIER_FIELDS | {"number", "returned", "returned_to", "receiver_paper"},
    "fee": _NUMBERED | {"phi_total", "le_phi_total", "payer"},
    "satisfaction": OFFICE_FIELDS | DOSSIER_FIELDS,
    "procedure": OFFICE_FIELDS | PROCEDURE_FIELDS,
    "feedback": OFFICE_FIELDS,
    "postal": OFFICE_FIELDS
    | DOSSIER_FIELDS
    | {"recipient", "recipient_address", "recipient_phone", "postal_code"},
    "package": OFFICE_FIELDS
    | {"sequence", "made_at", "maker", "recipient", "count", "file", "bytes", "hash"},
}

#: List of facts → what each of its rows holds.
TABLES: dict[str, frozenset[str]] = {
    "papers": frozenset("n name originals copies count kind kinds counts".split()),
    "content": frozenset(("n", "item")),
    "fee_lines": frozenset("n name kind amount phi le_phi".split()),
    "components": frozenset("n name originals copies kind".split()),
    "fee_rules": frozenset("n name kind amount".split()),
    "steps": frozenset("n name unit share".split()),
    "results": frozenset(("n", "item")),
    "legal": frozenset(("n", "item")),
    "dossiers": frozenset("n code applicant procedure received due papers note".split()),
    "register": frozenset(
        (
            "n code procedure sets applicant contact handled_by received due returned method signature note"
        ).split()
    ),
}

_PLACE = {"before": "number", "size": "number"}
#: Block kind → its keys and what each takes.
BLOCKS: dict[str, dict[str, str]] = {
    "text": {
        "text": "template",
        "align": "word",
        "indent": "flag",
        "hang": "number",
        **_PLACE,
    },
    "pair": {"left": "template", "right": "template", "share": "number", **_PLACE},
    "facts": {"lines": "templates", "share": "number", **_PLACE},
    "items": {"of": "word", "text": "template", "before": "number", "indent": "flag", "align": "word"},
    "table": {
        "of": "word",
        "columns": "columns",
        "min_rows": "number",
        "row_height": "number",
        "numbered": "flag",
        "total_label": "template",
        "total_value": "template",
        **_PLACE,
    },
    "signatures": {
        **{f"{side}_{part}": "template" for side in ("left", "right") for part in ("title", "hint", "name")},
        "room": "number",
        "before": "number",
    },
    "closing": {
        "recipients_title": "template",
        "recipients": "templates",
        "room": "number",
        "before": "number",
        "codes": "flag",
    },
    "notes": {"label": "template", "lines": "templates", **_PLACE},
    "choices": {"text": "template", "options": "templates", "before": "number"},
    "grid": {"label": "template", "rows": "templates", "options": "templates", **_PLACE},
    "blank": {"lines": "number", "before": "number"},
    "control": {
        "headings": "templates",
        **dict.fromkeys(("give", "take", "time", "giver", "taker"), "template"),
        "min_rows": "number",
        **_PLACE,
    },
    "rule": {"before": "number", "share": "number"},
    "space": {"height": "number"},
    "page": {},
    "codes": {"before": "number", "qr": "number", "bar": "number"},
}

_NONE: frozenset[str] = frozenset()
_TERM_UNITS = ("working_hour", "working_day", "calendar_day", "month", "clock_hour", "same_day")
#: Short words of an edition → the fields they may name ({n} the number they stand for).
WORDS: dict[str, frozenset[str]] = {
    **{f"term.{unit}": frozenset({"n"}) for unit in _TERM_UNITS},
    "term.none": _NONE,
    **{f"return.{way}": OFFICE_FIELDS | {"address"} for way in ("counter", "post", "electronic")},
    **{f"channel.{way}": _NONE for way in ("direct", "online", "post")},
    **{f"paid.{way}": _NONE for way in ("cash", "transfer", "online", "none")},
    **{f"kind.{kind}": _NONE for kind in ("phi", "le_phi")},
    "provisional": _NONE,
    "fees.none": _NONE,
    "fees.unconfirmed": _NONE,
    "fees.total": frozenset({"n"}),
    "paper.original": _NONE,
    "paper.copy": _NONE,
    "paper.from_data": _NONE,
    "paper.returned": _NONE,
    "paper.later": frozenset({"day"}),
    "paper.to_show": _NONE,
    "paper.conditional": _NONE,
    "authority": frozenset({"paper"}),
    "result.ahead": _NONE,
    "result.on_time": _NONE,
    "result.late": _NONE,
    "reprint": frozenset({"at"}),
    "draft": _NONE,
    "sample": _NONE,
    "no_date": _NONE,
    "page": frozenset({"page", "pages"}),
    "code": frozenset({"code"}),
    "lent": frozenset({"n", "title"}),
    "volume.unknown": _NONE,
}
