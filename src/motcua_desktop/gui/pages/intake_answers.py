"""What the counter answers while a draft is typed, and where on the page it is said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from motcua_desktop.domain import identity
from motcua_desktop.domain.answers import Caution, Preview
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.fees import total
from motcua_desktop.gui.pages.intake_private import PrivateField
from motcua_desktop.gui.pages.intake_words import birth_refused, phone_doubt
from motcua_desktop.gui.widgets.field import Field
from motcua_desktop.i18n import _
from motcua_desktop.say import say, say_warning

if TYPE_CHECKING:
    from motcua_desktop.gui.pages.intake_form import IntakeForm

ENOUGH_DIGITS = 7
"""A telephone number shorter than this is still being typed: no warning yet."""


def show_no_promise(form: IntakeForm) -> None:
    """No procedure: no date, no fee."""
    form.promise.show_nothing()
    form.fee.show_nothing()


def show_preview(form: IntakeForm, answer: Preview, now: datetime) -> None:
    """Date, days, fee; what is odd stands beside its field, what would stop it too once it was left."""
    form.promise.show_preview(answer, now)
    _show_fee(form, answer)
    form.copies.charge(total(answer.fees) if form.fee_change else None)
    told: dict[Field, tuple[str, str]] = {}
    for warning in answer.warnings:
        field = _field_of(form, warning.field)
        if field is not None and _may_warn(field, warning):
            told[field] = ("warning", _doubted(form, warning))
    for refusal in answer.refusals:
        field = _field_of(form, refusal.field)
        if field is not None and (form.tried or (_text(field) and not field.edit.hasFocus())):
            told[field] = ("error", _said(form, refusal))
    lacking = form.person.proxy.lacking(form.person.proxy_value().missing)
    for field in (form.procedure, *form.person.fields, form.promise.term, form.promise.reason):
        if field is lacking and field.state == "error":
            continue  # F12 said so a moment ago, and nothing has been typed there since
        state, sentence = told.get(field, ("", ""))
        if not state and form.person.doubt_of(field):
            state, sentence = "warning", form.person.doubt_of(field)
        if state:
            field.warn(sentence) if state == "warning" else field.fail(sentence)
        elif field is not form.procedure or form.procedure.value is not None:
            field.calm("")
    doubts = [sentence for field, (_state, sentence) in told.items() if field in form.person.fields]
    form.person_part.line.doubt(doubts[0] if doubts else "")
    if form.tried:
        missing = next((refusal for refusal in answer.refusals if refusal.field == "components"), None)
        tell_refusal(form, missing) if missing else form.papers.calm()


def _show_fee(form: IntakeForm, answer: Preview) -> None:
    change = form.fee_change
    if not form.is_copying:
        form.fee.show_lines(answer.fees)
    elif change is not None and change.waived:
        form.fee.show_lines(answer.fees, listed=False, said=_("Miễn: {ground}").format(ground=change.ground))
    else:
        form.fee.show_lines(answer.fees, listed=change is not None)


def is_ready_to_receive(form: IntakeForm) -> bool:
    """Whether a procedure stands, and whoever files for another is whole; if not, say so and go there.

    Every way to a paper leads through here, also with the cursor still in a name: it gets its capitals first.
    """
    form.person.tidy_name()
    if form.procedure.value is not None:
        proxy = form.person.proxy_value()
        if proxy.missing:
            form.person_part.set_compact(False)
            form.person.proxy.fail_missing(proxy)
        return not proxy.missing
    form.procedure.fail(_("Chưa chọn thủ tục. Gõ mã, tên hoặc chữ tắt rồi Enter."))
    form.procedure.edit.setFocus()
    return False


def go_to_doubted(form: IntakeForm) -> None:
    """The field a damaged card filled, which nobody has touched; it says why, and that F12 was heard."""
    form.person_part.set_compact(False)
    form.person.ask_about_doubts()
    doubted = form.person.name if form.person.doubt else form.person.address
    doubted.edit.setFocus(Qt.FocusReason.TabFocusReason)
    doubted.line.selectAll()


def tell_refusal(form: IntakeForm, refusal: Refusal, *, go: bool = False) -> bool:
    """Say what stops the receipt beside its field, and go there; False when it belongs to no field."""
    if refusal.field == "components":
        form.papers.fail_missing(refusal)
        if go:
            form.papers.go_to_missing()
        return True
    field = _field_of(form, refusal.field)
    if field is None:
        return False
    field.fail(_said(form, refusal))
    if go:
        form.person_part.set_compact(False)
        QTimer.singleShot(0, field, field.edit.setFocus)
    return True


def _said(form: IntakeForm, refusal: Refusal) -> str:
    """The sentence beside a field; a birth date is told how to be written."""
    birth = refusal.field == "applicant.birth" and isinstance(refusal, BadValue)
    return birth_refused(form.person.birth.text()) if birth else say(refusal)


def _doubted(form: IntakeForm, warning: Caution) -> str:
    if warning.field == "applicant.phone":
        return phone_doubt(identity.phone_number(form.person.phone.value()))
    return say_warning(warning)


def _may_warn(field: Field, warning: Caution) -> bool:
    return not field.edit.hasFocus() or len(_text(field)) >= ENOUGH_DIGITS


def _field_of(form: IntakeForm, name: str) -> Field | None:
    if name == "procedure" and form.procedure.value is not None and form.procedure.value.term is None:
        return None  # that a procedure has no term is said in the card of the promise
    return {
        "procedure": form.procedure,
        "applicant.name": form.person.name,
        "applicant.id_number": form.person.id,
        "applicant.tax_code": form.person.id,
        "applicant.birth": form.person.birth,
        "applicant.phone": form.person.phone,
        "applicant.address": form.person.address,
        "involved.name": form.person.proxy.name,
        "involved.id_number": form.person.proxy.id,
        "involved.paper": form.person.proxy.paper,
        "term": form.promise.term,
        "unit": form.promise.term,
        "reason": form.promise.reason,
    }.get(name)


def _text(field: Field) -> str:
    return field.value() if isinstance(field, PrivateField) else field.text()
