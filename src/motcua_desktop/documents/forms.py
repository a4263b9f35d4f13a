"""Every paper of the counter: name → what must be known for it, and the drawing of any of them as one PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from motcua_desktop.documents import particulars
from motcua_desktop.documents.blocks import draw_body
from motcua_desktop.documents.dossier_facts import dossier_facts, office_facts
from motcua_desktop.documents.edition import Edition, Form
from motcua_desktop.documents.facts import Facts, given_facts
from motcua_desktop.documents.flow import ROOMY, TIGHTER, Fit, Flow
from motcua_desktop.documents.fonts import BOLD, ITALIC, REGULAR, width
from motcua_desktop.documents.heads import draw_head
from motcua_desktop.documents.ink import to_pdf
from motcua_desktop.documents.procedure_facts import procedure_facts
from motcua_desktop.documents.setting import Run
from motcua_desktop.documents.sheet import MM, Page, Words, two_up
from motcua_desktop.documents.words import short_instant
from motcua_desktop.domain.dossier import Dossier, Office, Officer
from motcua_desktop.domain.paper_errors import MissingFact, MissingOfficeName, MissingSigner

Gather = Callable[[Facts, Dossier | None, dict[str, Any]], None]

#: Form name → what it adds to the facts of office and dossier, and which of them it cannot do without.
FORMS: dict[str, Gather] = {
    "receipt": particulars.receipt,
    "supplement": particulars.supplement,
    "refusal": particulars.refusal,
    "apology": particulars.apology,
    "stop": particulars.stop,
    "control": particulars.control,
    "handover": particulars.handover,
    "return": particulars.returned,
    "fee": particulars.fee,
    "satisfaction": particulars.plain,
    "procedure": particulars.plain,
    "feedback": particulars.plain,
    "postal": particulars.postal,
    "package": particulars.package,
}
WITHOUT_DOSSIER = frozenset({"handover", "procedure", "feedback", "package"})


def draw(
    form: str,
    edition: Edition,
    office: Office,
    dossier: Dossier | None,
    *,
    now: datetime,
    officer: Officer | None = None,
    slip_text: str = "",
    copies: int | None = None,
    copy_mark: str | None = None,
    title: str = "",
    reprint: bool = False,
    draft: bool = False,
    on_a4: bool = False,
    **facts: Any,
) -> bytes:
    """One paper as a PDF.

    `slip_text` is what the QR says (else the code); `copies` how many copies (else all the form has; those
    beyond them bear no mark), `copy_mark` a mark of its own for a single copy; `title` the key of another
    title the form allows;
    `reprint` puts the mark of a second printing, `draft` that of a paper not recorded; `on_a4` sets A5 pages
    two on a sheet. Other facts by name:
    `number`, `reason`, `why`, …; the values `apology`, `supplement`, `procedure`, `dossiers`.

    Raises the refusals of `domain.paper_errors` before anything is drawn.
    """
    on_paper = {"slip_text": slip_text, "copies": copies, "copy_mark": copy_mark, "title": title}
    given = {**on_paper, "reprint": reprint, "draft": draft, **facts}
    pages = lay_out(form, edition, office, dossier, now=now, officer=officer, **given)
    if on_a4 and edition.form(form).paper == "A5":
        pages = two_up(pages)
    named = f"{plain_title(edition.form(form))} {dossier.code if dossier else ''}".strip()
    return to_pdf(pages, title=named, author=office.name)


def lay_out(
    form: str,
    edition: Edition,
    office: Office,
    dossier: Dossier | None,
    *,
    now: datetime,
    officer: Officer | None = None,
    slip_text: str = "",
    copies: int | None = None,
    copy_mark: str | None = None,
    title: str = "",
    reprint: bool = False,
    draft: bool = False,
    **facts: Any,
) -> list[Page]:
    """The pages of `draw` before the ink."""
    wording = edition.form(form)
    gathered = gather(form, wording, edition, office, dossier, now=now, officer=officer, given=facts)
    gathered.slip_text = slip_text
    marks = (copy_mark,) if copy_mark is not None else _copy_marks(wording, copies)
    heading = gathered.runs(wording.titles.get(title, wording.title))
    fit, pages = ROOMY, list[Page]()
    stamp = gathered.word("reprint", at=short_instant(now)) if reprint else ""
    stamp = gathered.word("sample") if office.is_sample else stamp
    stamp = gathered.word("draft") if draft else stamp
    for n, mark in enumerate(marks):
        gathered.copy_mark = mark
        if n == 0:
            flow, fit = _fitting(wording, gathered, heading)
        else:
            flow = _set(wording, gathered, heading, fit)
        _running_marks(flow, wording, gathered, stamp, plain=draft or office.is_sample)
        pages += flow.pages
    gathered.check_letters(mark.text for page in pages for mark in page.marks if isinstance(mark, Words))
    return pages


def _set(form: Form, facts: Facts, title: list[Run], fit: Fit) -> Flow:
    """One copy, set that tightly."""
    flow = Flow(form.paper, form.landscape, form.size, fit, form.smallest)
    draw_head(flow, form, facts, title)
    draw_body(flow, form.body, facts)
    return flow


def _fitting(form: Form, facts: Facts, title: list[Run]) -> tuple[Flow, Fit]:
    """One copy with room to breathe, or set more tightly where that saves a page."""
    best, chosen = _set(form, facts, title, ROOMY), ROOMY
    for fit in TIGHTER if form.smallest else ():
        if len(best.pages) == 1:
            break
        tried = _set(form, facts, title, fit)
        if len(tried.pages) < len(best.pages):
            best, chosen = tried, fit
    return best, chosen


def _copy_marks(wording: Form, copies: int | None) -> tuple[str, ...]:
    count = copies or len(wording.copies)
    return (wording.copies + ("",) * count)[:count]


def gather(
    form: str,
    wording: Form,
    edition: Edition,
    office: Office,
    dossier: Dossier | None,
    *,
    now: datetime,
    officer: Officer | None,
    given: dict[str, Any],
) -> Facts:
    """All facts of a paper, complete and printable, or the refusal that says what is missing."""
    if dossier is None and form not in WITHOUT_DOSSIER:
        raise MissingFact(form=form, fact="dossier")
    check_office(wording, office)
    facts = Facts(edition, now)
    office_facts(facts, office, officer)
    if dossier is not None:
        dossier_facts(facts, dossier)
    given = dict(given)
    if (procedure := given.pop("procedure", None)) is not None:
        procedure_facts(facts, procedure)
    FORMS[form](facts, dossier, given)
    given_facts(facts, form, given)
    facts.compose()
    return facts


def check_office(wording: Form, office: Office) -> None:
    """Office name and place, and the signer where the agency signs; MissingOfficeName, MissingSigner."""
    if not office.name.strip():
        raise MissingOfficeName(form=wording.name)
    if wording.head.get("dated", True) and wording.head.get("national", True) and not office.place.strip():
        raise MissingOfficeName(form=wording.name, what="place")
    if any(block.kind == "closing" for block in wording.body):
        for what in ("signer_title", "signer_name"):
            if not getattr(office, what).strip():
                raise MissingSigner(form=wording.name, what=what)


def plain_title(form: Form) -> str:
    """The title as one line of text."""
    return " ".join("".join(segment.text for segment in form.title).split())


def _running_marks(flow: Flow, form: Form, facts: Facts, stamp: str, *, plain: bool) -> None:
    """Page numbers when there are several pages, and the mark of a second printing or (`plain` to see, as
    nobody may hand it out) of a draft or of a sample office's paper."""
    count = len(flow.pages)
    size = 9.0 if flow.is_small else 13.0
    for n, page in enumerate(flow.pages, start=1):
        number = facts.word("page", page=str(n), pages=str(count))
        if count > 1 and form.head.get("page_number", "bottom") == "bottom":
            y = flow.bottom + (4.5 * MM if flow.is_small else 9 * MM)
            shown = min(size, 10.0)
            page.marks.append(Words(flow.right - width(number, REGULAR, shown), y, number, REGULAR, shown))
            if form.name not in WITHOUT_DOSSIER and (code := facts.fields.get("code")):
                page.marks.append(Words(flow.left, y, code, REGULAR, shown))
        elif count > 1 and n > 1:  # Decree 30/2020: top margin, centred, not on the first page
            number = f"{n}/{count}"
            middle = (flow.left + flow.right - width(number, REGULAR, size)) / 2
            page.marks.append(Words(middle, flow.top - 4 * MM, number, REGULAR, size))
        if form.lent_by and n == count:
            lender = facts.word("lent", n=form.number, title=form.lent_by)
            y = flow.bottom + (4.5 if flow.is_small else 9) * MM
            page.marks.append(Words(flow.left, y, lender, ITALIC, 9.0))
        if stamp:
            shown = 13.0 if plain else 8.5 if flow.is_small else 9.0
            weight = BOLD if n == 1 else ITALIC
            x = flow.right - width(stamp, weight, shown)
            page.marks.append(Words(x, flow.top - (2 if flow.is_small else 10) * MM, stamp, weight, shown))
