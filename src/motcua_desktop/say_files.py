"""Sentences for files, disks and what scripts write into files."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from motcua_desktop.domain import scans as s
from motcua_desktop.domain.catalogue_change import NotAPortalList
from motcua_desktop.domain.file_errors import CopyPlaceGone, NotJson, WrongKind
from motcua_desktop.i18n import N_, _

#: A file is written beside its place first (`files.whole_file`); people know it by its own name.
_BESIDE = re.compile(r"^\.(.+)\.\d+\.part$")
#: Windows' own numbers: another program has the file open, the drive is not ready.
_IN_USE, _NOT_READY = (32, 33), (21, 1110, 1112, 1167)

_BUSY = N_("{where} đang được chương trình khác mở. Đóng chương trình đó rồi làm lại.")
_GONE = N_("Ổ đĩa chứa {where} không đọc hay ghi được. Kiểm tra USB hoặc ổ đĩa còn cắm, rồi làm lại.")
_NAME = N_("Tên {where} quá dài hoặc có ký tự không dùng được. Đặt tên ngắn hơn, không dấu.")
_BARRED = N_("Không có quyền ghi hoặc đọc {where}. Chọn nơi khác, hoặc nhờ người phụ trách máy mở quyền.")
_FULL = N_("Đĩa chứa {where} đã đầy. Dọn chỗ trống rồi làm lại.")
_OTHER = N_("Máy báo lỗi số {number} khi đọc hoặc ghi {where}. Thử lại, hoặc chọn nơi khác.")
_MACHINE = {
    "ENOSPC": _FULL,
    "EDQUOT": _FULL,
    "EACCES": _BARRED,
    "EPERM": _BARRED,
    "EROFS": N_("Ổ đĩa chứa {where} chỉ cho đọc. Gỡ khóa ghi, hoặc chọn nơi khác."),
    "ENOENT": N_("Không có tệp hoặc thư mục {where}. Kiểm tra lại tên và nơi lưu."),
    "EISDIR": N_("{where} là thư mục, không phải tệp. Ghi rõ tên tệp."),
    "ENOTDIR": N_("{where} nằm dưới một tệp, không phải thư mục. Chọn nơi khác."),
    "EEXIST": N_("Đã có {where}. Chọn tên khác."),
    "ENOTEMPTY": N_("Thư mục {where} đã có tệp. Chọn thư mục khác."),
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EIO": _GONE,
    "ENXIO": _GONE,
    "ENODEV": _GONE,
    "ESTALE": _GONE,
    "ENAMETOOLONG": _NAME,
    "EINVAL": _NAME,
    "EMFILE": N_("Máy đang mở quá nhiều tệp. Đóng bớt chương trình rồi làm lại."),
}


_SCANS: dict[type[BaseException], Callable[[Any], str]] = {
    s.NotAScan: lambda x: _(
        "Tệp “{name}” không phải bản chụp PDF, JPEG, PNG hay TIFF. Chọn tệp khác, hoặc lưu lại thành PDF."
    ).format(name=x.name),
    s.ScanUnfinished: lambda x: _(
        "Tệp “{name}” chưa ghi xong hoặc bị cắt. Đợi máy quét xong rồi thêm lại."
    ).format(name=x.name),
    s.ScanTooLarge: lambda x: _(
        "Tệp “{name}” nặng {megabytes} MB, nhiều nhất là {most} MB. Quét lại ở 200 dpi rồi thêm."
    ).format(name=x.name, megabytes=x.megabytes, most=x.most),
    s.ScanAlreadyThere: lambda x: _(
        "“{name}” giống hệt bản chụp số {number} của hồ sơ này. Chọn tệp khác nếu còn giấy tờ chưa thêm."
    ).format(name=x.name, number=x.number),
    s.UnknownScan: lambda x: _(
        "Hồ sơ {code} không có bản chụp này, hoặc đã bỏ rồi. Mở lại danh sách bản chụp."
    ).format(code=x.code),
    s.ScanMissing: lambda x: _(
        "Bản chụp “{name}” không nằm ở máy này ({path}). Xem ở máy đã thêm, hoặc quét lại."
    ).format(name=x.name, path=x.path),
    s.ScanChanged: lambda x: _(
        "Bản chụp “{name}” đã bị sửa sau khi lưu ({path}). So với bản giấy trước khi dùng, hoặc quét lại."
    ).format(name=x.name, path=x.path),
}


def say_files(trouble: BaseException) -> str:
    """The sentence for trouble with a file or the disk, "" for any other."""
    if isinstance(trouble, OSError):
        return _machine(trouble)
    if isinstance(trouble, NotJson):
        return _not_json(trouble)
    if isinstance(trouble, WrongKind):
        return _wrong_kind(trouble)
    if isinstance(trouble, CopyPlaceGone):
        words = _(
            "Không thấy nơi sao lưu {path}, sổ được sao lưu tạm ở máy này. "
            "Cắm USB ấy, hoặc chọn nơi khác ở Cài đặt (F10)."
        )
        return words.format(path=trouble.path)
    if type(trouble) in _SCANS:
        return _SCANS[type(trouble)](trouble)
    if isinstance(trouble, NotAPortalList):
        words = _("Tệp {path} không phải danh sách thủ tục của Cổng hay tệp LayThuTuc. Chọn tệp khác.")
        return words.format(path=trouble.path)
    return ""


def _machine(error: OSError) -> str:
    place = _place(error)
    windows = getattr(error, "winerror", None)
    if windows in _IN_USE:
        words = _BUSY
    elif windows in _NOT_READY:
        words = _GONE
    else:
        words = _MACHINE.get(errno.errorcode.get(error.errno or 0, ""), _OTHER)
    said = _(words).format(where=place or _("tệp này"), number=error.errno or windows or 0)
    return said if place else said[:1].upper() + said[1:]


def _place(error: OSError) -> str:
    """The file as people know it: where it was to go, without the name it had while being written."""
    name = error.filename2 or error.filename
    if not isinstance(name, str | bytes | Path):
        return ""
    path = Path(name.decode(errors="replace") if isinstance(name, bytes) else name)
    beside = _BESIDE.match(path.name)
    return str(path.with_name(beside.group(1)) if beside else path)


def _not_json(x: NotJson) -> str:
    from motcua_desktop.say import field_name

    path = _("đầu vào") if x.path == "-" else x.path
    facts = {"path": path, "what": field_name(x.where), "line": x.line, "column": x.column}
    if not x.line:
        return _("Không đọc được {what} trong {path}: đây không phải tệp JSON. Chọn tệp khác.").format(
            **facts
        )
    return _(
        "Không đọc được {what} trong {path}: JSON sai ở dòng {line}, cột {column}. Sửa chỗ đó rồi làm lại."
    ).format(**facts)


def _wrong_kind(x: WrongKind) -> str:
    from motcua_desktop.say import field_name

    kinds = {
        "text": _("chữ trong dấu ngoặc kép"),
        "whole": _("số nguyên"),
        "number": _("số có phần lẻ"),
        "flag": _("true hoặc false"),
        "list": _("danh sách […]"),
        "object": _("nhóm {…}"),
        "nothing": _("để trống"),
    }
    wanted = _(" hoặc ").join(kinds[kind] for kind in x.wanted)
    name = f"{field_name(x.where)} ({x.where})" if field_name(x.where) != x.where else x.where
    return _("Mục {field} cần {wanted}, đang là {found}. Sửa tệp rồi làm lại.").format(
        field=name, wanted=wanted, found=kinds[x.found]
    )
