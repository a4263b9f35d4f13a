"""Papers that are missing: the list has room on a low window, and the cursor goes to the one that lacks."""

from tests.gui.hands import Hands
from tests.gui.intake_desk import CARD, KEY, choose, hands, page_of, window

from motcua_desktop.gui.main_window import MainWindow

__all__ = ["hands", "window"]


def test_the_paper_that_is_missing_is_the_current_one_and_in_sight(hands: Hands, window: MainWindow) -> None:
    choose(hands, "ks")
    hands.scan(CARD)
    papers = page_of(window).form.papers
    papers.tick_required()
    last = max(n for n, line in enumerate(papers.list.lines()) if line.required)
    papers.list.toggle(last)
    hands.press(KEY.Key_F12)
    assert window.focusWidget() is papers.list
    assert papers.list.currentIndex().row() == last
    hands.until(
        lambda: papers.list.viewport().rect().contains(papers.list.visualRect(papers.list.currentIndex()))
    )


def test_the_list_of_papers_is_whole_in_sight_on_a_low_window(hands: Hands, window: MainWindow) -> None:
    window.resize(1366, 690)
    choose(hands, "ks")
    hands.type("051197000123")
    hands.press(KEY.Key_Return)
    hands.type("Lê Văn An")
    hands.press(KEY.Key_F12)
    papers = page_of(window).form.papers.list
    assert window.focusWidget() is papers
    assert papers.height() >= papers.sizeHintForRow(0) + papers.sizeHintForRow(1)
    hands.until(lambda: papers.visibleRegion().boundingRect().height() >= papers.height() - 2)


def test_where_every_paper_depends_on_the_case_the_head_counts_what_is_there(
    hands: Hands, window: MainWindow
) -> None:
    choose(hands, "2.001214")
    papers = page_of(window).form.papers
    assert papers.badge.text() == "tùy trường hợp"
    papers.list.toggle(0)
    papers.list.toggle(4)
    assert papers.badge.text() == "có 2 giấy"


def test_a_paper_of_one_case_says_of_which(hands: Hands, window: MainWindow) -> None:
    choose(hands, "2.001214")
    shown = [line.name for line in page_of(window).form.papers.list.lines()]
    assert shown[3] == "Trường hợp thay đổi tên phương tiện: Đơn đề nghị đăng ký phương tiện theo Mẫu"
    assert shown[1].startswith("Trường hợp thay đổi chủ sở hữu phương tiện: Đơn đề nghị đăng ký")


def test_a_paper_everybody_needs_is_called_by_its_name(hands: Hands, window: MainWindow) -> None:
    choose(hands, "hkd")
    assert page_of(window).form.papers.list.lines()[0].name == "Giấy đề nghị đăng ký hộ kinh doanh"
