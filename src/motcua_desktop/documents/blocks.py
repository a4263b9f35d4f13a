"""The parts of a form's body: how each kind of block stands on paper."""

from __future__ import annotations

from collections.abc import Callable

from motcua_desktop.documents.control_rows import draw_control
from motcua_desktop.documents.edition import Block, Condition
from motcua_desktop.documents.facts import Facts
from motcua_desktop.documents.flow import ROOMY, Flow, bar_marks, block_height, qr_marks
from motcua_desktop.documents.fonts import BOLD_ITALIC, ITALIC, REGULAR
from motcua_desktop.documents.setting import BLANK, Run, break_lines, line_height, set_lines
from motcua_desktop.documents.sheet import MM, Rule
from motcua_desktop.documents.signing import draw_closing, draw_signatures
from motcua_desktop.documents.tables import PAD_Y, Table
from motcua_desktop.documents.tick_boxes import draw_choices, draw_grid

_SIGNED = ("signatures", "closing")
_LISTS = ("table", "items")
FIRST_LINE = 10 * MM  # Decree 30/2020: 1 or 1.27 cm


def draw_body(flow: Flow, blocks: tuple[Block, ...], facts: Facts) -> None:
    """Set the blocks one under another, leaving out those whose conditions do not hold.

    Nobody signs an empty page: when the signatures go to the next page, the words before them go along, and
    the last row of the list above those.
    """
    shown = [block for block in blocks if all(_holds(condition, facts) for condition in block.when)]
    signed = next((at for at, block in enumerate(shown) if block.kind in _SIGNED), 0)
    lists = [at for at, block in enumerate(shown[:signed]) if block.kind in _LISTS]
    if not lists:
        _draw(flow, shown, facts)
        return
    _draw(flow, shown[: lists[-1]], facts)
    place, tail = flow.place(), shown[lists[-1] + 1 :]
    _draw(flow, shown[lists[-1] : lists[-1] + 1], facts)
    page = len(flow.pages)
    _draw(flow, tail, facts)
    if len(flow.pages) > page:
        flow.back_to(place)
        flow.reserve = _height_alone(flow, tail, facts)
        _draw(flow, shown[lists[-1] : lists[-1] + 1], facts)
        flow.reserve = 0.0
        _draw(flow, tail, facts)


def _height_alone(flow: Flow, blocks: list[Block], facts: Facts) -> float:
    """What the blocks take under one another; 0 when that is more than a page."""
    place = flow.place()
    flow.new_page()
    page = len(flow.pages)
    _draw(flow, blocks, facts)
    height = flow.y - flow.top + 10 if len(flow.pages) == page else 0.0
    flow.back_to(place)
    return height


def _draw(flow: Flow, shown: list[Block], facts: Facts) -> None:
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


def _size(flow: Flow, block: Block, default: float) -> float:
    """The size the block asks for, as it stands on this paper."""
    return flow.fitted(float(block.options["size"])) if "size" in block.options else default


def _before(flow: Flow, block: Block, default: float) -> float:
    return float(block.options.get("before", default))


def _text(flow: Flow, block: Block, facts: Facts) -> None:
    body = not flow.is_small
    flow.paragraph(
        facts.runs(block.texts["text"]),
        size=_size(flow, block, flow.size),
        align=block.options.get("align", "justify" if body else "left"),
        first_indent=FIRST_LINE if block.options.get("indent", body) else 0.0,
        hang=float(block.options.get("hang", 0)) * MM,
        before=_before(flow, block, 6 if body else 0.8),
        leading=1.25 if body else 0.0,
    )


def _pair(flow: Flow, block: Block, facts: Facts) -> None:
    """Two short facts on one line; one under the other when they do not fit side by side."""
    size = _size(flow, block, flow.size)
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


def _facts(flow: Flow, block: Block, facts: Facts) -> None:
    """Short facts, two on a line where both fit; those that are not known are left out."""
    size = _size(flow, block, flow.size)
    split = flow.room * float(block.options.get("share", 0.58))
    before = _before(flow, block, 0.8 if flow.is_small else 2)
    lines = [facts.runs(line) for line in block.lists["lines"]]
    lines = [runs for runs in lines if not any(BLANK in text for text, _ in runs)]
    at = 0
    while at < len(lines):
        left, right = lines[at], lines[at + 1] if at + 1 < len(lines) else None
        x = _beside(flow, left, right, size, split) if right else 0.0
        if right and x:
            flow.skip(before)
            flow.need(line_height(size, flow.fit.leading))
            for runs, start in ((left, 0.0), (right, x)):
                one = break_lines(runs, size, flow.room)
                flow.add(set_lines(one, flow.left + start, flow.y, flow.room - start, size))
            flow.y += line_height(size, flow.fit.leading)
        else:
            flow.paragraph(left, size=size, before=before)
        at += 2 if x else 1


def _beside(flow: Flow, left: list[Run], right: list[Run], size: float, split: float) -> float:
    """Where the right one of two facts starts on the line of the left one; 0 when it does not fit there."""
    wide, other = (break_lines(runs, size, 10_000)[0].width for runs in (left, right))
    if wide + size <= split and split + other <= flow.room:
        return split
    tight = wide + 1.2 * size
    return tight if flow.fit is not ROOMY and tight + other <= flow.room else 0.0


def _items(flow: Flow, block: Block, facts: Facts) -> None:
    body = not flow.is_small
    rows = facts.tables.get(block.options["of"], [])
    for row in rows:
        runs = facts.runs(block.texts["text"], row)
        if flow.reserve and row is rows[-1]:
            flow.need(block_height(runs, flow.size, flow.room, 1.25) + flow.reserve)
        flow.paragraph(
            runs,
            align=block.options.get("align", "justify" if body else "left"),
            first_indent=FIRST_LINE if block.options.get("indent", body) else 0.0,
            before=_before(flow, block, 3 if body else 1.2),
            leading=1.25 if body else 0.0,
        )


def _table(flow: Flow, block: Block, facts: Facts) -> None:
    size = _size(flow, block, max(flow.size - 1, flow.smallest))
    flow.skip(_before(flow, block, 4 if not flow.is_small else 2))
    table = Table(flow, block.columns, size, numbered=bool(block.options.get("numbered")))
    table.start()
    at_least = float(block.options.get("row_height", 0)) * MM
    rows = facts.tables.get(block.options["of"], [])
    reserve = flow.reserve + (line_height(size) + 2 * PAD_Y if "total_label" in block.texts else 0.0)
    for row in rows:
        table.row(row, at_least=at_least, reserve=reserve if row is rows[-1] else 0.0)
    for _ in range(int(block.options.get("min_rows", 0)) - len(rows)):
        table.row({}, at_least=at_least)
    if "total_label" in block.texts:
        table.total(facts.runs(block.texts["total_label"]), facts.runs(block.texts.get("total_value", ())))


def _notes(flow: Flow, block: Block, facts: Facts) -> None:
    size = _size(flow, block, max(flow.size - (1.5 if flow.is_small else 2), flow.smallest))
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
    code = facts.coded
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
    "signatures": draw_signatures,
    "closing": draw_closing,
    "facts": _facts,
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
