"""Sentences for what keeps a paper from being drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from motcua_desktop.domain import paper_errors as e
from motcua_desktop.i18n import _


def say_paper(trouble: BaseException) -> str:
    """The sentence, "" when the trouble is none of paper."""
    words = _WORDS.get(type(trouble))
    return words(trouble) if words else ""


def form_name(form: str) -> str:
    """What an office calls a form."""
    return {
        "receipt": _("Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        "supplement": _("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        "refusal": _("Phiếu từ chối"),
        "apology": _("Văn bản xin lỗi"),
        "stop": _("Thông báo dừng giải quyết"),
        "control": _("Phiếu kiểm soát"),
        "register": _("Sổ theo dõi hồ sơ"),
        "handover": _("Danh sách bàn giao"),
        "return": _("Phiếu trả kết quả"),
        "fee": _("Phiếu thu"),
        "satisfaction": _("Phiếu đánh giá"),
        "procedure": _("Bảng niêm yết thủ tục"),
        "feedback": _("Thông báo tiếp nhận phản ánh"),
        "postal": _("Nhãn bưu chính"),
        "package": _("Phiếu giao gói dữ liệu"),
        "report": _("báo cáo"),
    }.get(form, form)


def _office(x: e.MissingOfficeName) -> str:
    what = _("địa danh") if x.what == "place" else _("tên cơ quan")
    return _("Chưa có {what} để in {form}. Nhập ở Cài đặt (F10), mục Cơ quan.").format(
        what=what, form=form_name(x.form)
    )


def _signer(x: e.MissingSigner) -> str:
    return _("Chưa có người ký để in {form}. Nhập ở Cài đặt (F10), mục Người ký.").format(
        form=form_name(x.form)
    )


def _letters(x: e.LettersNotInFont) -> str:
    return _("Phông in không có ký tự {characters} (ở mục {where}). Sửa lại chữ đó rồi in.").format(
        characters=" ".join(x.characters), where=_place(x.where)
    )


def _place(where: str) -> str:
    """The fact of a paper as the windows call it; its own name when they do not show it."""
    return {
        "applicant": _("tên người nộp"),
        "submitter": _("tên người nộp"),
        "address": _("địa chỉ"),
        "subject": _("nội dung yêu cầu"),
        "reason": _("lý do"),
        "co_applicants": _("người cùng đứng tên"),
        "authority": _("người được ủy quyền"),
        "office_name": _("tên cơ quan"),
        "counter_name": _("tên bộ phận một cửa"),
        "signer_name": _("người ký"),
        "signer_title": _("chức vụ người ký"),
        "procedure": _("tên thủ tục"),
        "number": _("số văn bản"),
        "papers.name": _("tên giấy tờ"),
        "content.item": _("nội dung cần bổ sung"),
        "fee_lines.name": _("tên khoản thu"),
        "dossiers.applicant": _("tên người nộp"),
        "qr": _("mã QR"),
        "code_128": _("mã vạch"),
    }.get(where, where)


def _fact(x: e.MissingFact) -> str:
    fact, todo = {
        "new_date": (_("ngày hẹn mới"), _("Lập thư xin lỗi trước.")),
        "reason": (_("lý do"), _("Làm việc ấy và ghi lý do trước.")),
        "content": (_("nội dung cần bổ sung"), _("Lập yêu cầu bổ sung trước.")),
        "apology": (_("thư xin lỗi đã ghi sổ"), _("Lập thư xin lỗi trước.")),
        "supplement": (_("yêu cầu bổ sung đã ghi sổ"), _("Lập yêu cầu bổ sung trước.")),
        "recipient": (_("tên người nhận"), _("Dùng Sửa người nộp để ghi tên.")),
        "recipient_address": (_("địa chỉ người nhận"), _("Dùng Sửa người nộp để ghi địa chỉ.")),
        "fee_lines": (_("khoản thu"), _("Thủ tục này không thu phí, lệ phí.")),
        "result": (_("kết quả để trả"), _("Ghi Có kết quả, rồi trả kết quả trước.")),
        "dossiers": (_("hồ sơ trong danh sách"), _("Đánh dấu hồ sơ cần giao trước.")),
    }.get(x.fact, (x.fact, _("Xem lại hồ sơ.")))
    words = _("Chưa in được {form}: hồ sơ chưa có {fact}. {todo}")
    return words.format(form=form_name(x.form), fact=fact, todo=todo)


def _data(x: e.FormDataError) -> str:
    what = {
        "unreadable": _("không mở được"),
        "not_utf8": _("không phải chữ UTF-8"),
        "not_json": _("JSON sai ở dòng:cột"),
        "not_an_object": _("cần nhóm {…}"),
        "unknown_key": _("không có mục tên"),
        "unknown_field": _("không có chỗ điền tên"),
        "unknown_value": _("giá trị không dùng được"),
        "missing": _("thiếu mục"),
        "not_text": _("cần chữ ở mục"),
        "not_a_number": _("cần số ở mục"),
        "not_true_or_false": _("cần true hoặc false ở mục"),
        "not_a_date": _("cần ngày ở mục"),
        "not_a_list_of_texts": _("cần danh sách chữ ở mục"),
        "out_of_bounds": _("số ngoài giới hạn"),
        "letters_not_in_font": _("phông in không có ký tự"),
        "bad_markup": _("dấu định dạng sai"),
        "name_taken": _("tên bộ mẫu đã có"),
        "stands_on_itself": _("bộ mẫu dựa trên chính nó"),
        "unknown_word": _("không có từ tên"),
        "missing_form": _("thiếu mẫu"),
        "missing_word": _("thiếu từ"),
        "unknown_form": _("không có mẫu tên"),
        "unknown_kind": _("không có kiểu khối tên"),
        "nothing_to_borrow": _("bộ mẫu nền không cho mượn được mẫu"),
    }.get(x.what, x.what)
    detail = f"{what} {x.detail}".strip()
    if x.form:
        words = _("Mẫu giấy tờ {file} ({form}) có chỗ sai: {detail}. Sửa tệp đó, hoặc bỏ nó ra.")
        return words.format(file=x.file, form=form_name(x.form), detail=detail)
    return _("Mẫu giấy tờ {file} có chỗ sai: {detail}. Sửa tệp đó, hoặc bỏ nó ra.").format(
        file=x.file, detail=detail
    )


def _taken(x: e.LetterNumberTaken) -> str:
    whose = _(" cho hồ sơ {code}").format(code=x.code) if x.code else ""
    return _("Số {number}/{year} đã dùng{whose}. Số tiếp theo là {next}.").format(
        number=x.number, year=x.year, whose=whose, next=x.next
    )


def _skips(x: e.LetterNumberSkips) -> str:
    return _("Số văn bản của năm {year} không bỏ cách. Số tiếp theo là {next}.").format(
        year=x.year, next=x.next
    )


def _went_out(x: e.LetterWentOut) -> str:
    return _(
        "Thư số {number} của {code} ghi ngày {day:%d/%m/%Y} đã gửi, không hủy được. Giữ ngày hẹn trong thư."
    ).format(number=x.number, code=x.code, day=x.made_at)


_WORDS: dict[type[BaseException], Callable[[Any], str]] = {
    e.MissingOfficeName: _office,
    e.MissingSigner: _signer,
    e.LettersNotInFont: _letters,
    e.MissingFact: _fact,
    e.FormDataError: _data,
    e.FormNotInEdition: lambda x: _("Bộ mẫu {edition} không có {form}. Chọn bộ mẫu khác.").format(
        edition=x.edition, form=form_name(x.form)
    ),
    e.LetterNumberTaken: _taken,
    e.LetterNumberSkips: _skips,
    e.LetterWentOut: _went_out,
    e.UnreadablePaper: lambda x: _("Không đọc được tệp PDF này. In lại từ hồ sơ."),
}
