"""Sentences for the register itself: disk, numbering, accounts, undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from motcua_desktop.domain import account_errors as a
from motcua_desktop.domain import errors as e
from motcua_desktop.domain import handover as h
from motcua_desktop.domain.lifecycle import Move
from motcua_desktop.i18n import _


def say_keeping(trouble: BaseException) -> str:
    """The sentence for a refusal of the register or of an account, "" for any other."""
    words = _SENTENCES.get(type(trouble))
    return words(trouble) if words else ""


def role_word(role: str) -> str:
    """What an account may do, as the office calls it."""
    return {
        "receive": _("Tiếp nhận"),
        "settle": _("Giải quyết"),
        "lead": _("Lãnh đạo"),
        "admin": _("Quản trị"),
        "read_only": _("Chỉ xem"),
    }.get(role, role)


def _day(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%H:%M %d/%m/%Y}" if iso else "-"


def _wait(seconds: int) -> str:
    if seconds >= 120:
        return _("{n} phút").format(n=round(seconds / 60))
    return _("{n} giây").format(n=seconds)


def _wrong_password(x: a.WrongPassword) -> str:
    text = _("Tên đăng nhập hoặc mật khẩu không đúng.")
    if x.wait_seconds:
        return text + " " + _("Đợi {time} rồi thử lại.").format(time=_wait(x.wait_seconds))
    return text + " " + _("Gõ lại, hoặc nhờ quản trị đặt mật khẩu mới.")


def _nothing_to_undo(x: e.NothingToUndo) -> str:
    from motcua_desktop.say import move_word

    if not x.move:
        return _("Hồ sơ {code} không còn việc nào để hoàn tác. Có sai sót thì dùng Sửa người nộp.").format(
            code=x.code
        )
    words = {
        "day": _(
            "Hồ sơ {code}: việc “{move}” chỉ hoàn tác được trong ngày{article}. "
            "Nhận lại như hồ sơ mới nếu cần."
        ),
        "paper": _(
            "Hồ sơ {code}: đã in giấy sau việc “{move}”, không hoàn tác được nữa{article}. "
            "Nhận lại như hồ sơ mới nếu cần."
        ),
    }.get(x.why) or _final(x.move)
    article = f" ({x.article})" if x.article else ""
    return words.format(code=x.code, move=move_word(x.move), article=article)


def _final(move: str) -> str:
    """What helps where a move cannot be taken back at all."""
    if move == Move.CORRECT:
        return _("Hồ sơ {code}: việc “{move}” không hoàn tác được{article}. Dùng Sửa người nộp để sửa lại.")
    if move == Move.PROMISE_EARLIER:
        return _(
            "Hồ sơ {code}: việc “{move}” không hoàn tác được{article}. "
            "Không kịp hẹn thì gửi thư xin lỗi, phím X."
        )
    return _(
        "Hồ sơ {code}: việc “{move}” không hoàn tác được{article}. Sai thì nhận lại như hồ sơ mới, "
        "hoặc lập văn bản."
    )


_SENTENCES: dict[type[BaseException], Callable[[Any], str]] = {
    e.DiskFull: lambda x: _(
        "Đĩa chứa {path} đã đầy, việc vừa làm chưa được lưu. Dọn chỗ trống rồi làm lại."
    ).format(path=x.path),
    e.DiskFailing: lambda x: _(
        "Đĩa báo lỗi khi đọc hoặc ghi {path}. Sao lưu sang ổ khác ngay và báo người phụ trách máy."
    ).format(path=x.path),
    e.BlockUsedUp: lambda x: _(
        "Dải số {first}–{last} dành cho máy này ngày {day} đã dùng hết. Xin dải số mới, hoặc dùng mã tạm."
    ).format(first=x.first, last=x.last, day=f"{x.day:%d/%m/%Y}"),
    e.BlockOverlaps: lambda x: _(
        "Dải số {first}–{last} trùng với số đã cấp hoặc dải khác. Chọn dải số khác."
    ).format(first=x.first, last=x.last),
    e.ProxyPaperMissing: lambda x: _(
        "Người nhận thay cần có họ tên và giấy ủy quyền. Ghi số hoặc tên giấy ủy quyền."
    ),
    e.TooEarlyToClose: lambda x: _(
        "Hồ sơ {code} còn được bổ sung đến {until}, chưa thể đóng ({article}). Đóng sau thời điểm đó."
    ).format(code=x.code, until=_day(x.until), article=x.article),
    e.NothingToUndo: _nothing_to_undo,
    e.TermOnlyShorter: lambda x: _(
        "Thời hạn mới cho hạn {due}, muộn hơn ngày đã hẹn {promised}. Muốn hẹn muộn hơn phải lập thư xin lỗi."
    ).format(due=_day(x.due), promised=_day(x.promised)),
    e.CodeTaken: lambda x: _("Mã {code} đã thuộc hồ sơ khác. Kiểm tra lại mã.").format(code=x.code),
    h.UnknownHandoverList: lambda x: _(
        "Năm {year} không có danh sách bàn giao số {number}. Kiểm tra lại số và năm."
    ).format(year=x.year, number=x.number),
    h.HandoverListCancelled: lambda x: _(
        "Danh sách bàn giao số {number} đã hủy, không dùng được nữa. Lập danh sách mới."
    ).format(number=x.number),
    h.HandoverListMovedOn: lambda x: _(
        "Không hủy được danh sách số {number}: hồ sơ {code} đã có việc mới sau khi bàn giao. "
        "Hoàn tác việc ấy trước."
    ).format(number=x.number, code=x.code),
    a.SignInNeeded: lambda x: _("Chưa đăng nhập. Đăng nhập rồi làm lại."),
    a.WrongPassword: _wrong_password,
    a.TooManyTries: lambda x: _("Nhập sai mật khẩu nhiều lần. Đợi {time} rồi thử lại.").format(
        time=_wait(x.wait_seconds)
    ),
    a.WeakPassword: lambda x: _("Mật khẩu cần ít nhất {n} ký tự. Đặt mật khẩu dài hơn.").format(n=x.shortest),
    a.AccountExists: lambda x: _("Đã có tài khoản “{login}”. Chọn tên đăng nhập khác.").format(login=x.login),
    a.UnknownAccount: lambda x: _("Không có tài khoản “{login}”. Kiểm tra lại tên đăng nhập.").format(
        login=x.login
    ),
    a.LastAdministrator: lambda x: _(
        "“{login}” là quản trị cuối cùng. Giao quyền quản trị cho tài khoản khác trước."
    ).format(login=x.login),
}


def caution_words(what: str) -> str:
    """The sentence of a caution about the register or a move, "" for one it does not know."""
    return {
        "second_supplement": _(
            "Yêu cầu bổ sung lần thứ hai: Cổng chấm điểm coi là hồ sơ quá hạn (QĐ 766), vẫn lập được"
        ),
        "late_supplement": _("Đã quá 03 ngày làm việc kể từ khi tiếp nhận ({fact}), vẫn lập được"),
        "late_letter": _("Thư phải gửi chậm nhất {fact}; thư này gửi muộn"),
        "late_refusal": _("Đã quá hạn giải quyết khi từ chối"),
        "clock_set_back": _(
            "Đồng hồ máy chậm hơn việc ghi gần nhất ({fact}). Chỉnh lại ngày giờ trước khi nhận hồ sơ"
        ),
        "read_only": _("Thư mục {fact} chỉ đọc được: xem được hồ sơ, không nhận hay sửa được"),
        "network_share": _(
            "Sổ hồ sơ nằm trên thư mục mạng ({fact}), dễ hỏng khi mất mạng. Chuyển về ổ đĩa của máy này"
        ),
        "copies_gone": _("Không thấy nơi sao lưu {fact}. Cắm lại, hoặc chọn nơi khác ở Cài đặt"),
        "scans_not_copied": _("Bản chụp chưa chép hết sang {fact}. Xem chỗ trống ở đó, rồi sao lưu lại"),
        "little_room": _("Đĩa chỉ còn trống {fact} MB. Dọn bớt trước khi đầy"),
    }.get(what, "")
