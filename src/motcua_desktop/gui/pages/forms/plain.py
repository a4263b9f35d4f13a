"""Short forms with nothing to type: one sentence says what will happen, Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from motcua_desktop.domain.answers import Done
from motcua_desktop.domain.dossier import Event
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.gui.pages.dossier_view import DossierView
from motcua_desktop.gui.pages.forms.short_form import Act, ShortForm
from motcua_desktop.gui.pages.moments import long_moment
from motcua_desktop.gui.widgets.text import label
from motcua_desktop.i18n import _
from motcua_desktop.say import move_word

if TYPE_CHECKING:
    from motcua_desktop.counter.counter import Counter


def fee_words() -> str:
    """Putting a fee right, as a verb in a sentence: the log keeps it as a correction like any other."""
    return _("sửa phí")


def undone_words(act: str, code: str) -> str:
    """What was taken back, by name, and of which dossier."""
    return _("Đã hoàn tác {move} {code}").format(move=act, code=code)


class PlainForm(ShortForm):
    """One sentence. The form itself has the focus, so that Enter is enough and letters change nothing."""

    confirm_key = "Enter"

    def build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{self.title}. {self.sentence}")
        self.column.addWidget(label(self.sentence, wrap=True))

    @property
    def sentence(self) -> str:
        """What will happen."""
        raise NotImplementedError


class ResultReadyForm(PlainForm):
    """The result lies at the counter."""

    what = Move.RESULT_READY

    @property
    def title(self) -> str:
        return _("Báo có kết quả")

    @property
    def confirm(self) -> str:
        return _("Có kết quả")

    @property
    def sentence(self) -> str:
        return _("Kết quả đã về quầy, chờ người nộp đến nhận. Hồ sơ thôi tính hạn từ lúc này.")

    def act(self) -> Act:
        code = self.view.dossier.code
        return lambda counter: counter.handling.result_ready(code)

    def done_words(self, done: Done) -> str:
        return _("Đã báo có kết quả {code}").format(code=done.dossier.short_code)


class CompleteForm(PlainForm):
    """The citizen has brought what was asked."""

    what = Move.COMPLETE

    @property
    def title(self) -> str:
        return _("Đã bổ sung đủ")

    @property
    def confirm(self) -> str:
        return _("Đã đủ, in giấy hẹn")

    @property
    def sentence(self) -> str:
        return _(
            "Người nộp đã nộp đủ những gì được yêu cầu. Hạn giải quyết được tính lại và in giấy hẹn mới."
        )

    def build(self) -> None:
        super().build()
        requests = self.view.dossier.supplements
        if requests:
            self.column.addWidget(label(requests[-1].content, "second", wrap=True))

    def act(self) -> Act:
        code = self.view.dossier.code
        return lambda counter: counter.handling.complete(code)

    def done_words(self, done: Done) -> str:
        return _("Đã nhận bổ sung {code}").format(code=done.dossier.short_code)


class AcceptForm(PlainForm):
    """What was asked for before receiving has come: the dossier is received now. It cannot be taken back, so
    only F12 does it."""

    what = Move.ACCEPT
    confirm_key = "F12"

    @property
    def title(self) -> str:
        return _("Đã đủ giấy tờ")

    @property
    def confirm(self) -> str:
        return _("Tiếp nhận, in giấy hẹn")

    @property
    def sentence(self) -> str:
        return _("Hồ sơ được tiếp nhận với đủ giấy tờ phải nộp. Thời hạn tính từ lúc này và in giấy hẹn.")

    def build(self) -> None:
        super().build()
        for request in self.view.dossier.supplements[-1:]:
            self.column.addWidget(label(request.content, "second", wrap=True))

    def act(self) -> Act:
        code = self.view.dossier.code
        return lambda counter: counter.online.accept(code)

    def done_words(self, done: Done) -> str:
        return _("Đã tiếp nhận {code}").format(code=done.dossier.short_code)


class CloseForm(PlainForm):
    """A supplement that never came; it cannot be taken back, so only F12 does it."""

    what = Move.CLOSE
    confirm_key = "F12"

    @property
    def title(self) -> str:
        return _("Đóng hồ sơ")

    @property
    def confirm(self) -> str:
        return _("Đóng hồ sơ")

    @property
    def sentence(self) -> str:
        return _("Quá 15 ngày người nộp không bổ sung. Hồ sơ được đóng và không hoàn tác được.")

    def act(self) -> Act:
        code = self.view.dossier.code
        return lambda counter: counter.handling.close(code)

    def done_words(self, done: Done) -> str:
        return _("Đã đóng hồ sơ {code}").format(code=done.dossier.short_code)


class UndoForm(PlainForm):
    """Take back the last move of the dossier, long after its toast has gone."""

    what = Move.UNDO
    begins_on_button = True

    def __init__(self, view: DossierView, last: Event) -> None:
        self._last = last
        super().__init__(view)

    @property
    def title(self) -> str:
        return _("Hoàn tác việc gần nhất")

    @property
    def confirm(self) -> str:
        return _("Hoàn tác")

    @property
    def sentence(self) -> str:
        return _("Việc gần nhất: {move}, {officer}, {at}.").format(
            move=self.act_words, officer=self._last.officer, at=long_moment(self._last.at)
        )

    def act(self) -> Act:
        code = self.view.dossier.code
        return lambda counter: counter.handling.undo(code)

    def done_words(self, done: Done) -> str:
        return undone_words(self.act_words, done.dossier.short_code)

    @property
    def act_words(self) -> str:
        return fee_words() if self._last.facts.get("what") == "fee" else move_word(self._last.move)


class ReprintForm(PlainForm):
    """Print the receipt once more, marked as a reprint."""

    what = Move.RECEIVE

    @property
    def title(self) -> str:
        return _("In lại giấy hẹn")

    @property
    def confirm(self) -> str:
        return _("In lại")

    @property
    def sentence(self) -> str:
        return _("Giấy tiếp nhận và hẹn trả được in thêm một bản, ghi rõ là in lại.")

    def act(self) -> Act:
        code = self.view.dossier.code

        def again(counter: Counter) -> Done:
            dossier = counter.register.dossier(code)
            return Done(dossier, counter.paper.issue(dossier, "receipt"))

        return again

    def done_words(self, done: Done) -> str:
        return _("Đã in lại giấy hẹn {code}").format(code=done.dossier.short_code)


class NewSlipForm(ReprintForm):
    """The slip in the citizen's hands says what was corrected just now: offered, never done by itself."""

    @property
    def sentence(self) -> str:
        return _(
            "Giấy hẹn người dân đang giữ còn ghi thông tin cũ: thu lại và đưa bản in mới. In sau: phím P."
        )
