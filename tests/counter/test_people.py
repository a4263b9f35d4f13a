"""People known again, and the places of today and before July 2025."""

import pytest
from tests.counter_fixtures import Clock, draft

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.applicant import Applicant, ApplicantKind


def visit(counter: Counter, **who: object) -> None:
    counter.intake.receive(draft(applicant=Applicant(**who)), slip=False)  # type: ignore[arg-type]


def test_a_person_is_known_again_by_the_id_with_what_was_last_told(counter: Counter, clock: Clock) -> None:
    visit(counter, name="Dương Thị Mỹ Linh", id_number="051190005678", phone="0905123456")
    clock.set("2026-03-05T08:00:00")
    visit(counter, name="Dương Thị Mỹ Linh", id_number="051190005678", address="Thôn Đồng Hộ")

    (known,) = counter.people.known("0511900056")
    assert (known.person.phone, known.person.address) == ("0905123456", "Thôn Đồng Hộ")
    assert known.dossiers == 2 and known.seen_at == clock.now
    assert len(counter.people.dossiers_of(known.id)) == 2


def test_without_an_id_name_and_year_of_birth_tell_people_apart(counter: Counter) -> None:
    visit(counter, name="Lê Thị Sen", birth="1990")
    visit(counter, name="Lê Thị Sen", birth="12/05/1990", phone="0905123456")
    visit(counter, name="Lê Thị Sen", birth="1991")
    visit(counter, name="Lê Thị Sẹn", birth="1990")

    assert sorted(known.dossiers for known in counter.people.known("le thi sen")) == [1, 1, 2]
    same = counter.people.same_as(Applicant("Lê Thị Sen", birth="1990"))
    assert same is not None and same.person.phone == "0905123456"
    assert counter.people.same_as(Applicant("Lê Thị Sen")) is None


def test_exact_marks_come_first_among_known_people(counter: Counter) -> None:
    for name in ("Nguyễn Văn Hạ", "Nguyễn Văn Hà"):
        visit(counter, name=name, birth="1980")
    assert counter.people.known("Nguyễn Văn Hạ")[0].person.name == "Nguyễn Văn Hạ"
    assert counter.people.known("Nguyễn Văn Hà")[0].person.name == "Nguyễn Văn Hà"
    assert counter.people.known("n") == ()


def test_an_organisation_is_known_by_its_tax_code(counter: Counter) -> None:
    firm = {"kind": ApplicantKind.BUSINESS, "tax_code": "0101243150"}
    visit(counter, name="Hộ kinh doanh Tỏi Lý Sơn", **firm)
    visit(counter, name="Hộ kinh doanh Tỏi Lý Sơn 2", **firm)
    (known,) = counter.people.known("01012431")
    assert (known.person.name, known.dossiers) == ("Hộ kinh doanh Tỏi Lý Sơn 2", 2)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Sơn Hà", "Xã Sơn Hà"),
        ("Sơn Hạ", "Xã Sơn Hạ"),
        ("Ba Tô", "Xã Ba Tô"),
        ("Ba Tơ", "Xã Ba Tơ"),
        ("ly son", "Đặc khu Lý Sơn"),
    ],
)
def test_a_place_with_its_exact_marks_comes_first(counter: Counter, typed: str, first: str) -> None:
    assert counter.people.find_place(typed)[0].name == first


def test_three_places_were_called_nguyen_nghiem(counter: Counter) -> None:
    places = counter.people.find_place("Nguyễn Nghiêm")
    assert [(place.name, place.former.partition(",")[0]) for place in places] == [
        ("Xã Nguyễn Nghiêm", ""),
        ("Phường Cẩm Thành", "Phường Nguyễn Nghiêm"),
        ("Phường Đức Phổ", "Phường Nguyễn Nghiêm"),
    ]
    assert places[0].address == "Xã Nguyễn Nghiêm, tỉnh Quảng Ngãi"


def test_every_unit_of_today_is_found_by_its_name_and_code(counter: Counter) -> None:
    units = counter.office.units()
    assert len(units) == 96
    for unit in units:
        assert unit["code"] in [place.code for place in counter.people.find_place(unit["short_name"])]
        place = counter.people.place(unit["code"])
        assert place is not None and place.name == unit["name"]


@pytest.mark.parametrize(
    ("typed", "today"),
    [
        ("ly son", "đặc khu Lý Sơn, tỉnh Quảng Ngãi"),
        ("Thôn Tây, đảo Bé, dac khu ly son", "Thôn Tây, đảo Bé, đặc khu Lý Sơn, tỉnh Quảng Ngãi"),
        ("thôn Đông ly son", "thôn Đông, đặc khu Lý Sơn, tỉnh Quảng Ngãi"),
        ("Thôn Phú, xã Bình Thạnh", "Thôn Phú, xã Bình Sơn, tỉnh Quảng Ngãi"),
    ],
)
def test_the_end_of_an_address_is_completed_with_the_unit_of_today(
    counter: Counter, typed: str, today: str
) -> None:
    assert counter.people.complete_address(typed)[0].address == today


def test_only_a_name_that_means_one_unit_is_taken_without_choosing(counter: Counter) -> None:
    assert counter.people.complete_address("Thôn Phú, xã Bình Thạnh")[0].whole
    assert not any(end.whole for end in counter.people.complete_address("Thôn Phú, binh thanh"))
    assert not any(end.whole for end in counter.people.complete_address("Thôn Phú, ly s"))


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("Thôn Tây An Hải, đặc khu Lý Sơn", "21548"),
        ("Thôn Tây, An Hải, huyện Lý Sơn, Quảng Ngãi", "21548"),
        ("Thôn 1, Xã Bình Thạnh, Huyện Bình Sơn, Tỉnh Quảng Ngãi", "21040"),
        ("phuong nguyen nghiem, thanh pho quang ngai", "21025"),
        ("Xã Bình Sơn, TP Sông Công, Thái Nguyên", None),
        ("12 Lê Lợi", None),
        ("", None),
    ],
)
def test_an_address_of_the_province_tells_its_unit_of_today(
    counter: Counter, address: str, code: str | None
) -> None:
    place = counter.people.place_of(address)
    assert (place.code if place else None) == code
