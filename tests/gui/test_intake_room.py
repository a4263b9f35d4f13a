"""The room of the intake page: nothing moves aside, the sum and the promise stay in sight, nothing is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.gui.clipped import cut_off
from tests.gui.hands import CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, OTHER_CARD, choose, hands, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.procedure import Procedure
from motcua_desktop.domain.text import fold
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier_table import lines_of
from motcua_desktop.gui.theme import look
from motcua_desktop.gui.widgets.key_cap import KeyCap

__all__ = ["hands", "window"]

FAR = OTHER_CARD.replace(
    "Thôn Đông An Vĩnh", "Tổ 12, khu dân cư số 3, thôn Đông An Vĩnh, gần cầu cảng và nhà văn hóa"
)
DAMAGED = "051197000123||Nguyn Th Thu Thýo|14031997|N|Thn Ty An Hi, c khu L Sn|01012022"


def settle(hands: Hands) -> None:
    """Let what was typed be answered and laid out."""
    previewed = page_of(hands.window)
    hands.until(lambda: not previewed._wait.isActive())
    for _ in range(4):
        QApplication.processEvents()


def places(window: MainWindow) -> tuple[int, ...]:
    """Left edge and width of the cards of both columns, as they stand on the page."""
    form, page = page_of(window).form, page_of(window)
    shown = next(part for part in (form.person_part, form.person_part.line) if part.isVisible())
    found: list[int] = []
    for card in (shown, form.promise):
        found += [card.mapTo(page, card.rect().topLeft()).x(), card.width()]
    return tuple(found)


def is_whole(part: QWidget) -> bool:
    """Whether all of it is in sight."""
    return part.isVisible() and part.visibleRegion().boundingRect() == part.rect()


def a_busy_hour(hands: Hands) -> Iterator[str]:
    """Go through the states of the page; yields a name of each for the one who looks."""
    window = hands.window
    yield "empty"
    choose(hands, "ks")
    yield "a procedure"
    hands.scan(CARD)
    page_of(window).form.papers.list.setFocus()
    yield "papers in hand"
    hands.press(KEY.Key_N, CTRL)
    yield "a proxy"
    hands.press(KEY.Key_N, CTRL)
    hands.press(KEY.Key_F12)
    yield "refused"
    hands.press(KEY.Key_Escape)
    choose(hands, "sy")
    hands.scan(CARD)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F11)
    yield "same as last"
    hands.scan(DAMAGED)
    yield "a damaged scan"
    hands.scan(FAR)
    yield "folded"
    for _line in range(5):
        hands.press(KEY.Key_Return, CTRL)
    yield "six papers"


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_no_card_moves_aside_while_the_page_fills(hands: Hands, window: MainWindow, scale: float) -> None:
    look().set(scale=scale)
    moved = {}
    for state in a_busy_hour(hands):
        settle(hands)
        moved[state] = places(window)
    assert set(moved.values()) == {moved["empty"]}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_nothing_of_it_is_cut(hands: Hands, window: MainWindow, scale: float) -> None:
    look().set(scale=scale)
    cut = {}
    for state in a_busy_hour(hands):
        settle(hands)
        # A receipt of today is one line: who, and as much of the procedure as there is room for.
        if found := [line for line in cut_off(window) if " · chứng thực" not in line]:
            cut[state] = found
    assert cut == {}


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_what_copies_cost_is_in_sight_whatever_stands_above(
    hands: Hands, window: MainWindow, scale: float
) -> None:
    look().set(scale=scale)
    form, seen = page_of(window).form, {}
    for state in a_busy_hour(hands):
        settle(hands)
        if form.is_copying:
            seen[state] = is_whole(form.copies.total) and is_whole(form.promise.time)
    assert seen == dict.fromkeys(("same as last", "a damaged scan", "folded", "six papers"), True)


def test_a_line_of_copies_more_is_typed_in_sight(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    for _line in range(8):
        hands.press(KEY.Key_Return, CTRL)
    settle(hands)
    form = page_of(window).form
    hands.until(lambda: is_whole(form.copies.lines[-1].name))
    assert window.focusWidget() is form.copies.lines[-1].name


def test_with_the_largest_letters_the_head_says_what_is_promised(hands: Hands, window: MainWindow) -> None:
    look().set(scale=1.5)
    choose(hands, "sy")
    hands.scan(CARD)
    settle(hands)
    page = page_of(window)
    hands.until(lambda: page.context_line.endswith(" · 2.000 đ"))
    assert page.context_line.startswith("Hẹn 1")
    look().set(scale=1.0)
    settle(hands)
    assert page.context_line.startswith("Hồ sơ mới, ")


def test_the_name_that_is_doubted_is_as_large_as_the_rest(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    look().set(scale=1.5)
    hands.scan(DAMAGED)
    settle(hands)
    person = page_of(window).form.person
    assert person.name.state == "warning"
    assert person.name.line.font().pointSizeF() == person.address.line.font().pointSizeF()


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_the_name_of_a_known_person_is_whole_before_its_badges(
    hands: Hands, window: MainWindow, scale: float
) -> None:
    look().set(scale=scale)
    long = OTHER_CARD.replace("Phạm Văn Diễm", "Nguyễn Hoàng Phương Uyên Bảo Trâm")
    for _time in range(2):
        choose(hands, "sy")
        hands.scan(long)
        hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F11)
    hands.scan(long)
    settle(hands)
    line = page_of(window).form.person_part.line
    assert line.isVisible()
    assert line.words.width() >= line.words.sizeHint().width()
    assert line.born.width() >= line.born.sizeHint().width()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_list_of_papers_comes_into_sight_with_the_cursor(
    hands: Hands, window: MainWindow, scale: float
) -> None:
    look().set(scale=scale)
    choose(hands, "ks")
    hands.scan(CARD)
    settle(hands)
    papers = page_of(window).form.papers.list
    papers.setFocus()
    hands.until(lambda: papers.height() >= papers.sizeHintForRow(0) + papers.sizeHintForRow(1))
    hands.until(lambda: papers.visibleRegion().boundingRect().height() >= papers.height() - 2)


def test_the_term_takes_no_room_a_long_name_needs(hands: Hands, window: MainWindow) -> None:
    look().set(scale=1.25)
    choose(hands, "hkd")
    settle(hands)
    field = page_of(window).form.procedure
    assert field.value is not None
    assert len(field.line.text()) > len(field.value.name) * 2 / 3


@pytest.mark.parametrize("typed", ["tro cap xa hoi", "dat dai lan dau", "khuyet tat", "ho kinh doanh"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_names_in_the_list_begin_with_their_first_word_and_no_two_look_alike(
    hands: Hands, window: MainWindow, typed: str, scale: float
) -> None:
    look().set(scale=scale)
    hands.press(KEY.Key_F2)
    hands.type(typed)
    field = page_of(window).form.procedure
    hands.until(lambda: field.is_open)
    shown = field._popup()
    # What is longer than two lines hold is told by its code: two begin alike for three hundred letters.
    entries: list[Procedure] = [entry for entry in shown.rows.values if len(entry.name) < 250]
    seen = [lines_of(entry.name, shown.name_room(entry), search=typed) for entry in entries]
    assert all(entry.name.startswith(lines[0]) for entry, lines in zip(entries, seen, strict=True))
    assert len({tuple(lines) for lines in seen}) == len({entry.name for entry in entries})
    hit = [(fold(" ".join(lines)), entry) for lines, entry in zip(seen, entries, strict=True)]
    assert all(typed in said for said, entry in hit if typed in fold(entry.name))


def test_a_chosen_procedure_is_read_whole_on_its_tip(hands: Hands, window: MainWindow) -> None:
    choose(hands, "dat dai lan dau")
    field = page_of(window).form.procedure
    assert field.value is not None
    assert field.value.name in field.line.toolTip()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("procedure", ["ks", "hkd", "sy"])
def test_the_day_strip_keeps_its_height_for_the_next_person(
    hands: Hands, window: MainWindow, procedure: str, scale: float
) -> None:
    look().set(scale=scale)
    choose(hands, procedure)
    hands.scan(CARD)
    hands.press(KEY.Key_Space, CTRL)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F11)
    form = page_of(window).form
    hands.until(lambda: form.promise.strip.isVisible())
    settle(hands)
    hands.until(lambda: form.promise.strip.height() == form.promise.strip.sizeHint().height())
    # A receipt of today is one line: who, and as much of the procedure as there is room for.
    assert [line for line in cut_off(window) if " · " not in line] == []


def edges(window: MainWindow, *parts: QWidget) -> list[tuple[int, int]]:
    """Where parts begin and end, from the left of the window."""
    left = [part.mapTo(window, part.rect().topLeft()).x() for part in parts]
    return [(at, at + part.width()) for at, part in zip(left, parts, strict=True)]


def test_the_keys_of_promise_and_fee_stand_below_one_another(hands: Hands, window: MainWindow) -> None:
    settle(hands)
    form = page_of(window).form
    keys = [card.findChild(KeyCap) for card in (form.promise, form.fee)]
    hands.until(lambda: len({end for _begin, end in edges(window, *keys)}) == 1)


@pytest.mark.parametrize("presses", [0, 1, 2])
def test_at_larger_letters_the_applicants_fields_stand_in_two_columns(
    hands: Hands, window: MainWindow, presses: int
) -> None:
    look().set(scale=1.25)
    choose(hands, "ks")
    for _press in range(presses):
        hands.press(KEY.Key_N, CTRL)
    settle(hands)
    person = page_of(window).form.person
    left, right = edges(window, person.id, person.name)
    shown = [field for field in (person.birth, person.kind, person.sex) if field.isVisible()]
    assert shown[0] is (person.kind if presses == 2 else person.birth)
    hands.until(lambda: edges(window, *shown) == [left, right][: len(shown)])


def test_at_larger_letters_the_applicant_is_named_beside_the_badge_of_the_card(
    hands: Hands, window: MainWindow
) -> None:
    look().set(scale=1.25)
    choose(hands, "ks")
    hands.scan(CARD)
    settle(hands)
    person = page_of(window).form.person
    hands.until(lambda: is_whole(person.title) and is_whole(person.scan_badge))
    assert (person.title.text(), person.scan_badge.text()) == ("Người nộp", "Đã quét")
    assert cut_off(window) == []
