"""One style sheet, filled from the tokens.

In the template `@name` is a token, `12px` and `11pt` are scaled (a line of `1px` stays one pixel), `box36` is
what a control of 36 px has left inside its 1 px border.
Painted widgets (buttons, badges, lists, day strip) do not use it: they read the tokens when they draw.
"""

from __future__ import annotations

import re

from motcua_desktop.gui.theme.tokens import Tokens

TEMPLATE = """
QMainWindow, QDialog { background: @bg; }
QToolTip { background: @surface; color: @text; border: 1px solid @line; padding: 6px 8px; font-size: 11pt; }

QLabel { background: transparent; color: @text; }
QLabel[role="title"] { font-size: 16pt; font-weight: 600; }
QLabel[role="card"] { font-size: 12pt; font-weight: 600; }
QLabel[role="sum"] { font-size: 14pt; font-weight: 600; }
QLabel[role="due"] { font-size: 20pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="second"] { color: @text2; }
QLabel[role="hint"] { color: @text3; }
QLabel[role="link"] { color: @accent; }
QLabel[role="warning"] { color: @amber_text; }
QLabel[role="error"] { color: @red_text; }
QLabel[role="good"] { color: @green_text; }

QFrame[kind="card"] { background: @surface; border: 1px solid @line; border-radius: 8px; }
QFrame[kind="plain"] { background: transparent; border: none; }
QFrame[kind="head"] { background: @surface; border: none; border-bottom: 1px solid @line; }
QFrame[kind="foot"] { background: @surface; border: none; border-top: 1px solid @line; }
QFrame[kind="rule"] { background: @line2; border: none; max-height: 1px; min-height: 1px; }
QFrame[kind="band"] { background: @surface2; border: none; border-top: 1px solid @line2;
                      border-bottom: 1px solid @line2; }
QFrame[kind="nav"] { background: @nav; border: none; }
QFrame[bar="info"] { background: @soft; border: 1px solid @softline; border-radius: 6px; }
QFrame[bar="warning"] { background: @amber_back; border: 1px solid @amber_line; border-radius: 6px; }
QFrame[bar="urgent"] { background: @orange_back; border: 1px solid @orange_line; border-radius: 6px; }
QFrame[bar="error"] { background: @red_back; border: 1px solid @red_line; border-radius: 6px; }
QFrame[bar="good"] { background: @green_back; border: 1px solid @green_line; border-radius: 6px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: @surface; color: @text; border: 1px solid @ctl; border-radius: 6px; padding: 0 8px;
    placeholder-text-color: @text3; min-height: box36;
    selection-background-color: @accentfill; selection-color: @on_accent; }
QPlainTextEdit, QTextEdit { padding: 5px 7px; }
QLineEdit[small="true"], QComboBox[small="true"], QAbstractSpinBox[small="true"] { min-height: box32; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QLineEdit:read-only { background: @surface2; border-color: @line; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled {
    background: @surface2; color: @text3; border-color: @line; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
    border: 2px solid @accent; padding: 0 7px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 4px 6px; }
*[state="warning"] { border-color: @amber_text; background: @amber_back; }
*[state="warning"]:focus { border-color: @amber_text; background: @amber_back; }
*[state="error"] { border-color: @red_text; background: @red_back; }
*[state="error"]:focus { border-color: @red_text; background: @red_back; }
QComboBox, QComboBox:focus, QComboBox:on { padding-right: 0; }
QComboBox::drop-down { border: none; width: 32px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @line; outline: none; padding: 4px;
    selection-background-color: @soft; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 32px; padding: 0 6px; }

.QPushButton { background: @surface; color: @text; border: 1px solid @line; border-radius: 6px;
    padding: 0 14px; min-height: box36; min-width: 64px; }
.QPushButton:hover { background: @surface2; }
.QPushButton:focus, .QPushButton:default { border: 2px solid @accent; padding: 0 13px; }
.QPushButton:disabled { color: @text3; }

QScrollArea { background: transparent; border: none; }
QWidget[plain="true"] { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QAbstractItemView { background: @surface; color: @text; border: none; outline: none;
    selection-background-color: @soft; selection-color: @text; }
QHeaderView { background: @surface2; border: none; }
QHeaderView::section { background: @surface2; color: @text2; font-weight: 600; border: none;
    border-bottom: 1px solid @line; padding: 0 12px; min-height: 36px; }
QTableCornerButton::section { background: @surface2; border: none; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @ctl; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: @surface; color: @text; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @soft; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @line2; margin: 4px 8px; }
QSplitter::handle { background: transparent; }
QTabBar::tab { background: transparent; color: @text2; padding: 8px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; }
QProgressBar { background: @line2; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
"""

_TOKEN = re.compile(r"@([a-z_0-9]+)")
_BOX = re.compile(r"\bbox(\d+)\b")
_SIZE = re.compile(r"\b(\d+)(px|pt)\b")


def fill(tokens: Tokens, scale: float) -> str:
    """The style sheet for one table of colours at one scale (1.0–1.5)."""
    colours = tokens.flat()

    def size(match: re.Match[str]) -> str:
        figure, unit = int(match[1]), match[2]
        if unit == "pt":
            return f"{figure * scale:g}pt"
        return f"{figure if figure <= 1 else round(figure * scale)}px"

    scaled = _BOX.sub(lambda match: f"{round(int(match[1]) * scale) - 2}px", _SIZE.sub(size, TEMPLATE))
    return _TOKEN.sub(lambda match: colours[match[1]], scaled)
