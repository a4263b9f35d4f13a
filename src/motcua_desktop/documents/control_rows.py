"""The table of the control slip (form 06): a row for each hand-over, filled from the events, or blank."""

from __future__ import annotations

from motcua_desktop.documents.edition import Block
from motcua_desktop.documents.facts import Facts, Row
from motcua_desktop.documents.flow import Flow, centred
from motcua_desktop.documents.fonts import BOLD, ITALIC, REGULAR
from motcua_desktop.documents.setting import BLANK, Run, break_lines, line_height, set_lines
from motcua_desktop.documents.sheet import MM, Rule

SHARES = (0.29, 0.39, 0.2, 0.12)
SIGN = 9 * MM
PAD = 3.0


def draw_control(flow: Flow, block: Block, facts: Facts) -> None:
    """Header, the rows of `facts.tables["control"]`, then blank ones up to `min_rows`."""
    size = flow.fitted(float(block.options.get("size", flow.size - 2)))
    flow.skip(float(block.options.get("before", 6)))
    edges = [flow.left]
    for share in SHARES:
        edges.append(edges[-1] + flow.room * share)
    words = {key: "".join(text for text, _ in facts.runs(template)) for key, template in block.texts.items()}
    headings = [facts.runs(template) for template in block.lists["headings"]]
    rows: list[Row] = list(facts.tables.get("control", []))
    rows += [{}] * max(1, int(block.options.get("min_rows", 5)) - len(rows))
    _header(flow, edges, headings, size)
    for row in rows:
        left = [
            [(f"{words['give']} ", REGULAR), (row.get("from", "") or BLANK, BOLD)],
            [(f"{words['take']} ", REGULAR), (row.get("to", "") or BLANK, BOLD)],
        ]
        room = edges[1] - edges[0] - 2 * PAD
        height = sum(len(break_lines(runs, size, room)) for runs in left) * line_height(size) + 4
        height = max(height, 2 * line_height(size) + SIGN + line_height(size) + 8)
        if not flow.fits(height):
            flow.new_page()
            _header(flow, edges, headings, size)
        _row(flow, edges, row, words, left, size, height)


def _header(flow: Flow, edges: list[float], headings: list[list[Run]], size: float) -> None:
    texts = [[(text, BOLD) for text, _ in runs] for runs in headings]
    rooms = [edges[place + 1] - edges[place] - 2 * PAD for place in range(4)]
    lines = [break_lines(runs, size - 1, room) for runs, room in zip(texts, rooms, strict=True)]
    height = max(len(one) for one in lines) * line_height(size - 1) + 4
    flow.need(height * 3)
    for place, runs in enumerate(texts):
        top = flow.y + (height - len(lines[place]) * line_height(size - 1)) / 2
        flow.add(centred(runs, edges[place] + PAD, top, rooms[place], size - 1)[0])
    flow.add([Rule(flow.left, flow.y, flow.right, flow.y)])
    flow.add([Rule(flow.left, flow.y + height, flow.right, flow.y + height)])
    flow.add([Rule(edge, flow.y, edge, flow.y + height) for edge in edges])
    flow.y += height


def _row(
    flow: Flow,
    edges: list[float],
    row: Row,
    words: dict[str, str],
    left: list[list[Run]],
    size: float,
    height: float,
) -> None:
    top, y = flow.y, flow.y + 2
    room = edges[1] - edges[0] - 2 * PAD
    for runs in left:
        lines = break_lines(runs, size, room)
        flow.add(set_lines(lines, edges[0] + PAD, y, room, size))
        y += len(lines) * line_height(size)
    x, wide = edges[1], edges[2] - edges[1]
    time_lines = break_lines([(row.get("at", "") or words["time"], REGULAR)], size - 1, wide - 2 * PAD)
    flow.add(set_lines(time_lines, x + PAD, top + 2, wide - 2 * PAD, size - 1, "center"))
    under = top + 4 + len(time_lines) * line_height(size - 1)
    flow.add([Rule(x, under, edges[2], under), Rule(x + wide / 2, under, x + wide / 2, top + height)])
    for place, key in enumerate(("giver", "taker")):
        start = x + place * wide / 2
        flow.add(centred([(words[key], ITALIC)], start, under + 1, wide / 2, size - 1)[0])
        if name := row.get(key, ""):
            lines = break_lines([(name, REGULAR)], size - 1, wide / 2 - 2 * PAD)
            foot = top + height - len(lines) * line_height(size - 1) - 1
            flow.add(set_lines(lines, start + PAD, foot, wide / 2 - 2 * PAD, size - 1, "center"))
    for place, key in ((2, "result"), (3, "note")):
        lines = break_lines(
            [(row.get(key, ""), REGULAR)], size - 1, edges[place + 1] - edges[place] - 2 * PAD
        )
        shown = lines[: int((height - 4) / line_height(size - 1))]
        flow.add(
            set_lines(shown, edges[place] + PAD, top + 2, edges[place + 1] - edges[place] - 2 * PAD, size - 1)
        )
    flow.y = top + height
    flow.add([Rule(flow.left, flow.y, flow.right, flow.y)])
    flow.add([Rule(edge, top, edge, flow.y) for edge in edges])
