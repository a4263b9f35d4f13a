"""The upper part of a paper (Decree 30/2020, Appendix I): national title, agency, number, date, title."""

from __future__ import annotations

import re

from motcua_desktop.documents.edition import Form
from motcua_desktop.documents.facts import Facts
from motcua_desktop.documents.flow import Flow, bar_marks, centred, qr_marks
from motcua_desktop.documents.fonts import BOLD, ITALIC, REGULAR
from motcua_desktop.documents.setting import BLANK, Run, line_height
from motcua_desktop.documents.sheet import MM, Frame, Rule

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


#: Words of an agency's name that stay on one line where they fit.
_TOGETHER = re.compile(
    r"ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HÀNH CHÍNH CÔNG|PHỤC VỤ|TRUNG TÂM|TIẾP NHẬN|TRẢ KẾT QUẢ|MỘT CỬA|"
    r"(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ) [^,]{2,24}$"
)
#: Papers whose number nobody writes in by hand: without one the line is left out.
_NUMBER_OR_NONE = frozenset({"fee"})


def agency(name: str) -> str:
    """The name of an agency in capitals, its compounds held together."""
    return _TOGETHER.sub(lambda match: match[0].replace(" ", "\u00a0"), name.upper())


def draw_head(flow: Flow, form: Form, facts: Facts, title: list[Run]) -> None:
    """Everything above the body. `title` is the form's title, or the one the office chose."""
    if form.head.get("national", True):
        _national(flow, form, facts)
    codes = form.head.get("codes", "none") if facts.coded else "none"
    flow.skip(form.title_before * MM)
    flow.skip(flow.size * (0.35 if flow.is_small else 1.1))
    if codes == "slip":
        _slip_title(flow, form, facts, title)
    elif codes == "corner":
        _corner_title(flow, form, facts, title)
    else:
        _plain_title(flow, form, facts, title)
    flow.skip(flow.size * (0.35 if flow.is_small else 0.8))


def _sizes(flow: Flow) -> tuple[float, float]:
    """Size of country and agency, of motto, number and date."""
    return {"A4": (12.0, 13.0), "A5": (9.0, 10.0), "A6": (7.5, 8.0)}[flow.paper]


def _national(flow: Flow, form: Form, facts: Facts) -> None:
    """Agency left, country and motto right, under them number and date on one line."""
    small, large = _sizes(flow)
    left_room = flow.room * (0.45 if flow.landscape else 0.42)
    right_x = flow.left + left_room + 0.02 * flow.room
    right_room = flow.right - right_x
    right_y = _country(flow, right_x, right_room, small, large)
    left_y = _agencies(flow, form, facts, left_room, small)
    gap = large * (0.3 if flow.is_small else 0.55)
    if form.number_line and (form.name not in _NUMBER_OR_NONE or facts.fields.get("number")):
        left_y = right_y = max(left_y, right_y)
        runs = [(text.replace(BLANK, "…………"), weight) for text, weight in facts.runs(form.number_line)]
        marks, height, _ = centred(runs, flow.left, left_y + gap, left_room, large)
        flow.add(marks)
        left_y += gap + height
    if form.head.get("dated", True):
        today = [(facts.fields["today"], ITALIC)]
        marks, height, _ = centred(today, right_x, right_y + gap, right_room, large)
        flow.add(marks)
        right_y += gap + height
    flow.y = max(left_y, right_y)


def _country(flow: Flow, x: float, room: float, small: float, large: float) -> float:
    """Country and motto with its full-length rule; gives the y below."""
    marks, height, _ = centred([(COUNTRY, BOLD)], x, flow.y, room, small)
    flow.add(marks)
    marks, more, wide = centred([(MOTTO, BOLD)], x, flow.y + height, room, large)
    y, middle = flow.y + height + more + 1.5, x + room / 2
    flow.add([*marks, Rule(middle - wide / 2, y, middle + wide / 2, y, 0.7)])
    return y


def _agencies(flow: Flow, form: Form, facts: Facts, room: float, size: float) -> float:
    """Superior and issuing agency, a rule of two fifths of the last line; gives the y below."""
    upper, lower = _issuers(form, facts)
    y = flow.y
    if upper:
        marks, height, _ = centred([(agency(upper), REGULAR)], flow.left, y, room, size)
        flow.add(marks)
        y += height
    marks, height, wide = centred([(agency(lower), BOLD)], flow.left, y, room, size)
    y, middle = y + height + 1.5, flow.left + room / 2
    flow.add([*marks, Rule(middle - wide * 0.2, y, middle + wide * 0.2, y, 0.7)])
    return y


def _issuers(form: Form, facts: Facts) -> tuple[str, str]:
    """The superior (upright) and the issuing agency (bold): the office, or its counter."""
    office, counter = facts.fields["office_name"], facts.fields["counter_name"]
    if form.head.get("issuer", "office") == "counter" and counter != office:
        return office, counter
    return facts.fields["office_parent"], office


def _title_size(flow: Flow) -> float:
    return {"A4": 14.0, "A5": 12.5, "A6": 10.0}[flow.paper]


def _stack(flow: Flow, form: Form, facts: Facts, title: list[Run], x: float, room: float) -> float:
    """Title and the lines under it, centred in a column; gives the y below."""
    size = form.title_size or _title_size(flow)
    marks, height, _ = centred([(text, BOLD) for text, _ in title], x, flow.y, room, size)
    flow.add(marks)
    y = flow.y + height
    for line in form.under_title:
        runs = [run for run in facts.runs(line) if run[0] != BLANK]
        if "".join(text for text, _ in runs).strip():
            marks, height, _ = centred(runs, x, y, room, flow.size)
            flow.add(marks)
            y += height
    return y


def _plain_title(flow: Flow, form: Form, facts: Facts, title: list[Run]) -> None:
    flow.y = _stack(flow, form, facts, title, flow.left, flow.room)


def _corner_title(flow: Flow, form: Form, facts: Facts, title: list[Run]) -> None:
    """The title in the middle, the QR of the code at the right."""
    side = (17 if flow.is_small else 20) * MM
    below = _stack(flow, form, facts, title, flow.left + side, flow.room - 2 * side)
    flow.add(qr_marks(facts.slip_text or facts.coded, flow.right - side, flow.y - 3, side))
    flow.y = max(below, flow.y - 3 + side)


def _slip_title(flow: Flow, form: Form, facts: Facts, title: list[Run]) -> None:
    """QR at the left, title over the bar code in the middle, the copy's mark at the right."""
    side = (20.0 if flow.is_small or flow.landscape else 24.0) * MM
    middle_x, middle_room = flow.left + side, flow.room - 2 * side
    flow.add(qr_marks(facts.slip_text or facts.coded, flow.left - 4, flow.y - 4, side + 6))
    if facts.copy_mark:
        _copy_mark(flow, facts.copy_mark, flow.right - side + 4, side - 4)
    y = _stack(flow, form, facts, title, middle_x, middle_room) + 3
    bar = (7.0 if flow.is_small or flow.landscape else 10.0) * MM
    caption = max(flow.size - 0.5, 9.0)
    words = facts.word("code") if facts.fields.get("code") else ""
    flow.add(bar_marks(facts.coded, middle_x - 8, y, middle_room + 16, bar, caption, words))
    flow.y = max(y + bar + line_height(caption), flow.y + side)


def _copy_mark(flow: Flow, text: str, x: float, room: float) -> None:
    size = flow.size - 2
    marks, height, _ = centred([(text, BOLD)], x + 2, flow.y + 3, room - 4, size)
    flow.add([*marks, Frame(x, flow.y, room, height + 6)])
