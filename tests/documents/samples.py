"""Dossiers of invented people for papers: an ordinary one and one with everything too long."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from motcua_desktop.domain.applicant import Applicant, Involved, Part
from motcua_desktop.domain.dossier import (
    Apology,
    Channel,
    Dossier,
    Event,
    Office,
    Officer,
    Paper,
    Promise,
    PromiseReason,
    ReturnMethod,
    Supplement,
)
from motcua_desktop.domain.fees import FeeKind, FeeLine, FeeRule, Per
from motcua_desktop.domain.lifecycle import Move, Status
from motcua_desktop.domain.procedure import Component, Procedure, Result, Step
from motcua_desktop.domain.terms import Term, Unit

OFFICE = Office(
    name="Ủy ban nhân dân đặc khu Lý Sơn",
    parent="Ủy ban nhân dân tỉnh Quảng Ngãi",
    counter_name="Trung tâm Phục vụ hành chính công đặc khu Lý Sơn",
    place="Lý Sơn",
    address="Thôn Đông An Vĩnh, đặc khu Lý Sơn, tỉnh Quảng Ngãi",
    phone="0255 386 0000",
    email="motcua@lyson.example.vn",
    website="lyson.example.vn",
    unit_code="21548",
    agency_id="H48.96",
    signer_for="KT. CHỦ TỊCH",
    signer_title="PHÓ CHỦ TỊCH",
    signer_name="Trần Văn Ví Dụ",
)
OFFICER = Officer(name="Lê Thị Minh Họa", role="receive", login="hoa", title="Công chức", desk="Quầy 2")
NOW = datetime(2026, 3, 2, 15, 5)

HOUSEHOLD = Procedure(
    code="1.001612",
    name="Đăng ký thành lập hộ kinh doanh",
    field="Thành lập và hoạt động của doanh nghiệp (hộ kinh doanh)",
    common=True,
    term=Term(Decimal(3), Unit.WORKING_DAY),
    term_note="03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ",
    fees=(FeeRule("Lệ phí đăng ký hộ kinh doanh", FeeKind.CHARGE, 100_000, Per.DOSSIER),),
    components=(
        Component(1, "Giấy đề nghị đăng ký hộ kinh doanh"),
        Component(2, "Bản sao biên bản họp thành viên hộ gia đình về việc thành lập hộ kinh doanh", 0, 1),
        Component(3, "Căn cước của chủ hộ kinh doanh", 1, 0, to_show=True),
        Component(
            4,
            "Văn bản ủy quyền của thành viên hộ gia đình cho một thành viên làm chủ hộ",
            1,
            1,
            conditional=True,
        ),
    ),
    results=(Result("Giấy chứng nhận đăng ký hộ kinh doanh", "KQ.001612"),),
    channels=("direct", "online", "post"),
    legal_basis=("Nghị định 168/2025/NĐ-CP", "Thông tư 68/2025/TT-BTC"),
    steps=(
        Step("Tiếp nhận, số hóa hồ sơ", "Trung tâm Phục vụ hành chính công", "0,5"),
        Step("Thẩm định, dự thảo kết quả", "Phòng Kinh tế", "2"),
        Step("Ký, đóng dấu, trả kết quả", "Lãnh đạo UBND, Văn thư", "0,5"),
    ),
    promulgated_by="Bộ Tài chính",
    handled_by="Phòng Kinh tế đặc khu Lý Sơn",
    decision="Quyết định số 0000/QĐ-BTC",
    effective_from=date(2025, 7, 1),
)

DOSSIER = Dossier(
    id=7,
    uid="0b6c",
    code="000.00.96.H48-260302-0007",
    official_code="",
    procedure=HOUSEHOLD,
    applicant=Applicant(
        name="Nguyễn Thị Ỷ",
        id_number="051190000123",
        birth="1990-02-05",
        sex="Nữ",
        address="Thôn Tây An Hải, đặc khu Lý Sơn, tỉnh Quảng Ngãi",
        phone="0905 000 123",
        email="y.nguyen@example.vn",
    ),
    status=Status.RECEIVED,
    channel=Channel.DIRECT,
    return_method=ReturnMethod.COUNTER,
    received_at=datetime(2026, 3, 2, 15, 0),
    clock_start=datetime(2026, 3, 2, 15, 0),
    officer="hoa",
    term=Term(Decimal(3), Unit.WORKING_DAY),
    papers=(Paper(1), Paper(2, 0, 1), Paper(3, 0, 0, from_data=True)),
    promises=(
        Promise(
            1,
            datetime(2026, 3, 2, 15, 0),
            "hoa",
            PromiseReason.RECEIPT,
            datetime(2026, 3, 5, 15, 0),
            datetime(2026, 3, 5, 15, 0),
            False,
            "118",
        ),
    ),
    events=(Event("e1", datetime(2026, 3, 2, 15, 0), "hoa", Move.RECEIVE, Status.RECEIVED),),
    subject="Đăng ký hộ kinh doanh bán tỏi Lý Sơn",
    fees=(FeeLine("Lệ phí đăng ký hộ kinh doanh", FeeKind.CHARGE, 100_000),),
    paid_by="cash",
    register_volume="01",
    register_number=7,
    rule_edition="118/2025",
    form_edition="2025",
)

APOLOGY = Apology(
    number="05",
    made_at=datetime(2026, 3, 4, 9, 0),
    reason="phải xác minh thông tin về địa điểm kinh doanh do cơn bão số 2 làm gián đoạn tàu ra đảo",
    old_date=datetime(2026, 3, 5, 15, 0),
    new_date=datetime(2026, 3, 9, 15, 0),
    signer="Trần Văn Ví Dụ",
)
APOLOGISED = replace(DOSSIER, apologies=(APOLOGY,))

RETURNED = replace(
    DOSSIER,
    status=Status.RETURNED,
    returned_at=datetime(2026, 3, 2, 15, 5),
    returned_to="Nguyễn Thị Ỷ",
)

_LONG = (
    "Thủ tục xét, quyết định trợ cấp xã hội hằng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hằng tháng"
    " và cấp giấy xác nhận mức độ khuyết tật đối với người khuyết tật đặc biệt nặng, người cao tuổi "
    "thuộc hộ nghèo không có người có nghĩa vụ và quyền phụng dưỡng, trẻ em dưới 03 tuổi thuộc diện hộ "
    "nghèo, hộ cận nghèo đang sinh sống tại địa bàn các xã, thôn vùng đồng bào dân tộc thiểu số và miền"
    " núi đặc biệt khó khăn, xã đảo, đặc khu, kể cả trường hợp hồ sơ được chuyển đến từ nơi tiếp nhận "
    "không phụ thuộc vào địa giới hành chính"
)
LONG_NAME = _LONG[:500]

CROWDED = replace(
    DOSSIER,
    code="000.00.96.H48-260302-1234",
    official_code="H48.96-260302-000123",
    procedure=replace(
        HOUSEHOLD,
        code="2.001396",
        name=LONG_NAME,
        components=tuple(
            Component(
                n,
                LONG_NAME if n in (3, 11) else f"Giấy tờ số {n}: tờ khai theo mẫu ban hành kèm theo Thông tư",
                1,
                n % 3,
            )
            for n in range(1, 24)
        ),
        term=Term(Decimal("22.5"), Unit.WORKING_DAY),
    ),
    term=Term(Decimal("22.5"), Unit.WORKING_DAY),
    applicant=Applicant(
        name="Y Blưm",
        id_number="062301000456",
        birth="2001",
        address="Làng Kon Pring, thôn Măng Đen, xã Măng Đen, tỉnh Quảng Ngãi; địa chỉ cũ: thị trấn Măng Đen, "
        "huyện Kon Plông, tỉnh Kon Tum",
        email="mot.dia.chi.thu.dien.tu.rat.dai.khong.co.dau.cach@mot-ten-mien-cung-rat-dai.example.vn",
    ),
    involved=(
        Involved(
            Part.AUTHORISED,
            Applicant("Công Tằng Tôn Nữ Thị Huyền Trân Phương Thảo Nguyên"),
            "giấy ủy quyền số 12 ngày 01/3/2026",
        ),
        Involved(Part.CO_APPLICANT, Applicant("A Thuận")),
        Involved(Part.CO_APPLICANT, Applicant("Y Hơ̆ Blô̆")),
    ),
    papers=tuple(Paper(n, 1, n % 3) for n in range(1, 24)),
    promises=(replace(DOSSIER.promises[0], provisional=True),),
    fees=(
        FeeLine("Phí chứng thực bản sao từ bản chính", FeeKind.FEE, 16_000),
        FeeLine("Lệ phí cấp giấy xác nhận", FeeKind.CHARGE, 1_005, confirmed=False),
    ),
    paid_by="",
    return_method=ReturnMethod.POST,
)

#: Words of the portal for the paper counters issue most (2.000815): long name, one long component.
CERTIFIED = replace(
    DOSSIER,
    procedure=replace(
        HOUSEHOLD,
        code="2.000815",
        name="Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền của Việt "
        "Nam; cơ quan, tổ chức có thẩm quyền của nước ngoài; cơ quan, tổ chức có thẩm quyền của Việt Nam "
        "liên kết với cơ quan, tổ chức có thẩm quyền của nước ngoài cấp hoặc chứng nhận",
        components=(
            Component(
                1,
                "Bản chính giấy tờ, văn bản làm cơ sở để chứng thực bản sao và bản sao cần chứng thực. "
                "Trường hợp người yêu cầu chứng thực chỉ xuất trình bản chính thì cơ quan, tổ chức tiến hành "
                "chụp từ bản chính để thực hiện chứng thực, trừ trường hợp cơ quan, tổ chức không có phương "
                "tiện để chụp. Bản sao từ bản chính để thực hiện chứng thực phải có đầy đủ các trang đã ghi "
                "thông tin của bản chính.",
            ),
            Component(2, "Căn cước của người yêu cầu chứng thực", to_show=True),
            Component(3, "Giấy ủy quyền (trường hợp nộp thay)", conditional=True),
        ),
    ),
    term=Term(Decimal(0), Unit.WORKING_DAY),
    papers=(Paper(1, 1, 2), Paper(2), Paper(3, 0, 1)),
    fees=(FeeLine("Phí chứng thực", FeeKind.FEE, 24_000),),
    subject="",
    return_method=ReturnMethod.POST,
)
#: Five components of two or three lines each.
ORDINARY = replace(
    DOSSIER,
    procedure=replace(
        HOUSEHOLD,
        components=tuple(
            Component(
                n,
                f"Giấy tờ số {n}: tờ khai theo mẫu ban hành kèm theo Thông tư, có xác nhận của cơ quan có "
                "thẩm quyền, còn giá trị sử dụng",
            )
            for n in range(1, 6)
        ),
    ),
    papers=tuple(Paper(n) for n in range(1, 6)),
)

ASKED = replace(
    DOSSIER,
    supplements=(
        Supplement(
            1,
            datetime(2026, 3, 3, 10, 0),
            "hoa",
            "Bản sao hợp đồng thuê địa điểm kinh doanh\nBiên bản họp thành viên hộ gia đình có đủ chữ ký",
            "hồ sơ chưa có giấy tờ về địa điểm; biên bản họp thiếu chữ ký của một thành viên",
        ),
    ),
)
#: The receipt drawn again when the citizen has brought what was asked for.
SUPPLEMENTED = replace(
    DOSSIER,
    papers=(Paper(1), Paper(2, 0, 1), Paper(3)),
    supplements=(
        replace(ASKED.supplements[0], completed_at=datetime(2026, 3, 4, 8, 30), completed_by="hoa"),
    ),
    paid_by="none",
)
ASKED_AT_INTAKE = replace(
    DOSSIER,
    status=Status.TO_COMPLETE,
    promises=(),
    supplements=(replace(ASKED.supplements[0], at_intake=True),),
)
