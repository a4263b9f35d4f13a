"""Every paper whose look and words are accepted: name → its PDF, ordinary ones and crowded ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

from tests.documents import samples as s

from motcua_desktop.assets import resource
from motcua_desktop.documents import forms
from motcua_desktop.documents.edition import Edition
from motcua_desktop.documents.letters import draw_letters
from motcua_desktop.documents.register_book import RegisterRow, draw_register
from motcua_desktop.documents.sheet import Page
from motcua_desktop.documents.wording import load_edition
from motcua_desktop.domain.dossier import Dossier, Event
from motcua_desktop.domain.lifecycle import Move, Status

SLIP_TEXT = "000.00.96.H48-260302-0007|202603051500|ABCDEFGH234567"
EDITIONS = ("2018", "2025")


@cache
def edition(name: str) -> Edition:
    return load_edition(resource(f"forms/{name}"))


def handed_over() -> Dossier:
    return replace(
        s.DOSSIER,
        events=(
            *s.DOSSIER.events,
            Event(
                "e2",
                datetime(2026, 3, 2, 15, 20),
                "Lê Thị Minh Họa",
                Move.HAND_OVER,
                Status.IN_PROCESS,
                "",
                {"from": "Trung tâm Phục vụ hành chính công", "to": "Phòng Kinh tế"},
            ),
            Event("e3", datetime(2026, 3, 2, 16, 0), "Phạm Quốc Mẫu", Move.TAKE_OVER, Status.IN_PROCESS),
        ),
    )


@dataclass(frozen=True)
class Case:
    """One paper: form, dossier and further facts; `page` draws, `lay_out` gives the page before the ink."""

    form: str
    dossier: Dossier | None
    facts: dict[str, Any]

    def draw(self, edition_name: str) -> bytes:
        return forms.draw(
            self.form,
            edition(edition_name),
            s.OFFICE,
            self.dossier,
            now=self.facts.get("now", s.NOW),
            officer=s.OFFICER,
            **{name: value for name, value in self.facts.items() if name != "now"},
        )

    def lay_out(self, edition_name: str) -> list[Page]:
        return forms.lay_out(
            self.form,
            edition(edition_name),
            s.OFFICE,
            self.dossier,
            now=self.facts.get("now", s.NOW),
            officer=s.OFFICER,
            **{name: value for name, value in self.facts.items() if name != "now"},
        )


WHY = "Nhận lúc 15:15, sau 15:00, nên trả vào ngày làm việc tiếp theo; không tính thứ Bảy, Chủ nhật."
_LONG_REASON = (
    "Ngành nghề đăng ký thuộc danh mục cấm đầu tư kinh doanh theo Điều 6 Luật Đầu tư; địa điểm kinh doanh "
    "nằm trong khu vực bảo vệ I của di tích."
)
CASES: dict[str, Case] = {
    "receipt": Case("receipt", s.DOSSIER, {"slip_text": SLIP_TEXT}),
    "receipt-certified": Case("receipt", s.CERTIFIED, {"slip_text": SLIP_TEXT, "why": WHY}),
    "receipt-ordinary": Case("receipt", s.ORDINARY, {"slip_text": SLIP_TEXT, "why": WHY}),
    "receipt-supplemented": Case("receipt", s.SUPPLEMENTED, {"slip_text": SLIP_TEXT, "reprint": True}),
    "receipt-crowded": Case(
        "receipt",
        s.CROWDED,
        {
            "reprint": True,
            "why": "Nhận lúc 15:00 ngày 02/03/2026, tính 22,5 ngày làm việc, không tính ngày nghỉ.",
        },
    ),
    "supplement": Case("supplement", s.ASKED, {"number": "03"}),
    "supplement-intake": Case("supplement", s.ASKED_AT_INTAKE, {}),
    "supplement-crowded": Case(
        "supplement", s.CROWDED, {"content": "\n".join([s.LONG_NAME] * 9), "reason": s.LONG_NAME}
    ),
    "refusal": Case("refusal", s.DOSSIER, {"reason": _LONG_REASON, "number": "12"}),
    "apology-future": Case("apology", s.APOLOGISED, {}),
    "apology-past": Case("apology", s.APOLOGISED, {"now": datetime(2026, 3, 6, 8, 0)}),
    "apology-crowded": Case("apology", replace(s.CROWDED, apologies=(s.APOLOGY,)), {}),
    "stop": Case("stop", s.DOSSIER, {"reason": "người nộp đã thay đổi kế hoạch kinh doanh", "number": "03"}),
    "control": Case("control", handed_over(), {}),
    "handover": Case(
        "handover",
        None,
        {
            "dossiers": [s.DOSSIER, s.CROWDED] * 4,
            "from_unit": "Trung tâm Phục vụ hành chính công",
            "to_unit": "Phòng Kinh tế, Hạ tầng và Đô thị",
            "number": "07",
        },
    ),
    "handover-back": Case(
        "handover",
        None,
        {
            "dossiers": [s.DOSSIER, s.ORDINARY],
            "direction": "back",
            "giver": "Phòng Kinh tế, Hạ tầng và Đô thị",
            "giver_name": "Phạm Quốc Mẫu",
            "receiver_name": "Lê Thị Minh Họa",
            "date": datetime(2026, 2, 5, 8, 30),
            "number": "12/2026",
        },
    ),
    "return": Case("return", s.RETURNED, {}),
    "return-ready": Case("return", replace(s.DOSSIER, status=Status.RESULT_READY), {}),
    "fee": Case("fee", s.CROWDED, {"number": "15"}),
    "satisfaction": Case("satisfaction", s.DOSSIER, {}),
    "procedure": Case("procedure", s.CROWDED, {}),
    "feedback": Case("feedback", None, {}),
    "postal": Case("postal", s.CROWDED, {}),
    "package": Case(
        "package",
        None,
        {
            "sequence": 49,
            "made_at": datetime(2026, 2, 5, 16, 40),
            "maker": "Phạm Quốc Mẫu",
            "recipient": "Trung tâm Phục vụ hành chính công tỉnh Quảng Ngãi",
            "count": 21,
            "file": "H48.25.12-20260205-1640.motcua.zip",
            "bytes": "212 KB",
            "hash": "854303df122cecdf9afcfc935d216c0c39673808f3eb44e2a3eb5583adcf3ea4",
        },
    ),
}


def register_rows(count: int) -> Iterator[RegisterRow]:
    """Rows of an invented year; one in nine has a name of 500 letters."""
    for n in range(1, count + 1):
        yield RegisterRow(
            n=n,
            code=f"000.00.96.H48-260302-{n:04d}",
            procedure=s.LONG_NAME if n % 9 == 4 else "Đăng ký thành lập hộ kinh doanh",
            applicant="Y Blưm" if n % 2 else "Nguyễn Thị Ỷ",
            contact="Thôn Tây An Hải, đặc khu Lý Sơn; 0905 000 123",
            handled_by="Phòng Kinh tế",
            received="02/03/2026",
            due="05/03/2026",
            method="Tại quầy",
        )


def register(edition_name: str, count: int = 25) -> bytes:
    out = BytesIO()
    draw_register(
        edition(edition_name),
        s.OFFICE,
        register_rows(count),
        year=2026,
        field_group="Hộ tịch, chứng thực",
        volume="01",
        out=out,
        now=s.NOW,
    )
    return out.getvalue()


def letters(edition_name: str, count: int = 3) -> bytes:
    out = BytesIO()
    draw_letters(edition(edition_name), s.OFFICE, [s.APOLOGISED] * count, now=s.NOW, out=out)
    return out.getvalue()


def papers() -> dict[str, Callable[[], bytes]]:
    """`2025-receipt` → how it is drawn, for all forms of all editions."""
    found: dict[str, Callable[[], bytes]] = {}
    for name in EDITIONS:
        for case_name, case in CASES.items():
            if case.form not in edition(name).absent:
                found[f"{name}-{case_name}"] = lambda case=case, name=name: case.draw(name)
        found[f"{name}-register"] = lambda name=name: register(name)
    return found
