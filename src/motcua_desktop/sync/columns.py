"""The columns of a spreadsheet of dossiers: ours, and which of somebody else's headers mean the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from motcua_desktop.domain.text import fold

#: Our columns: key → header of the template. The order is that of the template.
COLUMNS = {
    "procedure": "Mã thủ tục",
    "name": "Họ và tên người nộp",
    "id_number": "Số định danh",
    "birth": "Ngày sinh",
    "sex": "Giới tính",
    "address": "Nơi cư trú",
    "phone": "Điện thoại",
    "email": "Thư điện tử",
    "kind": "Loại đối tượng",
    "tax_code": "Mã số thuế",
    "channel": "Cách nộp",
    "return_method": "Trả kết quả",
    "subject": "Nội dung",
    "pages": "Số trang",
    "copies": "Số bản",
    "received_at": "Thời điểm tiếp nhận",
    "official_code": "Mã hồ sơ chính thức",
    "note": "Ghi chú",
}
NEEDED = ("procedure", "name")
#: Other names the columns go by in provincial lists, folded.
_ALSO = {
    "procedure": ("ma tthc", "matthc", "ma thu tuc hanh chinh", "thu tuc"),
    "name": ("ho va ten", "ho ten", "chu ho so", "chuhoso", "nguoi nop", "ten nguoi nop", "to chuc ca nhan"),
    "id_number": ("cccd", "so cccd", "so giay to", "sogiaytochuhoso", "cmnd/cccd", "so dinh danh ca nhan"),
    "birth": ("nam sinh", "ngay thang nam sinh"),
    "address": ("dia chi", "noi o", "dia chi thuong tru"),
    "phone": ("sdt", "so dien thoai", "sodienthoai"),
    "email": ("email",),
    "kind": ("loaidoituong", "doi tuong"),
    "channel": ("kenh thuc hien", "kenhthuchien", "hinh thuc nop"),
    "return_method": ("hinh thuc tra", "hinhthuc", "hinh thuc nhan ket qua"),
    "subject": ("trich yeu", "trichyeuhoso", "noi dung ho so"),
    "received_at": ("ngay tiep nhan", "ngaytiepnhan", "ngay nhan"),
    "official_code": ("ma ho so", "mahoso", "so ho so"),
    "note": ("ghichu",),
}
#: What a cell may say for a choice, folded → our value.
CHOICES: dict[str, dict[str, str]] = {
    "kind": {
        "cong dan": "citizen", "ca nhan": "citizen", "1": "citizen",
        "doanh nghiep": "business", "2": "business",
        "co quan": "agency", "co quan nha nuoc": "agency", "3": "agency",
        "to chuc": "organisation", "to chuc khac": "organisation", "4": "organisation",
    },
    "channel": {
        "truc tiep": "direct", "1": "direct", "truc tuyen": "online", "2": "online",
        "buu chinh": "post", "buu chinh cong ich": "post", "3": "post",
    },
    "return_method": {
        "tai quay": "counter", "truc tiep": "counter", "tai noi tiep nhan": "counter", "0": "counter",
        "buu chinh": "post", "qua buu chinh": "post", "1": "post",
        "dien tu": "electronic", "ban dien tu": "electronic",
    },
}  # fmt: skip
#: What the template offers for a choice.
OFFERED = {
    "sex": ("Nam", "Nữ"),
    "kind": ("Công dân", "Doanh nghiệp", "Cơ quan nhà nước", "Tổ chức khác"),
    "channel": ("Trực tiếp", "Trực tuyến", "Bưu chính"),
    "return_method": ("Tại quầy", "Bưu chính", "Điện tử"),
}


def guess(headers: Sequence[str]) -> dict[str, str]:
    """Which of our columns each header is taken for: {header: key}; each of ours at most once."""
    names = {fold(title): key for key, title in COLUMNS.items()}
    for key, others in _ALSO.items():
        names |= dict.fromkeys(others, key)
    found: dict[str, str] = {}
    for header in headers:
        key = names.get(fold(header).rstrip(" *:"), "")
        if key and key not in found.values():
            found[header] = key
    return found


def signature(headers: Sequence[str]) -> str:
    """What a kept mapping is found again by."""
    return "|".join(fold(header) for header in headers)


def values(headers: Sequence[str], mapping: Mapping[str, str], cells: Sequence[str]) -> dict[str, str]:
    """A row as {our key: text}."""
    return {
        mapping[header]: cell
        for header, cell in zip(headers, cells, strict=False)
        if mapping.get(header) and cell
    }
