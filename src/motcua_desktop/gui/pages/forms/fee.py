"""A wrong fee or number of pages noticed later on the day of receipt."""

from __future__ import annotations

from dataclasses import replace

from motcua_desktop.counter.charging import papers_copied
from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.errors import BadValue, Refusal
from motcua_desktop.domain.fees import total
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.domain.text import clean, dong
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.forms.plain import NewSlipForm, fee_words
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm
from motcua_desktop.i18n import _

MOST = 1_000_000_000


def why_no_fee(view: DossierView) -> str:
    """Why the fee cannot be put right here, "" where it can."""
    again = _("Nhận nhầm thì bấm R rồi nhận lại.")
    if view.dossier.received_at.date() != view.now.date():
        return _("Phí chỉ sửa được trong ngày tiếp nhận.")
    if not view.may(Move.CORRECT):
        return _("Tài khoản này không được sửa phí.")
    return "" if view.dossier.fees else _("Hồ sơ này không có khoản phí nào để sửa.") + " " + again


class FeeForm(ShortForm):
    """Pages and copies of every paper where the rules reckon by them, else each amount; the log keeps the
    old ones."""

    what = Move.CORRECT

    @property
    def title(self) -> str:
        return _("Sửa phí, số trang")

    @property
    def confirm(self) -> str:
        return _("Ghi")

    def build(self) -> None:
        dossier = self.view.dossier
        self._wrong = ""
        on = dossier.received_at.date()
        self._papers = papers_copied(dossier.procedure, dossier.fees, dossier.channel.value, on)
        for number, paper in enumerate(self._papers):
            name = clean(paper.name) or _("Giấy tờ")
            self.add_line(f"pages{number}", _("{name}: số trang").format(name=name), str(paper.pages))
            self.add_line(f"copies{number}", _("{name}: số bản sao").format(name=name), str(paper.copies))
        for number, fee in enumerate(() if self._papers else dossier.fees):
            self.add_line(f"amount{number}", fee.name, str(fee.amount), aside=_("đồng"))
        hint = _("Đang thu {amount}; ghi vào nhật ký cùng mức cũ").format(amount=dong(total(dossier.fees)))
        self.add_line("reason", _("Lý do"), hint=hint)

    def act(self) -> Act:
        code, reason, fees = self.view.dossier.code, self.value("reason"), self.view.dossier.fees
        papers = [
            replace(
                paper,
                pages=self._number(f"pages{n}", "pages", 10_000),
                copies=self._number(f"copies{n}", "copies", 10_000),
            )
            for n, paper in enumerate(self._papers)
        ]
        count = 0 if papers else len(fees)
        amounts = [self._number(f"amount{n}", "fees", MOST) for n in range(count)]
        return lambda counter: counter.handling.correct_fee(code, reason, papers=papers, amounts=amounts)

    def _number(self, name: str, where: str, most: int) -> int:
        text = self.value(name).strip()
        bare = text.replace(".", "").replace(" ", "")
        if bare.isascii() and bare.isdecimal() and (where == "fees" or int(bare) > 0) and int(bare) <= most:
            return int(bare)
        self._wrong = name
        raise BadValue(where, text, () if where == "fees" else ("1–10000",))

    def refused(self, error: Exception) -> None:
        """An amount is told how to be written."""
        super().refused(error)
        if isinstance(error, BadValue) and error.field == "fees" and self._wrong:
            self.fields[self._wrong].fail(_("Số tiền chỉ gồm chữ số, như 16.000."))

    def field_of(self, refusal: Refusal) -> str:
        return self._wrong if refusal.field in ("pages", "copies", "fees") else refusal.field

    def done_words(self, done: Done) -> str:
        before, after = dong(total(self.view.dossier.fees)), dong(total(done.dossier.fees))
        words = _("Đã sửa phí {code}: {before} thành {after}")
        return words.format(code=done.dossier.short_code, before=before, after=after)

    @property
    def act_words(self) -> str:
        return fee_words()

    def next_form(self, done: Done) -> ShortForm | None:
        """What the citizen holds is wrong now: print it again."""
        held = any(paper.form == "receipt" for paper in done.dossier.printed)
        changed = done.dossier.fees != self.view.dossier.fees
        return NewSlipForm(replace(self.view, dossier=done.dossier)) if held and changed else None
