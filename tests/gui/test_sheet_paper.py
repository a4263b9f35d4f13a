"""Papers the windows draw: the font of our papers, titles of even lines."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from motcua_desktop.gui.pages.sheet_paper import even_title, write_paper

TITLE = "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT"


def test_a_report_is_set_in_the_font_of_the_other_papers(qapp: QApplication, tmp_path: Path) -> None:
    pdf = write_paper(tmp_path / "a.pdf", f"<h1>{TITLE}</h1><p>Từ ngày 01/01/2026</p>").read_bytes()
    assert b"LiberationSerif" in pdf and b"Noto" not in pdf


def test_a_title_of_two_lines_has_no_word_alone_on_the_second() -> None:
    first, second = even_title(TITLE).split("<br>")
    assert abs(len(first) - len(second)) <= 12
    assert even_title("A & B") == "A &amp; B"
