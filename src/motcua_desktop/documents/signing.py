"""Where people sign: two places side by side, or the agency's closing with its addressees at the left."""

from __future__ import annotations

import re

from motcua_desktop.documents.edition import Block, Template
from motcua_desktop.documents.facts import Facts
from motcua_desktop.documents.flow import Flow, bar_marks, block_height, centred, qr_marks
from motcua_desktop.documents.fonts import BOLD, BOLD_ITALIC
from motcua_desktop.documents.setting import BLANK, Line, break_lines, line_height, set_lines
from motcua_desktop.documents.sheet import MM

_LEAST_ROOM = 10 * MM  # a signature
_CODE_SIDE, _CODE_GAP = 17 * MM, 3 * MM
#: "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" typed on one line are two powers.
_NEXT_POWER = re.compile(r"[\s,;/]+(?=(?:TM|KT|TL|TUQ|Q)\.)")


def draw_signatures(flow: Flow, block: Block, facts: Facts) -> None:
    """One or two places to sign, each a title, a hint, room and the name; never torn apart."""
    room = float(block.options.get("room", 11 if flow.is_small else 20)) * MM
    room = max(room * flow.fit.air, min(room, _LEAST_ROOM))
    half = flow.room / 2 - 4
    size = flow.size
    flow.skip(float(block.options.get("before", 5 if flow.is_small else 10)))
    sides = [
        (
            flow.left + place * (half + 8),
            [block.texts.get(f"{side}_{part}", ()) for part in ("title", "hint", "name")],
        )
        for place, side in enumerate(("left", "right"))
    ]
    rows = [
        max(_height(facts, parts[part], size, half) for _, parts in sides if parts[part] or part)
        if any(parts[part] for _, parts in sides)
        else 0.0
        for part in range(3)
    ]
    flow.need(sum(rows) + room)
    for x, parts in sides:
        y = flow.y
        for part, template in enumerate(parts):
            if part == 2:
                y += room
            runs = facts.runs(template)
            if not any(text == BLANK for text, _ in runs):
                flow.add(centred(runs, x, y, half, size)[0])
            y += rows[part]
    flow.y += sum(rows) + room


def _height(facts: Facts, template: Template, size: float, room: float) -> float:
    return block_height(facts.runs(template), size, room) if template else 0.0


def draw_closing(flow: Flow, block: Block, facts: Facts) -> None:
    """Decree 30/2020 cells 7 and 9b: Nơi nhận at the left; powers, title and name of the signer right."""
    size = flow.size
    room = float(block.options.get("room", 26 if not flow.is_small else 15)) * MM
    right_x = flow.left + flow.room * 0.48
    right_room = flow.right - right_x
    title, name = _powers(facts), facts.fields.get("signer_name", "")
    title_height = block_height([(title, BOLD)], size, right_room)
    name_height = block_height([(name, BOLD)], size, right_room)
    lines = _recipients(flow, block, facts, flow.room * 0.46)
    codes = bool(block.options.get("codes")) and bool(facts.coded)
    label, small = _recipient_sizes(flow)
    list_height = line_height(label) + sum(len(one) for one in lines) * line_height(small)
    left_height = list_height + (_CODE_GAP + _CODE_SIDE if codes else 0.0)
    height = max(title_height + room + name_height, left_height)
    flow.skip(float(block.options.get("before", 12)))
    flow.need(height)
    _draw_recipients(flow, block, facts, lines)
    if codes:
        _small_codes(flow, facts.coded, flow.y + list_height + _CODE_GAP, flow.room * 0.46)
    flow.add(centred([(title, BOLD)], right_x, flow.y, right_room, size)[0])
    flow.add(centred([(name, BOLD)], right_x, flow.y + title_height + room, right_room, size)[0])
    flow.y += height


def _powers(facts: Facts) -> str:
    """For whom the signer signs and as what, each power on a line of its own."""
    powers = [facts.fields.get("signer_for", ""), facts.fields.get("signer_title", "")]
    return _NEXT_POWER.sub("\n", "\n".join(power.strip().upper() for power in powers if power.strip()))


def _recipient_sizes(flow: Flow) -> tuple[float, float]:
    """Size of "Nơi nhận:" and of the list under it."""
    return (12.0, 11.0) if not flow.is_small else (flow.size, flow.size - 1)


def _recipients(flow: Flow, block: Block, facts: Facts, room: float) -> list[list[Line]]:
    """The lines of each addressee that is known."""
    shown = [facts.runs(template) for template in block.lists.get("recipients", ())]
    size = _recipient_sizes(flow)[1]
    return [break_lines(runs, size, room) for runs in shown if not any(BLANK in text for text, _ in runs)]


def _draw_recipients(flow: Flow, block: Block, facts: Facts, lines: list[list[Line]]) -> None:
    room = flow.room * 0.46
    label, small = _recipient_sizes(flow)
    if lines and "recipients_title" in block.texts:
        bold = [(text, BOLD_ITALIC) for text, _ in facts.runs(block.texts["recipients_title"])]
        flow.add(set_lines(break_lines(bold, label, room), flow.left, flow.y, room, label))
    y = flow.y + line_height(label)
    for one in lines:
        flow.add(set_lines(one, flow.left, y, room, small))
        y += len(one) * line_height(small)


def _small_codes(flow: Flow, code: str, top: float, room: float) -> None:
    """QR and bar code under the addressees, where Decree 30/2020 leaves room."""
    flow.add(qr_marks(code, flow.left - 4, top, _CODE_SIDE, quick=True))
    bar, caption = 7 * MM, 9.0
    middle = top + (_CODE_SIDE - bar - line_height(caption)) / 2
    flow.add(bar_marks(code, flow.left + _CODE_SIDE - 6, middle, room - _CODE_SIDE + 6, bar, caption))
