"""What a dossier's page says of who came with it, of its papers and of why it was given up."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from tests.counter_fixtures import draft
from tests.gui.lists import BUSINESS, received
from tests.gui.standing import standing

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant, ApplicantKind, Involved, Part
from motcua_desktop.gui.main_window import MainWindow
from motcua_desktop.gui.pages.dossier_view import read_view, steps
from motcua_desktop.gui.widgets.badge import Badge

COMPANY = "Công ty TNHH một thành viên Thương mại và Dịch vụ Hải sản Biển Xanh"


def organisation(counter: Counter, kind: ApplicantKind = ApplicantKind.BUSINESS) -> str:
    """The code of a dossier of an organisation, brought by somebody with a letter of introduction."""
    company = Applicant(
        name=COMPANY, kind=kind, tax_code="0100109106", phone="0351234592", address="Thôn Bắc An Bình"
    )
    who = Applicant(name="Trần Văn Nam", id_number="051097001234")
    brought = Involved(Part.AUTHORISED, who, "Số 12/GGT ngày 02/03/2026")
    return counter.intake.receive(draft(BUSINESS, applicant=company, involved=(brought,))).dossier.code


def labels(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [one.text() for one in window.page.findChildren(QLabel) if one.isVisibleTo(window.page)]


def shown_at(qtbot: QtBot, counter: Counter, folder: Path, code: str) -> list[str]:
    with standing(qtbot, counter, folder / "desk", "register") as window:
        window.go("dossier", code)
        assert window.tasks.wait_idle()
        return labels(window)


def test_an_organisation_is_shown_in_the_words_it_was_received_with(
    qtbot: QtBot, counter: Counter, tmp_path: Path
) -> None:
    shown = shown_at(qtbot, counter, tmp_path, organisation(counter))
    facts = dict(pairwise(shown))
    assert facts["Loại"] == "Doanh nghiệp"
    assert facts["Mã số thuế"] == "0100109106"
    assert facts["Trụ sở"] == "Thôn Bắc An Bình"
    assert facts["Người đại diện đi nộp"] == "Trần Văn Nam, 051•••••1234"
    assert facts["Giấy giới thiệu, ủy quyền"] == "Số 12/GGT ngày 02/03/2026"
    assert not {"Nơi cư trú", "Người được ủy quyền", "Ngày sinh"} & set(shown)


def test_a_person_is_shown_as_before(qtbot: QtBot, counter: Counter, tmp_path: Path) -> None:
    shown = shown_at(qtbot, counter, tmp_path, received(counter, "Dương Thị Bé"))
    assert "Nơi cư trú" in shown
    assert not {"Mã số thuế", "Trụ sở", "Loại"} & set(shown)


def test_the_panel_beside_the_list_has_the_tax_code(qtbot: QtBot, counter: Counter, tmp_path: Path) -> None:
    organisation(counter)
    with standing(qtbot, counter, tmp_path / "desk", "register") as window:
        assert any("0100109106" in one for one in labels(window))


def test_a_name_takes_the_line_up_to_the_state(qtbot: QtBot, counter: Counter, tmp_path: Path) -> None:
    code = organisation(counter)
    with standing(qtbot, counter, tmp_path / "desk", "register") as window:
        window.go("dossier", code)
        assert window.tasks.wait_idle()

        def name_ends_at_state() -> bool:
            name = next(one for one in window.page.findChildren(QLabel) if one.text() == COMPANY)
            state = name.parentWidget().findChild(Badge)
            return state is not None and 0 <= state.x() - (name.x() + name.width()) < 20

        qtbot.waitUntil(name_ends_at_state)


def test_papers_are_named_without_the_semicolon_of_the_portal(
    qtbot: QtBot, counter: Counter, tmp_path: Path
) -> None:
    code = received(counter, "Dương Thị Bé")
    named = counter.register.dossier(code).procedure.components
    assert any(one.name.endswith(";") for one in named), "the portal's list has some"
    shown = shown_at(qtbot, counter, tmp_path, code)
    assert "Giấy đề nghị đăng ký hộ kinh doanh" in shown
    assert not [one for one in shown if one.endswith(";")]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Đi nước ngoài, không làm nữa", "Người nộp rút hồ sơ: Đi nước ngoài, không làm nữa"),
        ("Người nộp đề nghị rút hồ sơ", "Người nộp rút hồ sơ"),
    ],
)
def test_the_history_says_why_a_dossier_was_withdrawn(counter: Counter, reason: str, told: str) -> None:
    code = received(counter, "Dương Thị Bé")
    counter.handling.withdraw(code, reason)
    view = read_view(counter, code)
    assert view is not None
    assert told in [step.words for step in steps(view)]
