"""Who may change what of the office: one table of areas, each tried by every role."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.counter_fixtures import Clock

from motcua_desktop.counter.counter import Counter, open_counter
from motcua_desktop.domain.calendar_change import CalendarChange
from motcua_desktop.domain.days_off import DayKind, OfficeDay
from motcua_desktop.domain.errors import NotPermitted
from motcua_desktop.domain.lifecycle import Role
from motcua_desktop.domain.numbering import Numbering
from motcua_desktop.domain.paper_answers import Signer
from motcua_desktop.say import say

PASSWORD = "tỏi Lý Sơn 2026"
Act = Callable[[Counter], object]
ADMIN, LEAD, RECEIVE, SETTLE, READ_ONLY = Role.ADMIN, Role.LEAD, Role.RECEIVE, Role.SETTLE, Role.READ_ONLY
#: What can be changed of the office, and who may. A desk's own choices (size, language, printer) lie outside.
AREAS: dict[str, tuple[Act, set[Role]]] = {
    "the office's name on every paper": (
        lambda c: c.office.set_up(replace(c.office.office(), counter_name="Bộ phận khác")),
        {ADMIN},
    ),
    "who signs": (lambda c: c.office.set_up(replace(c.office.office(), signer_name="Ai đó")), {ADMIN}),
    "the code of dossiers": (
        lambda c: c.numbering.set_pattern(replace(c.numbering.pattern(), width=5)),
        {ADMIN},
    ),
    "local codes": (lambda c: c.numbering.use(Numbering.TEMPORARY, "2"), {ADMIN}),
    "locking the desk": (lambda c: c.office.set("idle_minutes", 0), {ADMIN}),
    "where copies go": (lambda c: c.office.set("backup_folder", "x"), {ADMIN}),
    "colours of the office": (lambda c: c.office.set("accent", "1B4B8F"), {ADMIN}),
    "an unknown setting": (lambda c: c.office.set("shortest_password", 1), {ADMIN}),
    "accounts": (lambda c: c.accounts.add("la", "Người Lạ", PASSWORD, RECEIVE), {ADMIN}),
    "the list of accounts": (lambda c: c.accounts.list(), {ADMIN}),
    "a role": (lambda c: c.accounts.set_role("read_only", ADMIN), {ADMIN}),
    "counting of days": (lambda c: c.office.set("policy", "end_of_day"), {ADMIN, LEAD}),
    "the cut-off of reports": (lambda c: c.office.set("report_cutoff_day", 1), {ADMIN, LEAD}),
    "sections": (lambda c: c.office.set_names("sections", ["Phòng Kinh tế"]), {ADMIN, LEAD}),
    "signers of letters": (lambda c: c.office.set_signers([Signer("Võ Mẫu", "PHÓ")]), {ADMIN, LEAD}),
    "copies of a form": (lambda c: c.paper.choices.choose("receipt", copies=4), {ADMIN, LEAD}),
    "the edition of forms": (lambda c: c.office.set("form_edition", "2025"), {ADMIN, LEAD}),
    "the calendar": (
        lambda c: c.calendar_office.apply(
            CalendarChange(add=(OfficeDay(date(2026, 9, 10), DayKind.CLOSURE, "Bão"),), note="Bão")
        ),
        {ADMIN, LEAD},
    ),
    "procedures": (
        lambda c: c.catalogue_import.save(replace(c.catalogue.procedure("2.000815"), alias="sao")),
        {ADMIN, LEAD},
    ),
    "the log of who looked": (lambda c: c.accounts.log(), {ADMIN, LEAD}),
    "a signer typed for a letter": (
        lambda c: c.letters.keep_signer(Signer("Võ Mẫu", "PHÓ")),
        {ADMIN, LEAD, RECEIVE, SETTLE},
    ),
    "a copy of the register": (
        lambda c: c.safekeeping.backup(c.folder / "ra-ngoai.db"),
        {ADMIN, LEAD, RECEIVE, SETTLE},
    ),
    "one's own password": (lambda c: c.accounts.change_password(PASSWORD, PASSWORD + "1"), set(Role)),
}


@pytest.fixture(scope="module")
def folder(office_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office with an account of each role, made once."""
    made = tmp_path_factory.mktemp("rights") / "data"
    shutil.copytree(office_template, made)
    counter = open_counter(made)
    counter.accounts.create_first("admin", "Bùi Thị Hạnh", PASSWORD)
    for role in set(Role) - {ADMIN}:
        counter.accounts.add(role.value, f"Người {role.value}", PASSWORD, role)
    counter.close()
    return made


@pytest.fixture
def office(folder: Path, tmp_path: Path, clock: Clock) -> Iterator[Counter]:
    shutil.copytree(folder, tmp_path / "data")
    opened = open_counter(tmp_path / "data", now=clock)
    yield opened
    opened.close()


@pytest.mark.parametrize("role", list(Role))
def test_each_role_changes_what_is_theirs_and_is_told_whom_to_ask_for_the_rest(
    office: Counter, role: Role
) -> None:
    office.accounts.sign_in(role.value, PASSWORD)
    done: set[str] = set()
    refused: dict[str, str] = {}
    for area, (act, _roles) in AREAS.items():
        lines = len(office.accounts.log(10_000)) if role in (ADMIN, LEAD) else 0
        try:
            act(office)
            done.add(area)
        except NotPermitted as refusal:
            refused[area] = say(refusal)
            assert not lines or len(office.accounts.log(10_000)) == lines, area
    assert done == {area for area, (_act, roles) in AREAS.items() if role in roles}
    for area, words in refused.items():
        asked = AREAS[area][1]
        if asked == {ADMIN}:
            assert words.endswith("Nhờ quản trị làm việc này."), area
        elif asked == {ADMIN, LEAD}:
            assert words.endswith("Nhờ lãnh đạo hoặc quản trị làm việc này."), area


def test_a_refused_change_leaves_the_paper_as_it_was(office: Counter) -> None:
    office.accounts.sign_in("receive", PASSWORD)
    before = office.office.office()
    with pytest.raises(NotPermitted) as refused:
        office.office.set_up(replace(before, counter_name="Bộ phận của tôi"))
    words = "Tài khoản này không được phép đổi tên, địa chỉ, người ký của cơ quan. Nhờ quản trị làm việc này."
    assert say(refused.value) == words
    assert office.office.office() == before


def test_an_office_without_accounts_works_as_its_administrator(
    office_template: Path, tmp_path: Path, clock: Clock
) -> None:
    shutil.copytree(office_template, tmp_path / "data")
    counter = open_counter(tmp_path / "data", now=clock)
    counter.office.set("idle_minutes", 0)
    counter.office.set_up(replace(counter.office.office(), counter_name="Bộ phận khác"))
    assert counter.office.office().counter_name == "Bộ phận khác"
    counter.close()
