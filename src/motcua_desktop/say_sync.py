"""Sentences for the refusals of the exchange, and the words of its lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from motcua_desktop.domain import sync_errors as e
from motcua_desktop.domain.exchange import Fault
from motcua_desktop.i18n import _


def say_sync(trouble: BaseException) -> str | None:
    """The sentence of a refusal of the exchange; None for any other trouble."""
    words = _REFUSALS.get(type(trouble))
    return None if words is None else words(trouble)


def _broken(x: e.SyncFileBroken) -> str:
    return {
        "unreadable": _("Tệp {path} không phải tệp đồng bộ: dòng {line} không đọc được. Chọn tệp khác."),
        "changed": _("Tệp {path} đã bị sửa ở dòng {line}. Xin tệp khác từ nơi gửi."),
        "incomplete": _("Tệp {path} bị thiếu phần cuối, sau dòng {line}. Xin tệp khác từ nơi gửi."),
    }[x.what].format(path=x.path, line=x.line)


def _too_large(x: e.TooLarge) -> str:
    return _("Tệp {path} lớn quá mức cho phép ({found}, giới hạn {limit}). Không mở tệp này.").format(
        path=x.path, found=x.found, limit=x.limit
    )


def _skipped(x: e.SequenceSkipped) -> str:
    return _(
        "Gói số {sequence} của máy {machine} nối tiếp phần chưa có ở đây (mới có đến gói {last}). "
        "Lập lại gói ở máy kia từ gói số {last}, rồi nhập."
    ).format(sequence=x.sequence, machine=x.machine, last=x.last)


def _signer(x: e.UnknownSigner) -> str:
    return _(
        "Tệp {path} còn nguyên nhưng do khóa chưa được tin cậy ký ({fingerprint}). "
        "So mã khóa với nơi gửi, thêm khóa đó vào danh sách rồi làm lại."
    ).format(path=x.path, fingerprint=x.fingerprint)


def _acknowledgement(x: e.BadAcknowledgement) -> str:
    return {
        "machine": _("Phản hồi {path} là của máy khác. Đọc tệp này ở máy đã lập gói."),
        "unsigned": _("Phản hồi {path} không có chữ ký của tỉnh. Xin tỉnh gửi lại phản hồi có ký."),
        "hash": _("Phản hồi {path} nói về một gói khác mang cùng số. Chọn phản hồi của gói đã nộp."),
    }.get(x.what, _("Tệp {path} không phải phản hồi của tỉnh. Chọn đúng tệp tỉnh gửi về.")).format(
        path=x.path
    )


def _key_file(x: e.BadKeyFile) -> str:
    if x.what == "private":
        return _("Tệp khóa của cơ quan {path} không đọc được. Khôi phục từ bản lưu, không xóa.").format(
            path=x.path
        )
    return _("Tệp {path} không phải thẻ khóa. Xin nơi kia lưu thẻ khóa của họ, rồi chọn tệp đó.").format(
        path=x.path
    )


_REFUSALS: dict[type[BaseException], Callable[[Any], str]] = {
    e.SyncFileBroken: _broken,
    e.NotAPackage: lambda x: _(
        "Tệp {path} không phải gói đồng bộ, hoặc đã bị sửa. Chọn tệp khác, hoặc xin nơi gửi lập lại gói."
    ).format(path=x.path),
    e.NewerFormat: lambda x: _(
        "Tệp {path} do phiên bản mới hơn lập (dạng {found}, máy này biết đến {known}). Cập nhật chương trình."
    ).format(path=x.path, found=x.found, known=x.known),
    e.WrongSignature: lambda x: _(
        "Chữ ký của tệp {path} sai: tệp đã bị sửa. Xin tệp khác từ nơi gửi."
    ).format(path=x.path),
    e.UnknownSigner: _signer,
    e.ContentChanged: lambda x: _("Phần {part} của tệp {path} đã bị sửa. Xin tệp khác từ nơi gửi.").format(
        part=x.part, path=x.path
    ),
    e.TooLarge: _too_large,
    e.UnsafePath: lambda x: _(
        "Tệp {path} chứa tên không được phép: “{name}”. Không mở tệp này, hỏi lại nơi gửi."
    ).format(path=x.path, name=x.name),
    e.WrongUnit: lambda x: _(
        "Tệp {path} là của đơn vị {found}, không phải của {ours}. Chọn tệp của cơ quan mình."
    ).format(path=x.path, found=x.found, ours=x.ours),
    e.SequenceReplayed: lambda x: _(
        "Đã nhập một gói khác mang số {sequence} của máy {machine}. Lập lại gói ở máy kia rồi nhập."
    ).format(sequence=x.sequence, machine=x.machine),
    e.SequenceSkipped: _skipped,
    e.ChainBroken: lambda x: _(
        "Gói số {sequence} của máy {machine} không nối đúng với gói đã nhập. Lập lại gói ở máy kia rồi nhập."
    ).format(sequence=x.sequence, machine=x.machine),
    e.BadRecord: lambda x: _(
        "Gói {path} có dòng không hợp lệ ({part}, dòng {line}), chưa nhập gì. Xin nơi gửi lập lại gói."
    ).format(path=x.path, part=x.part, line=x.line),
    e.SealedForOther: lambda x: _(
        "Tệp {path} được mã hóa cho nơi khác hoặc đã bị sửa. Xin nơi gửi lập lại cho khóa của máy này."
    ).format(path=x.path),
    e.UnknownKey: lambda x: _(
        "Không có khóa tin cậy nào tên “{key}”. Xem các khóa ở trang Đồng bộ (F7), mục Khóa tin cậy."
    ).format(key=x.key),
    e.BadKeyFile: _key_file,
    e.UnknownPackage: lambda x: _(
        "Máy này chưa lập gói số {sequence}. Xem các gói đã lập ở trang Đồng bộ (F7)."
    ).format(sequence=x.sequence),
    e.BadAcknowledgement: _acknowledgement,
    e.NothingToSend: lambda x: _("Không còn gì để gửi: tỉnh đã nhận mọi thay đổi. Lập gói khi có hồ sơ mới."),
    e.UnknownConflict: lambda x: _(
        "Không có xung đột số {number} với cách chọn này. Xem lại danh sách xung đột."
    ).format(number=x.number),
    e.NotASheet: lambda x: _(
        "Tệp {path} không phải bảng Excel đọc được. Lưu lại ở dạng .xlsx rồi chọn lại."
    ).format(path=x.path),
    e.ColumnMissing: lambda x: _("Bảng thiếu cột: {columns}. Chọn cột tương ứng rồi làm lại.").format(
        columns=", ".join(x.columns)
    ),
}


def fault_words(fault: Fault) -> str:
    """What the portal's rules have against a field."""
    return {
        "required": _("{field}: bắt buộc, đang trống"),
        "length": _("{field}: dài quá {detail} ký tự"),
        "table": _("{field}: mã không có trong bảng {detail}"),
        "format": _("{field}: sai dạng"),
        "type": _("{field}: sai kiểu dữ liệu"),
    }.get(fault.rule, _("{field}: không hợp lệ")).format(field=fault.field, detail=fault.detail)


def difference_words(why: str) -> str:
    """Where paper, register and province disagree."""
    return {
        "no_paper": _("Chưa in giấy tiếp nhận"),
        "promise_not_on_paper": _("Ngày hẹn mới chưa có trên giấy"),
        "not_sent": _("Chưa gửi"),
        "not_answered": _("Đã gửi, tỉnh chưa trả lời"),
        "refused": _("Tỉnh từ chối"),
        "status_not_known": _("Tỉnh còn giữ trạng thái cũ"),
        "changes_not_known": _("Có thay đổi tỉnh chưa nhận"),
    }.get(why, why)


def conflict_words(kind: str) -> str:
    """Why two counters disagree."""
    return {
        "both_changed": _("Hai máy cùng thay đổi hồ sơ này"),
        "same_code": _("Hai hồ sơ khác nhau mang cùng mã"),
        "same_letter": _("Hai thư xin lỗi mang cùng số"),
    }.get(kind, kind)
