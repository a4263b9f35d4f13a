"""A dossier in the national portal's words: the fields of DongBoHoSoMC and CapNhatTienDoHoSoMC.

Every scalar is a string, dates are yyyyMMddHHmmss, an empty date is "". Codes whose table is not known stay
empty, never guessed. Progress rows are the real events, none is made up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from motcua_desktop.domain.carried import Carried
from motcua_desktop.domain.dossier import Office
from motcua_desktop.domain.fees import NOT_PAID
from motcua_desktop.domain.lifecycle import ASIDE, PORTAL_STATUS
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import dong

Record = dict[str, Any]

CHANNEL = {"direct": "1", "online": "2", "post": "3"}
RETURN = {"counter": "0", "post": "1", "electronic": "0"}
KIND = {"citizen": "1", "business": "2", "agency": "3", "organisation": "4"}
STATUS = {status.value: code for status, code in PORTAL_STATUS.items()}
_REFUSALS = ("refuse", "not_accept")
_WITH_RESULT = ("result_ready", "returned")


def stamp(instant: str | None) -> str:
    """yyyyMMddHHmmss of an ISO text, "" for none."""
    if not instant:
        return ""
    i = instant
    return f"{i[:4]}{i[5:7]}{i[8:10]}{i[11:13]}{i[14:16]}{i[17:19]}"


def code_of(carried: Carried) -> str:
    """MaHoSo: the official code once there is one, else ours."""
    row = carried.row
    return str(row["official_code"] or row["code"])


class Portal:
    """The portal's records of one office; `words` says how a move is told in NoiDungXuLy."""

    def __init__(self, office: Office, words: Mapping[str, str]) -> None:
        self._office_name = office.name
        self._words = words
        self._paper_lists: dict[tuple[str, str], list[dict[str, str]]] = {}
        self._fee_lists: dict[tuple[str, bool], list[dict[str, str]]] = {}
        self._result_lists: dict[str, list[dict[str, str]]] = {}

    def dossier_record(self, carried: Carried, procedure: Procedure) -> Record:
        """The record of one dossier."""
        row = carried.row
        refused = [event["at"] for event in carried.events if event["kind"] in _REFUSALS]
        received = stamp(row["received_at"])
        return {
            "MaHoSo": row["official_code"] or row["code"],
            "MaTTHC": procedure.code,
            "TenTTHC": procedure.name,
            "MaLinhVuc": procedure.field_code,
            "TenLinhVuc": procedure.field,
            "SoBienNhan": row["code"],
            "KenhThucHien": CHANNEL[row["channel"]],
            **_applicant(row),
            "TrichYeuHoSo": row["subject"] or procedure.name,
            "NgayNopHoSo": received,
            "NgayTiepNhan": received,
            "NgayHenTra": stamp(row["appointment_at"]),
            "TrangThaiHoSo": STATUS[row["status"]],
            "NgayTuChoi": stamp(refused[-1]) if refused else "",
            "NgayTra": stamp(row["returned_at"]),
            "ThongTinTra": row["returned_to"],
            "HinhThuc": RETURN[row["return_method"]],
            "NgayKetThucXuLy": stamp(row["finished_at"]),
            "DonViXuLy": self._office_name,
            "GhiChu": _note(row),
            "TaiLieuNop": self._papers(row["snapshot"], row["papers"], procedure),
            "DanhSachLePhi": self._fees(row["fees"], is_owed=row["paid_by"] == NOT_PAID),
            "DanhSachTepDinhKemKhac": [],
            "DanhSachHoSoBoSung": [
                _supplement(carried, asked) for asked in carried.supplements if asked["undone_at"] is None
            ],
            "DanhSachGiayToKetQua": self._results(row["status"], row["snapshot"], procedure),
        }

    def progress_rows(self, carried: Carried) -> list[Record]:
        """CapNhatTienDoHoSoMC: one row for each thing that really happened, in the order it did."""
        code = code_of(carried)
        return [
            {
                "MaHoSo": code,
                "NguoiXuLy": event["officer"],
                "ChucDanh": "",
                "ThoiDiemXuLy": stamp(event["at"]),
                "PhongBanXuLy": _section(event),
                "NoiDungXuLy": _told(self._words.get(event["kind"], event["kind"]), event["reason"]),
                "TrangThai": STATUS[event["status"]],
                "NgayBatDau": "",
                "NgayKetThucTheoQuyDinh": "",
            }
            for event in sorted(carried.events, key=_at)
            if event["kind"] not in ASIDE
        ]

    def _papers(self, snapshot: str, papers: str, procedure: Procedure) -> list[dict[str, str]]:
        # Dossiers of one procedure mostly hold the same papers; the lists are only read.
        found = self._paper_lists.get((snapshot, papers))
        if found is None:
            found = self._paper_lists[snapshot, papers] = _paper_list(papers, procedure)
        return found

    def _results(self, status: str, snapshot: str, procedure: Procedure) -> list[dict[str, str]]:
        if status not in _WITH_RESULT:
            return []
        found = self._result_lists.get(snapshot)
        if found is None:
            found = self._result_lists[snapshot] = _result_list(procedure)
        return found

    def _fees(self, fees: str, *, is_owed: bool) -> list[dict[str, str]]:
        found = self._fee_lists.get((fees, is_owed))
        if found is None:
            found = [line for line in _fee_list(fees) if not is_owed or line["Gia"] == "0"]
            self._fee_lists[fees, is_owed] = found
        return found


def result_row(carried: Carried, record: Record) -> Record | None:
    """How a dossier ended: when, given to whom, which results; None while it runs."""
    row = carried.row
    if not row["finished_at"]:
        return None
    return {
        "uid": carried.uid,
        "MaHoSo": record["MaHoSo"],
        "TrangThaiHoSo": record["TrangThaiHoSo"],
        "NgayKetThucXuLy": record["NgayKetThucXuLy"],
        "NgayTra": record["NgayTra"],
        "ThongTinTra": record["ThongTinTra"],
        "HinhThuc": record["HinhThuc"],
        "DanhSachGiayToKetQua": record["DanhSachGiayToKetQua"],
    }


def identities(number: str) -> list[dict[str, str]]:
    """DinhDanhCHS: "1" for a 12-digit citizen ID, "2" for a 9-digit one; nothing invented for the rest."""
    kind = {12: "1", 9: "2"}.get(len(number)) if number.isdigit() else None
    return [] if kind is None else [{"LoaiDinhDanh": kind, "SoDinhDanh": number}]


def _applicant(row: Mapping[str, Any]) -> Record:
    return {
        "ChuHoSo": row["name"],
        "LoaiDoiTuong": KIND[row["kind"]],
        "MaDoiTuong": "",
        "SoGiayToChuHoSo": row["id_number"],
        "DinhDanhCHS": identities(row["id_number"]),
        "ThongTinKhac": "",
        "Email": row["email"],
        "Fax": "",
        "SoDienThoai": row["phone"],
    }


def _at(event: Mapping[str, Any]) -> str:
    return str(event["at"])


def _section(event: Mapping[str, Any]) -> str:
    if event["kind"] not in ("hand_over", "take_over"):
        return ""
    facts = json.loads(event["facts"])
    return str(facts.get("to") or facts.get("by") or "")


def _told(words: str, reason: str) -> str:
    return f"{words}: {reason}" if reason else words


def _paper_list(papers: str, procedure: Procedure) -> list[dict[str, str]]:
    by_number = {component.number: component for component in procedure.components}
    return [
        {
            "TepDinhKemId": "",
            "TenTepDinhKem": by_number[number].name,
            "IsDeleted": "False",
            "MaThanhPhanHoSo": by_number[number].code,
            "DuongDanTaiTepTin": "",
            "DuocSoHoa": "0",
            "DuocTaiSuDung": "0",
            "DuocLayTuKhoDMQG": "1" if from_data else "0",
            "MaKetQuaThayThe": "",
        }
        for number, _originals, _copies, from_data in json.loads(papers)
    ]


def _fee_list(fees: str) -> list[dict[str, str]]:
    """What is paid; a fee that is waived is told with 0, so that it is not taken for one nobody asked for."""
    return [
        {
            "TenPhiLePhi": line["name"],
            "MaPhiLePhi": "",
            "HinhThucThu": "",
            "Gia": str(line["amount"]),
            "LoaiPhiLePhi": "",
        }
        for line in json.loads(fees)
        if line["amount"] > 0 or line.get("note")
    ]


def _note(row: Mapping[str, Any]) -> str:
    """The note of the dossier, then why a fee is waived or another, and what is owed: no field of the portal
    holds that."""
    note, fees, is_owed = str(row["note"]), str(row["fees"]), row["paid_by"] == NOT_PAID
    if '"note"' not in fees and not is_owed:  # nearly every dossier pays what the rules give
        return note
    lines = json.loads(fees)
    grounds = [f"{line['name']} {line['note']}" for line in lines if line.get("note")]
    debt = sum(line["amount"] for line in lines) if is_owed else 0
    grounds += [f"Chưa thu phí, lệ phí {dong(debt)}"] if debt else []
    return "; ".join(part for part in (note, *grounds) if part)


def _supplement(carried: Carried, asked: Mapping[str, Any]) -> Record:
    done = asked["completed_at"]
    old = [p for p in carried.promises if p["made_at"] <= asked["asked_at"]]
    new = [p for p in carried.promises if done is not None and p["made_at"] >= done]
    return {
        "HoSoBoSungId": asked["number"],
        "NguoiYeuCauBoSung": asked["asked_by"],
        "NoiDungBoSung": asked["content"],
        "NgayBoSung": stamp(asked["asked_at"]),
        "NguoiTiepNhanBoSung": asked["completed_by"],
        "ThongTinTiepNhan": "",
        "NgayTiepNhanBoSung": stamp(done),
        "TrangThaiBoSung": done is not None,
        "DanhSachGiayToBoSung": [],
        "DanhSachLePhiBoSung": [],
        "NgayHenTraTruoc": stamp(old[-1]["appointment_at"]) if old else "",
        "NgayHenTraMoi": stamp(new[0]["appointment_at"]) if new else "",
    }


def _result_list(procedure: Procedure) -> list[dict[str, str]]:
    return [
        {
            "TenGiayTo": result.name,
            "MaThanhPhanHoSo": "",
            "GiayToId": "",
            "DuongDanTepTinKetQua": "",
            "MaGiayToKetQua": result.code,
        }
        for result in procedure.results
    ]
