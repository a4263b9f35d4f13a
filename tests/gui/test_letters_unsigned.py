"""An office that has named no signer yet: no letter is recorded that could never be on paper."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.letters_desk import codes, give_reason, letters, page_of
from tests.gui.lists import write
from tests.gui.standing import press, standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.dossier import Office

__all__ = ["codes"]
KEY = Qt.Key


def test_f12_asks_for_the_signer_first_and_the_preview_says_why_it_is_empty(
    qtbot: QtBot, counter: Counter, codes: list[str], tmp_path: Path
) -> None:
    counter.office.set_up(Office(name="UBND ĐẶC KHU LÝ SƠN", place="Lý Sơn", agency_id="H48.25.12"))
    with standing(qtbot, counter, tmp_path / "desk", "letters") as window:
        page = page_of(window)
        qtbot.waitUntil(page.preview._why.isVisible)
        assert "Chưa có người ký" in page.preview._why.text()
        give_reason(window)
        press(window, KEY.Key_F12)
        press(window, KEY.Key_F12)
        assert letters(counter, codes) == [0, 0, 1]
        assert "Chưa có người ký thư" in page.press.summary.accessibleName()
        for typed in ("Trần Quốc Việt", "Phó giám đốc", "KT. Giám đốc"):
            focus = window.focusWidget()
            assert focus is not None
            write(focus, typed)
            press(window, KEY.Key_Return)
        assert window.tasks.wait_idle()
        qtbot.waitUntil(lambda: not page.preview._why.isVisible())
        press(window, KEY.Key_F12)
        press(window, KEY.Key_F12)
        assert window.tasks.wait_idle()
    assert letters(counter, codes) == [1, 1, 1]
    assert counter.register.dossier(codes[0]).apologies[0].signer == "Trần Quốc Việt"
