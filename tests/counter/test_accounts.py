"""Who may sit at the desk."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.account_errors import (
    AccountExists,
    LastAdministrator,
    SignInNeeded,
    TooManyTries,
    UnknownAccount,
    WeakPassword,
    WrongPassword,
)
from motcua_desktop.domain.applicant import Applicant
from motcua_desktop.domain.errors import NotPermitted
from motcua_desktop.domain.lifecycle import Role

PASSWORD = "tỏi Lý Sơn 2026"


@pytest.fixture
def office(counter: Counter, clock: Clock) -> Iterator[Counter]:
    """The office with an administrator `hanh` and a receiving officer `sen`, nobody signed in."""
    counter.accounts.create_first("hanh", "Bùi Thị Hạnh", PASSWORD)
    counter.accounts.add("sen", "Lê Thị Sen", PASSWORD, Role.RECEIVE, title="Công chức", desk="Quầy 2")
    folder = counter.folder
    counter.close()
    opened = open_counter(folder, now=clock)
    yield opened
    opened.close()


def test_a_folder_without_accounts_works_as_one_administrator(counter: Counter, clock: Clock) -> None:
    counter.close()
    again = open_counter(counter.folder, now=clock)
    assert again.accounts.is_signed_in and not again.accounts.any()
    assert again.officer.role == Role.ADMIN
    again.close()


def test_with_accounts_nothing_is_read_or_done_before_signing_in(office: Counter) -> None:
    assert not office.accounts.is_signed_in
    for act in (
        lambda: office.intake.receive(draft()),
        office.register.summary,
        lambda: office.people.known("sen"),
        office.register.today,
        lambda: office.catalogue.find("khai sinh"),
        office.safekeeping.check,
    ):
        with pytest.raises(SignInNeeded):
            act()


def test_whoever_signs_in_acts_under_their_own_name_and_role(office: Counter) -> None:
    officer = office.accounts.sign_in(" Sen ", PASSWORD)
    assert (officer.name, officer.role, officer.desk) == ("Lê Thị Sen", Role.RECEIVE, "Quầy 2")
    assert office.intake.receive(draft(), slip=False).dossier.officer == "Lê Thị Sen"
    for act in (
        office.accounts.list,
        office.accounts.log,
        lambda: office.accounts.add("hai", "Võ Minh Hải", PASSWORD, Role.LEAD),
        lambda: office.accounts.set_role("sen", Role.ADMIN),
    ):
        with pytest.raises(NotPermitted):
            act()


def test_wrong_passwords_wait_longer_and_longer(office: Counter, clock: Clock) -> None:
    waits = []
    for _ in range(6):
        with pytest.raises(WrongPassword) as refusal:
            office.accounts.sign_in("sen", "sai mật khẩu")
        waits.append(refusal.value.wait_seconds)
        clock.now += timedelta(seconds=refusal.value.wait_seconds)
    assert waits == [0, 0, 0, 0, 15, 30]
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("sen", "sai mật khẩu")
    with pytest.raises(TooManyTries):
        office.accounts.sign_in("sen", PASSWORD)
    clock.now += timedelta(seconds=61)
    assert office.accounts.sign_in("sen", PASSWORD).login == "sen"
    office.accounts.sign_out()
    with pytest.raises(WrongPassword) as refusal:
        office.accounts.sign_in("sen", "sai mật khẩu")
    assert refusal.value.wait_seconds == 0


def test_a_login_that_does_not_exist_answers_like_a_wrong_password(office: Counter) -> None:
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("khong-co", PASSWORD)


def test_the_desk_locks_after_being_left_alone(office: Counter, clock: Clock) -> None:
    office.accounts.sign_in("sen", PASSWORD)
    clock.now += office.accounts.idle_limit()
    assert not office.accounts.is_idle()
    clock.now += timedelta(seconds=1)
    assert office.accounts.is_idle()
    office.accounts.lock()
    with pytest.raises(SignInNeeded):
        office.register.summary()
    office.accounts.sign_in("sen", PASSWORD)
    assert not office.accounts.is_idle()


def test_the_last_administrator_stays(office: Counter) -> None:
    office.accounts.sign_in("hanh", PASSWORD)
    for act in (
        lambda: office.accounts.set_role("hanh", Role.LEAD),
        lambda: office.accounts.deactivate("hanh"),
    ):
        with pytest.raises(LastAdministrator):
            act()
    office.accounts.set_role("sen", Role.ADMIN)
    office.accounts.deactivate("hanh")
    office.accounts.sign_out()
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("hanh", PASSWORD)


def test_passwords_are_changed_and_never_kept_as_they_are(office: Counter) -> None:
    office.accounts.sign_in("hanh", PASSWORD)
    with pytest.raises(WeakPassword):
        office.accounts.set_password("sen", "ngắn")
    office.accounts.set_password("sen", "một mật khẩu khác")
    with pytest.raises(WrongPassword):
        office.accounts.change_password("không phải", "lại khác nữa")
    office.accounts.sign_out()
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("sen", PASSWORD)
    office.accounts.sign_in("sen", "một mật khẩu khác")
    office.close()
    content = (office.folder / "motcua.db").read_bytes()
    assert b"$argon2id$" in content
    assert PASSWORD.encode() not in content and "một mật khẩu khác".encode() not in content


def test_accounts_are_made_once(office: Counter) -> None:
    with pytest.raises(AccountExists):
        office.accounts.create_first("moi", "Người Mới", PASSWORD)
    office.accounts.sign_in("hanh", PASSWORD)
    with pytest.raises(AccountExists):
        office.accounts.add("sen", "Lê Thị Sen", PASSWORD, Role.RECEIVE)
    with pytest.raises(UnknownAccount):
        office.accounts.set_password("khong-co", PASSWORD)


def test_the_log_says_who_signed_in_who_failed_and_who_looked(office: Counter) -> None:
    office.accounts.sign_in("hanh", PASSWORD)
    code = office.intake.receive(draft(), slip=False).dossier.code
    office.register.view(code)
    office.accounts.sign_out()
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("sen", "sai mật khẩu")
    office.accounts.sign_in("hanh", PASSWORD)
    kinds = [line.kind for line in reversed(office.accounts.log(6))]
    assert kinds == ["sign_in", "receive", "view", "sign_out", "sign_in_failed", "sign_in"]
    assert office.safekeeping.check().findings == ()


def test_nothing_personal_reaches_the_log_file(
    counter: Counter, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    who = Applicant("Dương Thị Mỹ Linh", id_number="051190005678", phone="0905123456")
    code = counter.intake.receive(draft(applicant=who)).dossier.code
    counter.handling.correct(code, who, "Sai số")
    counter.register.reveal(code, "phone")
    counter.safekeeping.backup(tmp_path / "out.db")
    for secret in ("051190005678", "0905123456", "Dương Thị"):
        assert secret not in caplog.text
