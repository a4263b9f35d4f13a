"""Sentences for what keeps a report from being made."""

from __future__ import annotations

from motcua_desktop.domain.report import ReportFileWrong, UnknownReport
from motcua_desktop.i18n import _


def say_report(trouble: BaseException) -> str:
    """The sentence, "" when the trouble is none of reports."""
    if isinstance(trouble, UnknownReport):
        words = _("Không có biểu “{key}”. Có: {known}.")
        return words.format(key=trouble.key[:60], known=", ".join(trouble.known))
    if isinstance(trouble, ReportFileWrong):
        detail = f"{_fault(trouble.what)} {trouble.detail}".strip()
        words = _("Biểu báo cáo {file} có chỗ sai: {detail}. Sửa tệp đó, hoặc bỏ nó ra.")
        return words.format(file=trouble.file, detail=detail)
    return ""


def _fault(what: str) -> str:
    return {
        "unreadable": _("không mở được"),
        "not_utf8": _("không phải chữ UTF-8"),
        "not_json": _("JSON sai ở dòng:cột"),
        "not_an_object": _("cần nhóm {…}"),
        "not_a_list": _("cần danh sách ở mục"),
        "not_a_list_of_texts": _("cần danh sách chữ ở mục"),
        "unknown_key": _("không có mục tên"),
        "unknown_field": _("không có chỗ điền tên"),
        "unknown_value": _("giá trị không dùng được"),
        "unknown_mark": _("không có dấu đếm tên"),
        "unknown_column": _("không có cột đếm tên"),
        "missing": _("thiếu mục"),
        "not_text": _("cần chữ ở mục"),
        "not_a_number": _("cần số ở mục"),
        "not_a_date": _("cần ngày ở mục"),
        "out_of_bounds": _("số ngoài giới hạn"),
        "bad_markup": _("dấu định dạng sai"),
        "one_of": _("cột cần đúng một cách điền"),
        "key_twice": _("hai cột cùng tên"),
        "name_taken": _("tên biểu đã có"),
    }.get(what, what)
