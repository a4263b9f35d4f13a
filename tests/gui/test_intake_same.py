"""F11: the next person with the same procedure, papers and way of return."""

import pytest
from tests.gui.hands import ALT, CTRL, Hands
from tests.gui.intake_desk import CARD, KEY, OTHER_CARD, choose, hands, kept, page_of, window

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.fees import total
from motcua_desktop.gui.main_window import MainWindow

__all__ = ["hands", "window"]


def copied(hands: Hands, *papers: int) -> None:
    """Receive copies of these frequent papers, two pages each."""
    choose(hands, "sy")
    hands.scan(CARD)
    lines = page_of(hands.window).form.copies
    lines.start().setFocus()
    for place, paper in enumerate(papers):
        if place:
            hands.press(KEY.Key_Return, CTRL)
        hands.press(KEY(KEY.Key_1 + paper), ALT)
        hands.type("2")
    hands.press(KEY.Key_F12)


@pytest.mark.parametrize("restarted", [False, True])
def test_the_next_person_copies_the_same_paper_with_five_keys(
    hands: Hands, window: MainWindow, counter: Counter, restarted: bool
) -> None:
    copied(hands, 0)
    page = page_of(window)
    if restarted:  # nothing was received from this page yet: the register's newest is the pattern
        page.same.last = None
    name = page.form.copies.frequent[0]
    hands.keys = 0
    hands.press(KEY.Key_F11)
    hands.until(lambda: bool(page.form.same_as))
    hands.scan(OTHER_CARD)
    assert [(line.name, line.pages, line.copies) for line in page.form.copies.value()] == [(name, 1, 1)]
    hands.type("4")
    hands.press(KEY.Key_Tab)
    hands.type("3")
    hands.press(KEY.Key_F12)
    newest = kept(counter)[0]
    assert (newest.applicant.name, newest.subject) == ("Phạm Văn Diễm", f"{name} (4 trang, 3 bản sao)")
    assert total(newest.fees) == 18_000
    assert hands.keys == 5


def test_every_named_paper_is_kept_and_the_bar_says_so(hands: Hands, window: MainWindow) -> None:
    copied(hands, 0, 1)
    form = page_of(window).form
    hands.press(KEY.Key_F11)
    hands.until(lambda: "260302-0001" in form.same_bar.accessibleName())
    assert "thủ tục, giấy tờ và cách trả" in form.same_bar.accessibleName()
    assert [line.name for line in form.copies.value()] == list(form.copies.frequent[:2])


def test_lines_nobody_named_leave_one_behind(hands: Hands, window: MainWindow) -> None:
    choose(hands, "sy")
    hands.scan(CARD)
    for _line in range(2):
        hands.press(KEY.Key_Return, CTRL)
    hands.press(KEY.Key_F12)
    hands.press(KEY.Key_F11)
    hands.until(lambda: bool(page_of(window).form.same_as))
    assert len(page_of(window).form.copies.value()) == 1
