"""Sentences for refusals, warnings and machine trouble: what is wrong and what to do, two at most."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from motcua_desktop.domain import errors as e
from motcua_desktop.domain.answers import Caution, Finding
from motcua_desktop.domain.lifecycle import Move, Role, Status, moves_from
from motcua_desktop.i18n import _
from motcua_desktop.say_keeping import caution_words
from motcua_desktop.say_rights import act_word, refused
from motcua_desktop.say_time import time_field

_Sentence = Callable[[Any], str]


def say(trouble: BaseException) -> str:
    """One clear text for an officer; trouble nobody wrote words for names the log."""
    for kind in type(trouble).__mro__:
        if kind in _REFUSALS:
            return _REFUSALS[kind](trouble)
    from motcua_desktop.say_more import more

    return more(trouble)


def _expired(x: e.ExpiredProcedure) -> str:
    text = _("Thủ tục {code} không còn hiệu lực vào ngày tiếp nhận.").format(code=x.code)
    if x.effective_from is not None and x.effective_to is None:
        text = _("Thủ tục {code} chưa có hiệu lực trước ngày {day}.").format(
            code=x.code, day=f"{x.effective_from:%d/%m/%Y}"
        )
    if x.replaced_by:
        text += " " + _("Chọn thủ tục thay thế {code}.").format(code=x.replaced_by)
    else:
        text += " " + _("Chọn thủ tục khác.")
    return text


def _citizen_id(x: e.BadCitizenId) -> str:
    if x.other_characters:
        return _("Số định danh chỉ gồm chữ số, cần 12 chữ số. Kiểm tra lại thẻ.")
    return _("Số định danh cần 12 chữ số, đang có {n}. Kiểm tra lại thẻ.").format(n=x.digits)


def _bad_value(x: e.BadValue) -> str:
    if x.where == "applicant.phone":
        return _("Số điện thoại không có chữ số nào. Gõ số, hoặc để trống.")
    field = field_name(x.where)
    if not x.value.strip():
        text = _("Mục {field} đang trống.").format(field=field)
    else:
        text = _("Giá trị “{value}” của mục {field} không hợp lệ.").format(value=x.value[:60], field=field)
    if not x.allowed:
        return text + " " + _("Nhập lại.")
    forms = {"{…}": _("nhóm {…}"), "[…]": _("danh sách […]"), '"…"': _("chữ trong dấu ngoặc kép")}
    wanted = ", ".join(forms.get(one, one) for one in x.allowed)
    return text + " " + _("Cần: {allowed}.").format(allowed=wanted)


def _component(x: e.UnknownComponent) -> str:
    if not x.highest:
        return _("Thủ tục này không có thành phần hồ sơ nào. Bỏ số {n}.").format(n=x.number)
    return _("Thành phần hồ sơ số {n} không có. Chọn số từ 1 đến {highest}.").format(
        n=x.number, highest=x.highest
    )


def _missing_papers(x: e.MissingPapers) -> str:
    names = "; ".join(name if len(name) <= 120 else name[:117] + "…" for name in x.papers)
    return _("Thành phần hồ sơ còn thiếu: {papers}. Bổ sung, hoặc lập phiếu yêu cầu bổ sung.").format(
        papers=names
    )


def _move(x: e.MoveNotAllowed) -> str:
    article = f" ({x.article})" if x.article else ""
    possible = [move for move in moves_from(Status(x.status), Role.ADMIN) if move not in _ALWAYS]
    words = _("Hồ sơ {code} đang ở trạng thái “{status}”, không thể {move}{article}.")
    text = words.format(code=x.code, status=status_word(x.status), move=move_word(x.move), article=article)
    if not possible:
        return text + " " + _("Hồ sơ đã kết thúc; cần giải quyết tiếp thì nhận hồ sơ mới.")
    return text + " " + _("Lúc này có thể: {moves}.").format(moves=", ".join(map(move_word, possible)))


def _new_date(x: e.NewDateNotLater) -> str:
    if not (x.old and x.old != "None"):
        return _("Hồ sơ {code} chưa có ngày hẹn để hẹn lại. Đặt thời hạn cho hồ sơ trước.").format(
            code=x.code
        )
    old, new = (f"{datetime.fromisoformat(text):%H:%M %d/%m/%Y}" for text in (x.old, x.new))
    return _(
        "Ngày hẹn mới {new} không phù hợp khi đang hẹn {old}. "
        "Hẹn lại thì chọn ngày sau đó, hẹn sớm hơn thì chọn từ nay đến trước đó."
    ).format(new=new, old=old)


#: Moves that change words or dates; a refused step is not helped by them.
_ALWAYS = {
    Move.CORRECT,
    Move.CHANGE_TERM,
    Move.OFFICIAL_CODE,
    Move.SCAN,
    Move.SCAN_REMOVED,
    Move.UNDO,
    Move.PROMISE_EARLIER,
    Move.MOVE_DUE,
}
_REFUSALS: dict[type[BaseException], _Sentence] = {
    e.UnknownProcedure: lambda x: _("Không có thủ tục mã “{code}”. Kiểm tra lại mã thủ tục.").format(
        code=x.code
    ),
    e.ExpiredProcedure: _expired,
    e.EmptyName: lambda x: _("Chưa có họ tên người nộp. Nhập họ và tên."),
    e.BadCitizenId: _citizen_id,
    e.BadValue: _bad_value,
    e.MissingPapers: _missing_papers,
    e.UnknownComponent: _component,
    e.UnknownDossier: lambda x: _("Không tìm thấy hồ sơ “{code}”. Kiểm tra lại mã hồ sơ.").format(
        code=x.code
    ),
    e.MoveNotAllowed: _move,
    e.NotPermitted: lambda x: refused(act_word(x.act) or move_word(x.act), x.allowed),
    e.ReasonMissing: lambda x: _("Cần ghi lý do để {move}. Ghi vào mục Lý do.").format(
        move=move_word(x.move)
    ),
    e.ContentMissing: lambda x: _("Chưa ghi cần bổ sung những gì. Ghi mỗi giấy tờ một dòng."),
    e.BirthInFuture: lambda x: _("Ngày sinh ở tương lai. Kiểm tra lại thẻ."),
    e.AlreadyReappointed: lambda x: _(
        "Hồ sơ {code} đã được hẹn lại một lần, không được hẹn lại lần nữa ({article}). "
        "Giải quyết và trả kết quả sớm nhất có thể."
    ).format(code=x.code, article=x.article),
    e.NewDateNotLater: _new_date,
    e.AppointmentAfterDue: lambda x: _(
        "Ngày hẹn không được muộn hơn hạn giải quyết. Chọn ngày sớm hơn, hoặc lập thư xin lỗi."
    ),
    e.FutureReceipt: lambda x: _("Thời điểm tiếp nhận {at} ở tương lai. Kiểm tra đồng hồ máy.").format(
        at=x.at
    ),
    e.DatabaseDamaged: lambda x: _(
        "Tệp dữ liệu {path} bị hỏng hoặc không phải sổ hồ sơ. Giữ nguyên tệp, khôi phục từ bản sao lưu."
    ).format(path=x.path),
    e.DatabaseTooNew: lambda x: _(
        "Tệp dữ liệu {path} do phiên bản mới hơn tạo ra (dạng {found}). Cài phiên bản mới rồi mở lại."
    ).format(path=x.path, found=x.found),
    e.DatabaseLocked: lambda x: _(
        "Sổ hồ sơ {path} đang bị chương trình khác giữ. Đóng chương trình đó rồi làm lại."
    ).format(path=x.path),
    e.FolderNotWritable: lambda x: _(
        "Không ghi được vào thư mục {path}. Kiểm tra quyền ghi và chỗ trống trên đĩa."
    ).format(path=x.path),
    e.FileExists: lambda x: _("Tệp {path} đã có, không ghi đè. Chọn tên khác.").format(path=x.path),
    e.BackupBroken: lambda x: _(
        "Bản sao {path} không đọc lại được. Dùng bản sao khác, hoặc sao lưu lại vào chỗ khác."
    ).format(path=x.path),
}


def field_name(field: str) -> str:
    """What the officer calls a field of the draft."""
    return {
        "procedure": _("Thủ tục"),
        "applicant": _("Người nộp"),
        "applicant.name": _("Họ và tên"),
        "applicant.id_number": _("Số định danh"),
        "applicant.birth": _("Ngày sinh"),
        "applicant.phone": _("Điện thoại"),
        "applicant.address": _("Nơi cư trú"),
        "components": _("Thành phần hồ sơ"),
        "channel": _("Cách nộp"),
        "return_method": _("Trả kết quả"),
        "pages": _("Số trang"),
        "copies": _("Số bản"),
        "received_at": _("Thời điểm tiếp nhận"),
        "received": _("Thời điểm tiếp nhận"),
        "term": _("Thời hạn"),
        "reason": _("Lý do"),
        "new_date": _("Ngày hẹn mới"),
        "appointment": _("Ngày hẹn"),
        "code": _("Mã hồ sơ"),
        "due": _("Hẹn trả"),
        "draft": _("Hồ sơ"),
        "drafts": _("danh sách hồ sơ"),
        "subject": _("Nội dung"),
        "note": _("Ghi chú"),
        "applicant.kind": _("Loại người nộp"),
        "applicant.sex": _("Giới tính"),
        "applicant.email": _("Thư điện tử"),
        "out": _("Tệp"),
        "holder": _("Người giữ hồ sơ"),
        "how": _("Cách trả kết quả"),
        "involved.paper": _("Giấy ủy quyền"),
        "official_code": _("Mã hồ sơ của tỉnh"),
        "code_pattern": _("Mã hồ sơ"),
        "block": _("Dải số"),
        "machine": _("Ký hiệu máy"),
        "login": _("Tên đăng nhập"),
    }.get("applicant.phone" if field == "office.phone" else field) or time_field(field)


def status_word(status: str) -> str:
    """A dossier's status as the register shows it."""
    return {
        "registered": _("Mới đăng ký"),
        "to_complete": _("Yêu cầu hoàn thiện"),
        "not_accepted": _("Không tiếp nhận"),
        "received": _("Đã tiếp nhận"),
        "in_process": _("Đang giải quyết"),
        "waiting": _("Chờ bổ sung"),
        "result_ready": _("Có kết quả"),
        "refused": _("Từ chối giải quyết"),
        "returned": _("Đã trả kết quả"),
        "withdrawn": _("Đã rút"),
        "stopped": _("Dừng giải quyết"),
        "closed": _("Đã đóng"),
    }.get(status, status)


def move_word(move: str) -> str:
    """A move as a verb in a sentence."""
    return {
        "register": _("đăng ký trực tuyến"),
        "accept": _("tiếp nhận"),
        "ask_completion": _("yêu cầu hoàn thiện"),
        "not_accept": _("từ chối tiếp nhận"),
        "receive": _("tiếp nhận"),
        "hand_over": _("chuyển xử lý"),
        "take_over": _("nhận xử lý"),
        "ask_supplement": _("yêu cầu bổ sung"),
        "complete": _("nhận bổ sung"),
        "close": _("đóng hồ sơ"),
        "result_ready": _("báo có kết quả"),
        "refuse": _("từ chối giải quyết"),
        "return": _("trả kết quả"),
        "withdraw": _("rút hồ sơ"),
        "stop": _("dừng giải quyết"),
        "apologise": _("xin lỗi và hẹn lại"),
        "promise_earlier": _("hẹn sớm hơn"),
        "move_due": _("đổi ngày hẹn"),
        "correct": _("sửa thông tin"),
        "undo": _("hoàn tác"),
        "change_term": _("đổi thời hạn"),
        "official_code": _("ghi mã hồ sơ của tỉnh"),
        "scan": _("thêm bản chụp"),
        "scan_removed": _("bỏ bản chụp"),
        "term": _("đổi thời hạn"),
    }.get(move, move)


def say_warning(warning: Caution) -> str:
    """A warning beside its field: what is odd, and that it can still be received."""
    fact = warning.facts[0] if warning.facts else ""
    return {
        "id_prefix": _("Đầu số {fact} không có trong danh mục, vẫn nhận được"),
        "id_sex": _("Số định danh là của {fact}, vẫn nhận được"),
        "id_year": _("Số định danh là của người sinh năm {fact}, vẫn nhận được"),
        "phone": _("Số điện thoại chưa đúng 10 chữ số, vẫn nhận được"),
        "tax_code": _("Mã số thuế sai chữ số kiểm tra, vẫn nhận được"),
        "tax_code_length": _("Mã số thuế cần 10, 12 hoặc 13 chữ số, đang có {fact}, vẫn nhận được"),
        "no_term": _("Cổng không công bố thời hạn; nhập thời hạn, nếu không phiếu sẽ không có ngày hẹn"),
        "channel_not_offered": _("Cổng không mở cách nộp này cho thủ tục, vẫn nhận được"),
        "provisional": _("Chưa có thông báo nghỉ lễ của năm đó: ngày hẹn là tạm tính"),
    }.get(warning.what, caution_words(warning.what) or warning.what).format(fact=fact)


def finding_words(finding: Finding) -> str:
    """What a check of the register found."""
    return {
        "integrity": _("Tệp dữ liệu hỏng: {where}"),
        "reference": _("Tham chiếu sai: {where}"),
        "no_receipt_event": _("Hồ sơ {where} không có sự kiện tiếp nhận"),
        "no_promise": _("Hồ sơ {where} không có lời hẹn"),
        "promises_out_of_order": _("Lời hẹn của hồ sơ {where} sai thứ tự"),
        "promise_not_in_register": _("Ngày hẹn của hồ sơ {where} khác lời hẹn cuối"),
        "status_differs_from_event": _("Trạng thái hồ sơ {where} khác sự kiện cuối"),
        "second_apology": _("Hồ sơ {where} có hai thư xin lỗi"),
        "serial_gap": _("Dãy số {where} bị đứt hoặc trùng"),
        "scan_missing": _("Không thấy tệp bản chụp {where}"),
        "scan_in_copy": _("Không thấy tệp bản chụp {where}, bản sao lưu còn: mở bản chụp ấy là lấy lại"),
        "scan_copy_missing": _("Bản sao lưu thiếu hoặc hỏng tệp bản chụp {where}"),
        "scan_changed": _("Tệp bản chụp {where} đã bị sửa sau khi lưu"),
        "log_chain": _("Dòng nhật ký số {where} đã bị sửa hoặc mất dòng trước đó"),
    }.get(finding.what, finding.what + " {where}").format(where=finding.where)
