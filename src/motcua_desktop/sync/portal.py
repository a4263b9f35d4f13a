"""A dossier in the national portal's words: the fields of DongBoHoSoMC (portal-payload §3.2–3.5).

Every scalar is a string, dates are yyyyMMddHHmmss, an empty date is "". Codes whose table is not known stay
empty, never guessed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from motcua_desktop.domain.applicant import ApplicantKind
from motcua_desktop.domain.dossier import Channel, Dossier, Office, ReturnMethod
from motcua_desktop.domain.lifecycle import PORTAL_STATUS, Move, Status

CHANNEL = {Channel.DIRECT: "1", Channel.ONLINE: "2", Channel.POST: "3"}
RETURN = {ReturnMethod.COUNTER: "0", ReturnMethod.POST: "1", ReturnMethod.ELECTRONIC: "0"}
KIND = {
    ApplicantKind.CITIZEN: "1",
    ApplicantKind.BUSINESS: "2",
    ApplicantKind.AGENCY: "3",
    ApplicantKind.ORGANISATION: "4",
}


def stamp(instant: datetime | None) -> str:
    """yyyyMMddHHmmss, "" for none."""
    return "" if instant is None else f"{instant:%Y%m%d%H%M%S}"


def dossier_record(dossier: Dossier, office: Office) -> dict[str, Any]:
    """The record of one dossier."""
    who, procedure = dossier.applicant, dossier.procedure
    refused = [event.at for event in dossier.events if event.move in (Move.REFUSE, Move.NOT_ACCEPT)]
    return {
        "MaHoSo": dossier.official_code or dossier.code,
        "MaTTHC": procedure.code,
        "TenTTHC": procedure.name,
        "MaLinhVuc": procedure.field_code,
        "TenLinhVuc": procedure.field,
        "SoBienNhan": dossier.code,
        "KenhThucHien": CHANNEL[dossier.channel],
        "ChuHoSo": who.name,
        "LoaiDoiTuong": KIND[who.kind],
        "MaDoiTuong": "",
        "SoGiayToChuHoSo": who.id_number,
        "DinhDanhCHS": identities(who.id_number),
        "ThongTinKhac": "",
        "Email": who.email,
        "Fax": "",
        "SoDienThoai": who.phone,
        "TrichYeuHoSo": (dossier.subject or procedure.name)[:1000],
        "NgayNopHoSo": stamp(dossier.received_at),
        "NgayTiepNhan": stamp(dossier.received_at),
        "NgayHenTra": stamp(dossier.appointment_at),
        "TrangThaiHoSo": PORTAL_STATUS[dossier.status],
        "NgayTuChoi": stamp(refused[-1] if refused else None),
        "NgayTra": stamp(dossier.returned_at),
        "ThongTinTra": dossier.returned_to,
        "HinhThuc": RETURN[dossier.return_method],
        "NgayKetThucXuLy": stamp(dossier.finished_at),
        "DonViXuLy": office.name,
        "GhiChu": dossier.note,
        "TaiLieuNop": [_paper(dossier, paper.number, paper.from_data) for paper in dossier.papers],
        "DanhSachLePhi": [_fee(line.name, line.amount) for line in dossier.fees if line.amount > 0],
        "DanhSachTepDinhKemKhac": [],
        "DanhSachHoSoBoSung": [_supplement(dossier, number) for number in range(len(dossier.supplements))],
        "DanhSachGiayToKetQua": _results(dossier),
    }


def identities(number: str) -> list[dict[str, str]]:
    """DinhDanhCHS: "1" for a 12-digit citizen ID, "2" for a 9-digit one; nothing invented for the rest."""
    kind = {12: "1", 9: "2"}.get(len(number)) if number.isdigit() else None
    return [] if kind is None else [{"LoaiDinhDanh": kind, "SoDinhDanh": number}]


def _paper(dossier: Dossier, number: int, from_data: bool) -> dict[str, str]:
    component = dossier.procedure.components[number - 1]
    return {
        "TepDinhKemId": "",
        "TenTepDinhKem": component.name[:4000],
        "IsDeleted": "False",
        "MaThanhPhanHoSo": component.code,
        "DuongDanTaiTepTin": "",
        "DuocSoHoa": "0",
        "DuocTaiSuDung": "0",
        "DuocLayTuKhoDMQG": "1" if from_data else "0",
        "MaKetQuaThayThe": "",
    }


def _fee(name: str, amount: int) -> dict[str, str]:
    return {"TenPhiLePhi": name, "MaPhiLePhi": "", "HinhThucThu": "", "Gia": str(amount), "LoaiPhiLePhi": ""}


def _supplement(dossier: Dossier, index: int) -> dict[str, Any]:
    request = dossier.supplements[index]
    old = [p for p in dossier.promises if p.made_at <= request.asked_at]
    completed = request.completed_at
    new = [p for p in dossier.promises if completed is not None and p.made_at >= completed]
    return {
        "HoSoBoSungId": request.number,
        "NguoiYeuCauBoSung": request.asked_by,
        "NoiDungBoSung": request.content,
        "NgayBoSung": stamp(request.asked_at),
        "NguoiTiepNhanBoSung": request.completed_by,
        "ThongTinTiepNhan": "",
        "NgayTiepNhanBoSung": stamp(completed),
        "TrangThaiBoSung": completed is not None,
        "DanhSachGiayToBoSung": [],
        "DanhSachLePhiBoSung": [],
        "NgayHenTraTruoc": stamp(old[-1].appointment_at if old else None),
        "NgayHenTraMoi": stamp(new[0].appointment_at if new else None),
    }


def _results(dossier: Dossier) -> list[dict[str, str]]:
    if dossier.status not in (Status.RESULT_READY, Status.RETURNED):
        return []
    return [
        {
            "TenGiayTo": result.name[:2000],
            "MaThanhPhanHoSo": "",
            "GiayToId": "",
            "DuongDanTepTinKetQua": "",
            "MaGiayToKetQua": result.code,
        }
        for result in dossier.procedure.results
    ]
