"""The parts of a form's body: how each kind of block stands on paper."""

from __future__ import annotations

from collections.abc import Callable

from motcua_desktop.documents.control_rows import draw_control
from motcua_desktop.documents.edition import Block, Condition, Template
from motcua_desktop.documents.facts import Facts
from motcua_desktop.documents.flow import Flow, bar_marks, block_height, centred, qr_marks
from motcua_desktop.documents.fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR
from motcua_desktop.documents.setting import BLANK, break_lines, line_height, set_lines
from motcua_desktop.documents.sheet import MM, Rule
from motcua_desktop.documents.tables import Table
from motcua_desktop.documents.tick_boxes import draw_choices, draw_grid

_SIGNED = ("signatures", "closing")
FIRST_LINE = 10 * MM  # Decree 30/2020: 1 or 1.27 cm


def draw_body(flow: Flow, blocks: tuple[Block, ...], facts: Facts) -> None:
    """Set the blocks one under another, leaving out those whose conditions do not hold.

    Nobody signs an empty page: when the signatures go to the next page, the words before them go along.
    """
    shown = [block for block in blocks if all(_holds(condition, facts) for condition in block.when)]
    before: tuple[Block, tuple[int, int, float]] | None = None
    for block in shown:
        place, page = flow.place(), len(flow.pages)
        KINDS[block.kind](flow, block, facts)
        if before and block.kind in _SIGNED and len(flow.pages) > page:
            flow.back_to(before[1])
            flow.new_page()
            KINDS[before[0].kind](flow, before[0], facts)
            KINDS[block.kind](flow, block, facts)
        before = (block, place) if block.kind == "text" else None


def _holds(condition: Condition, facts: Facts) -> bool:
    value = facts.fields.get(condition.field, "")
    wanted = value == condition.value if condition.value else bool(value)
    return wanted != condition.negated


def _before(flow: Flow, block: Block, default: float) -> float:
    return float(block.options.get("before", default))


def _text(flow: Flow, block: Block, facts: Facts) -> None:
    body = not flow.is_small
    flow.paragraph(
        facts.runs(block.texts["text"]),
        size=float(block.options.get("size", 0)),
        align=block.options.get("align", "justify" if body else "left"),
        first_indent=FIRST_LINE if block.options.get("indent", body) else 0.0,
        hang=float(block.options.get("hang", 0)) * MM,
        before=_before(flow, block, 6 if body else 0.8),
        leading=1.25 if body else 1.2,
    )


def _pair(flow: Flow, block: Block, facts: Facts) -> None:
    """Two short facts on one line; one under the other when they do not fit side by side."""
    size = float(block.options.get("size", flow.size))
    flow.skip(_before(flow, block, 6 if not flow.is_small else 1.2))
    share = float(block.options.get("share", 0.5))
    split = flow.room * share
    left, right = facts.runs(block.texts["left"]), facts.runs(block.texts["right"])
    left_lines = break_lines(left, size, split - 4)
    right_lines = break_lines(right, size, flow.room - split)
    height = max(len(left_lines), len(right_lines)) * line_height(size)
    flow.need(height)
    flow.add(set_lines(left_lines, flow.left, flow.y, split - 4, size))
    flow.add(set_lines(right_lines, flow.left + split, flow.y, flow.room - split, size))
    flow.y += height


def _items(flow: Flow, block: Block, facts: Facts) -> None:
    body = not flow.is_small
    rows = facts.tables.get(block.options["of"], [])
    for row in rows:
        flow.paragraph(
            facts.runs(block.texts["text"], row),
            align=block.options.get("align", "justify" if body else "left"),
            first_indent=FIRST_LINE if block.options.get("indent", body) else 0.0,
            before=_before(flow, block, 3 if body else 1.2),
            leading=1.25 if body else 1.2,
        )


def _table(flow: Flow, block: Block, facts: Facts) -> None:
    size = float(block.options.get("size", flow.size - 1))
    flow.skip(_before(flow, block, 4 if not flow.is_small else 2))
    table = Table(flow, block.columns, size, numbered=bool(block.options.get("numbered")))
    table.start()
    at_least = float(block.options.get("row_height", 0)) * MM
    rows = facts.tables.get(block.options["of"], [])
    for row in rows:
        table.row(row, at_least=at_least)
    for _ in range(int(block.options.get("min_rows", 0)) - len(rows)):
        table.row({}, at_least=at_least)
    if "total_label" in block.texts:
        table.total(facts.runs(block.texts["total_label"]), facts.runs(block.texts.get("total_value", ())))


def _signatures(flow: Flow, block: Block, facts: Facts) -> None:
    """One or two places to sign, each a title, a hint, room and the name; never torn apart."""
    room = float(block.options.get("room", 11 if flow.is_small else 20)) * MM
    half = flow.room / 2 - 4
    size = flow.size
    flow.skip(_before(flow, block, 5 if flow.is_small else 10))
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


def _closing(flow: Flow, block: Block, facts: Facts) -> None:
    """Decree 30/2020 cells 7 and 9b: Nơi nhận at the left; powers, title and name of the signer right."""
    size = flow.size
    room = float(block.options.get("room", 26 if not flow.is_small else 15)) * MM
    left_room, right_x = flow.room * 0.46, flow.left + flow.room * 0.48
    right_room = flow.right - right_x
    flow.skip(_before(flow, block, 12))
    powers = [facts.fields.get("signer_for", ""), facts.fields.get("signer_title", "")]
    title = "\n".join(power.upper() for power in powers if power)
    name = facts.fields.get("signer_name", "")
    title_height = block_height([(title, BOLD)], size, right_room)
    name_height = block_height([(name, BOLD)], size, right_room)
    label, small = (12.0, 11.0) if not flow.is_small else (size, size - 1)
    shown = [facts.runs(template) for template in block.lists.get("recipients", ())]
    lines = [
        break_lines(runs, small, left_room) for runs in shown if not any(BLANK in text for text, _ in runs)
    ]
    list_height = line_height(label) + sum(len(one) for one in lines) * line_height(small)
    height = max(title_height + room + name_height, list_height)
    flow.need(height)
    if lines:
        heading = facts.runs(block.texts["recipients_title"]) if "recipients_title" in block.texts else []
        bold = [(text, BOLD_ITALIC) for text, _ in heading]
        flow.add(set_lines(break_lines(bold, label, left_room), flow.left, flow.y, left_room, label))
    y = flow.y + line_height(label)
    for one in lines:
        flow.add(set_lines(one, flow.left, y, left_room, small))
        y += len(one) * line_height(small)
    flow.add(centred([(title, BOLD)], right_x, flow.y, right_room, size)[0])
    flow.add(centred([(name, BOLD)], right_x, flow.y + title_height + room, right_room, size)[0])
    flow.y += height


def _notes(flow: Flow, block: Block, facts: Facts) -> None:
    size = float(block.options.get("size", flow.size - (1.5 if flow.is_small else 2)))
    flow.skip(_before(flow, block, 4))
    label = [(text + " ", BOLD_ITALIC) for text, _ in facts.runs(block.texts.get("label", ()))]
    for line in block.lists.get("lines", ()):
        runs = facts.runs(line)
        if not any(text == BLANK for text, _ in runs):
            slanted = [(text, ITALIC if weight == REGULAR else weight) for text, weight in runs]
            flow.paragraph([*label, *slanted], size=size, align="justify")
            label = []


def _blank(flow: Flow, block: Block, facts: Facts) -> None:
    """Dotted lines to write on."""
    flow.skip(_before(flow, block, 2))
    step = flow.size * 1.6
    for _ in range(int(block.options.get("lines", 2))):
        flow.need(step)
        flow.y += step
        flow.add([Rule(flow.left, flow.y - 2, flow.right, flow.y - 2, 0.6, dotted=True)])


def _rule(flow: Flow, block: Block, facts: Facts) -> None:
    flow.skip(_before(flow, block, 1.5))
    half = flow.room * float(block.options.get("share", 1.0)) / 2
    middle = (flow.left + flow.right) / 2
    flow.add([Rule(middle - half, flow.y, middle + half, flow.y, 0.6)])
    flow.y += 2


def _space(flow: Flow, block: Block, facts: Facts) -> None:
    flow.skip(float(block.options.get("height", 5)) * MM)


def _page(flow: Flow, block: Block, facts: Facts) -> None:
    flow.new_page()


def _codes(flow: Flow, block: Block, facts: Facts) -> None:
    """QR at the left, bar code with the code beside it."""
    code = facts.fields.get("code", "")
    side, bar = float(block.options.get("qr", 20)) * MM, float(block.options.get("bar", 9)) * MM
    flow.skip(_before(flow, block, 4))
    flow.need(side)
    flow.add(qr_marks(facts.slip_text or code, flow.left, flow.y, side))
    top = flow.y + (side - bar - flow.size * 1.2) / 2
    flow.add(bar_marks(code, flow.left + side, top, flow.room - side, bar, flow.size))
    flow.y += side


#: Kind of block → how it is set; the same names as `vocabulary.BLOCKS`.
KINDS: dict[str, Callable[[Flow, Block, Facts], None]] = {
    "text": _text,
    "pair": _pair,
    "items": _items,
    "table": _table,
    "signatures": _signatures,
    "closing": _closing,
    "notes": _notes,
    "choices": draw_choices,
    "grid": draw_grid,
    "blank": _blank,
    "rule": _rule,
    "space": _space,
    "page": _page,
    "codes": _codes,
    "control": draw_control,
}
