"""Every setting: its group, its words, its default, and what it is chosen with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from motcua_desktop.gui.theme import look
from motcua_desktop.i18n import _, language

Choices = tuple[tuple[object, str], ...]


class Kind(Enum):
    """What a setting is chosen with."""

    TEXT = auto()
    NUMBER = auto()
    CHOICE = auto()
    COLOUR = auto()
    BUTTON = auto()


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the settings. `unit` stands after a number; `of_desk`: belongs to this computer and not to
    the office."""

    key: str
    title: str
    sentence: str
    default: str = ""
    kind: Kind = Kind.TEXT
    choices: Choices = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    of_desk: bool = False


@dataclass(frozen=True, slots=True)
class SettingGroup:
    """Settings that belong together."""

    title: str
    settings: tuple[Setting, ...]


def groups() -> tuple[SettingGroup, ...]:
    """All settings in their order."""
    return (
        SettingGroup(_("Giao diện"), _appearance()),
        SettingGroup(_("Cơ quan"), _office()),
        SettingGroup(_("Người ký"), _signer()),
        SettingGroup(_("Thời hạn và lịch"), _time()),
        SettingGroup(_("Mã hồ sơ"), _code()),
        SettingGroup(_("Giấy và máy in"), _paper()),
        SettingGroup(_("Báo cáo"), _reports()),
        SettingGroup(_("An toàn"), _safety()),
    )


def _appearance() -> tuple[Setting, ...]:
    system = _("theo máy")
    scales = tuple((scale, f"{round(scale * 100)}%") for scale in (1.0, 1.1, 1.25, 1.4, 1.5))
    modes = (("system", _("Theo máy")), ("light", _("Sáng")), ("dark", _("Tối")))
    languages = (("vi", _("Tiếng Việt")), ("en", "English"))
    colour = _("Chọn hoặc gõ mã như 1B4B8F; không nhận màu của trạng thái hồ sơ.")
    own, desk = _("của chương trình"), Kind.CHOICE
    return (
        Setting(
            "look/scale",
            _("Cỡ chữ"),
            _("Phóng to chữ và nút của cả cửa sổ."),
            "100%",
            desk,
            scales,
            of_desk=True,
        ),
        Setting("look/mode", _("Nền"), _("Sáng, tối hoặc theo máy tính."), system, desk, modes, of_desk=True),
        Setting(
            "language",
            _("Ngôn ngữ"),
            _("Có hiệu lực khi mở lại cửa sổ."),
            _("Tiếng Việt"),
            desk,
            languages,
            of_desk=True,
        ),
        Setting("accent", _("Màu nhấn của cơ quan"), colour, own, Kind.COLOUR),
        Setting("nav", _("Màu thanh bên của cơ quan"), colour, own, Kind.COLOUR),
        Setting(
            "logo",
            _("Biểu trưng"),
            _("Ảnh ở góc trên bên trái thay cho hai chữ, trên mọi máy của cơ quan."),
            _("hai chữ cái"),
            Kind.BUTTON,
        ),
    )


def _office() -> tuple[Setting, ...]:
    written = _("Ghi trên mọi giấy tờ.")
    return (
        Setting("office.name", _("Tên cơ quan"), written),
        Setting("office.parent", _("Cơ quan cấp trên"), _("Dòng đầu của giấy tờ.")),
        Setting("office.counter_name", _("Tên bộ phận một cửa"), written),
        Setting("office.place", _("Địa danh"), _("Đứng trước ngày tháng trên giấy tờ.")),
        Setting("office.address", _("Địa chỉ"), written),
        Setting("office.phone", _("Điện thoại"), _("Để người nộp hỏi về hồ sơ.")),
        Setting("office.email", _("Thư điện tử"), _("Để người nộp hỏi về hồ sơ.")),
        Setting("office.website", _("Trang thông tin"), _("Ghi trên giấy tiếp nhận.")),
    )


def _signer() -> tuple[Setting, ...]:
    return (
        Setting("office.signer_for", _("Ký thay"), _("KT. hoặc TM., để trống nếu không có.")),
        Setting("office.signer_title", _("Chức vụ người ký"), _("Đứng trên chữ ký của thư và phiếu.")),
        Setting("office.signer_name", _("Họ tên người ký"), _("Đứng dưới chữ ký của thư và phiếu.")),
    )


def _time() -> tuple[Setting, ...]:
    policies: Choices = (
        ("same_clock", _("Cùng giờ nhận")),
        ("end_of_day", _("Cuối ngày làm việc")),
        ("civil_strict", _("Theo Bộ luật Dân sự")),
        ("working_minutes", _("Theo phút làm việc")),
        ("session", _("Theo buổi")),
    )
    return (
        Setting(
            "policy",
            _("Cách tính ngày làm việc"),
            _("Thời hạn theo ngày làm việc kết thúc lúc nào. Hồ sơ đã hẹn không đổi."),
            _("cùng giờ nhận"),
            Kind.CHOICE,
            policies,
        ),
        Setting(
            "near_due_days",
            _("Sắp đến hạn"),
            _("Hồ sơ còn bao nhiêu ngày làm việc thì coi là sắp đến hạn."),
            _("3 ngày"),
            Kind.NUMBER,
            least=1,
            most=15,
            unit=_("ngày làm việc"),
        ),
        Setting(
            "calendar",
            _("Giờ làm việc và ngày nghỉ"),
            _("Các buổi làm việc, ngày nghỉ, ngày làm bù nằm ở trang Lịch làm việc."),
            "",
            Kind.BUTTON,
        ),
    )


def _code() -> tuple[Setting, ...]:
    marks: Choices = (("-", _("gạch nối")), (".", _("dấu chấm")), ("_", _("gạch dưới")))
    return (
        Setting("pattern.agency", _("Mã cơ quan"), _("Phần đầu của mã hồ sơ, như H48.25.12.")),
        Setting(
            "pattern.separator",
            _("Dấu ngăn"),
            _("Giữa mã cơ quan, ngày và số."),
            _("gạch nối"),
            Kind.CHOICE,
            marks,
        ),
        Setting(
            "pattern.width",
            _("Số chữ số"),
            _("Của số thứ tự trong ngày."),
            "4",
            Kind.NUMBER,
            least=3,
            most=6,
            unit=_("chữ số"),
        ),
    )


def _paper() -> tuple[Setting, ...]:
    forms = _("Số bản, khổ giấy, tên giấy, bộ mẫu và máy in của từng mẫu nằm ở phần Giấy in.")
    lists = _("Phòng ban, người ký, giấy tờ hay chứng thực, chức vụ nằm ở phần Danh mục.")
    return (
        Setting("paper", _("Mẫu giấy, số bản, khổ giấy, máy in"), forms, "", Kind.BUTTON),
        Setting("lists", _("Danh mục của cơ quan"), lists, "", Kind.BUTTON),
    )


def _reports() -> tuple[Setting, ...]:
    waiting: Choices = (
        ("pending", _("Đang giải quyết, trong hạn")),
        ("settled", _("Đã giải quyết, đúng hạn")),
    )
    return (
        Setting(
            "report_cutoff_day",
            _("Ngày chốt số liệu"),
            _("Kỳ báo cáo bắt đầu từ ngày này của tháng trước (NĐ 09/2019, Điều 12); 1 là tháng dương lịch."),
            "15",
            Kind.NUMBER,
            least=1,
            most=28,
        ),
        Setting(
            "report_waiting",
            _("Hồ sơ chờ bổ sung"),
            _("Đếm vào cột nào của các biểu."),
            _("đang giải quyết"),
            Kind.CHOICE,
            waiting,
        ),
        *_report_columns(),
        Setting(
            "report_receiver",
            _("Đơn vị nhận báo cáo"),
            _("In ở đầu biểu; để trống thì là cơ quan cấp trên."),
            _("cơ quan cấp trên"),
        ),
    )


def _report_columns() -> tuple[Setting, ...]:
    """Where the norms leave open in which column a dossier is counted."""
    return (
        Setting(
            "report_ended",
            _("Hồ sơ rút, dừng, đóng"),
            _("Có tính là đã giải quyết không; cột riêng của biểu 07a vẫn đếm."),
            _("đã giải quyết"),
            Kind.CHOICE,
            (("settled", _("Đã giải quyết, đúng hạn")), ("apart", _("Không tính là đã giải quyết"))),
        ),
        Setting(
            "report_refused",
            _("Hồ sơ từ chối giải quyết"),
            _("Xét theo ngày từ chối, hay luôn tính là đúng hạn."),
            _("theo ngày"),
            Kind.CHOICE,
            (("dated", _("Theo ngày từ chối")), ("on_time", _("Luôn đúng hạn"))),
        ),
        Setting(
            "report_transfer",
            _("Phí trả bằng chuyển khoản"),
            _("Đếm vào cột thanh toán nào của biểu 07a."),
            _("trực tiếp"),
            Kind.CHOICE,
            (("direct", _("Trực tiếp")), ("online", _("Trực tuyến"))),
        ),
    )


def _safety() -> tuple[Setting, ...]:
    return (
        Setting(
            "idle_minutes",
            _("Tự khóa"),
            _("Sau bao nhiêu phút không làm gì thì hỏi lại mật khẩu; 0 là không khóa."),
            _("15 phút"),
            Kind.NUMBER,
            most=240,
            unit=_("phút"),
        ),
        Setting(
            "backup_folder",
            _("Nơi sao lưu"),
            _("Thư mục bản sao tự động, nên ở ổ đĩa khác: bản chụp khi ấy cũng được chép sang."),
            _("cạnh sổ"),
            Kind.BUTTON,
        ),
        Setting(
            "backup",
            _("Sao lưu ngay"),
            _("Chép sổ và bản chụp ra nơi khác và đọc lại để kiểm tra."),
            "",
            Kind.BUTTON,
        ),
    )


def desk_value(key: str, kept: str) -> object:
    """A setting of this computer as its control shows it."""
    if key == "look/scale":
        return look().scale
    if key == "look/mode":
        return look().mode
    return kept or language() if key == "language" else kept
