"""The guide as data: sections of the Markdown file, and the rich text they are shown as."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from motcua_desktop.assets import resource
from motcua_desktop.gui.theme import colour, pt, px
from motcua_desktop.i18n import language

_HEAD = re.compile(r"## (.+) \{([a-z_]+)\}")
_NUMBERED = re.compile(r"\d+\. (.*)")
_CELL_RULE = re.compile(r"\|[-|]+\|")


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the guide: the key of its page, the title, the Markdown below it."""

    key: str
    title: str
    body: str


def sections(code: str = "") -> tuple[Section, ...]:
    """The guide in the language spoken (or in `code`), in the order of the pages."""
    text = resource(f"help/{code or language()}.md").read_text(encoding="utf-8")
    found: list[tuple[str, str, list[str]]] = []
    for line in text.splitlines():
        if head := _HEAD.fullmatch(line):
            found.append((head[2], head[1], []))
        elif found:
            found[-1][2].append(line)
    return tuple(Section(key, title, "\n".join(lines).strip()) for key, title, lines in found)


def rich_text(section: Section) -> str:
    """A section as the HTML a text browser draws; sizes and colours come from `style`."""
    return f"<h1>{html.escape(section.title)}</h1>" + "".join(_blocks(section.body))


def style() -> str:
    """The style sheet of the guide in the look in force."""
    text, second, accent = (colour(name).name() for name in ("text", "text2", "accent"))
    return (
        f"body, p, li, td, th {{ font-size: {pt(11):g}pt; color: {text}; line-height: 135%; }}"
        f"h1 {{ font-size: {pt(16):g}pt; color: {text}; margin-top: 0; margin-bottom: {px(8)}px; }}"
        f"h3 {{ font-size: {pt(12):g}pt; color: {accent};"
        f" margin-top: {px(20)}px; margin-bottom: {px(6)}px; }}"
        f"p {{ margin-top: 0; margin-bottom: {px(8)}px; }} li {{ margin-bottom: {px(5)}px; }}"
        f"th {{ color: {second}; text-align: left; }}"
        f"td, th {{ padding: {px(5)}px {px(20)}px {px(5)}px 0; }}"
        f".key {{ background-color: {colour('soft').name()}; color: {accent}; font-weight: 600; }}"
    )


def _blocks(body: str) -> Iterator[str]:
    for block in re.split(r"\n{2,}", body):
        lines = block.split("\n")
        if lines[0].startswith("### "):
            yield f"<h3>{_inline(lines[0][4:])}</h3>"
        elif lines[0].startswith("- "):
            yield "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in lines) + "</ul>"
        elif _NUMBERED.fullmatch(lines[0]):
            texts = [found[1] for line in lines if (found := _NUMBERED.fullmatch(line))]
            yield "<ol>" + "".join(f"<li>{_inline(text)}</li>" for text in texts) + "</ol>"
        elif lines[0].startswith("|"):
            yield _table([line for line in lines if not _CELL_RULE.fullmatch(line)])
        elif block.strip():
            yield f"<p>{_inline(' '.join(lines))}</p>"


def _table(lines: list[str]) -> str:
    rows = [[_inline(cell.strip()) for cell in line.strip("|").split("|")] for line in lines]
    head = "".join(f"<th>{cell}</th>" for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f"<table cellspacing='0'><tr>{head}</tr>{body}</table>"


def _inline(text: str) -> str:
    safe = html.escape(text, quote=False)
    safe = re.sub(r"`([^`]+)`", r"<span class='key'>&nbsp;\1&nbsp;</span>", safe)
    return re.sub(r"\*\*([^*]+)\*\*", r"<b>\1</b>", safe)
