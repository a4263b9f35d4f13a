"""Boxes to tick, drawn as lines: the font has no such signs."""

from __future__ import annotations

from motcua_desktop.documents.edition import Block, Column
from motcua_desktop.documents.facts import Facts
from motcua_desktop.documents.flow import Flow
from motcua_desktop.documents.fonts import REGULAR, width
from motcua_desktop.documents.setting import break_lines, line_height, set_lines
from motcua_desktop.documents.sheet import Frame
from motcua_desktop.documents.tables import Table


def _tick_boxes(flow: Flow, options: list[str], x: float, y: float, size: float) -> None:
    """Boxes with their words from `x` on, on one line of that top."""
    side = size * 0.72
    for option in options:
        flow.add([Frame(x, y + (line_height(size) - side) / 2, side, side)])
        flow.add(set_lines(break_lines([(option, REGULAR)], size, 1000), x + side + 3, y, 1000, size))
        x += side + 3 + width(option, REGULAR, size) + 12


def draw_choices(flow: Flow, block: Block, facts: Facts) -> None:
    """A question and its answers, each with a box, on as many lines as they need."""
    if "text" in block.texts:
        flow.paragraph(facts.runs(block.texts["text"]), before=float(block.options.get("before", 3)))
    size = flow.size
    options = ["".join(text for text, _ in facts.runs(option)) for option in block.lists["options"]]
    line: list[str] = []
    used = 0.0
    flow.skip(1.5)
    for option in [*options, None]:
        wide = size * 0.72 + 15 + width(option, REGULAR, size) if option else 0.0
        if option is None or (line and used + wide > flow.room):
            flow.need(line_height(size) * 1.1)
            _tick_boxes(flow, line, flow.left + 6, flow.y, size)
            flow.y += line_height(size) * 1.1
            line, used = [], 0.0
        if option:
            line.append(option)
            used += wide


def draw_grid(flow: Flow, block: Block, facts: Facts) -> None:
    """Questions down, answers across, a box to tick in each cell."""
    size = float(block.options.get("size", flow.size - 1))
    flow.skip(float(block.options.get("before", 3)))
    answers = ["".join(text for text, _ in facts.runs(option)) for option in block.lists["options"]]
    label = "".join(text for text, _ in facts.runs(block.texts["label"]))
    columns = [*_grid_columns(label, answers)]
    table = Table(flow, columns, size)
    table.start()
    side = size * 0.8
    for question in block.lists["rows"]:
        text = "".join(text for text, _ in facts.runs(question))
        page, top = len(flow.pages), flow.y
        table.row({"question": text}, at_least=size * 1.9)
        if len(flow.pages) != page:
            top = flow.top + table.header_height
        for place in range(1, len(columns)):
            x = (table.edges[place] + table.edges[place + 1] - side) / 2
            flow.add([Frame(x, (top + flow.y - side) / 2, side, side)])


def _grid_columns(label: str, answers: list[str]) -> list[Column]:
    return [
        Column("question", label, 50.0),
        *(Column(f"a{n}", answer, 12.5) for n, answer in enumerate(answers)),
    ]
