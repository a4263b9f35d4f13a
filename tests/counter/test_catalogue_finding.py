"""What an officer types for a procedure finds it first, over the list the program ships."""

import pytest

from motcua_desktop.counter.counter import Counter
from motcua_desktop.domain.text import fold

#: What is typed → the codes that stand first, in any order among themselves.
FIRST = {
    "tro cap xa hoi": {"1.001776"},
    "trợ cấp xã hội": {"1.001776"},
    "tro cap huu tri": {"1.014027", "1.014028"},
    "khuyet tat": {"1.001653", "1.001699"},
    "ho ngheo": {"1.011606", "1.011607"},
    "tam tru": {"1.002755", "1.004194", "1.010028"},
    "dang ky tam tru": {"1.004194"},
    "xac nhan hon nhan": {"1.004873"},
    "khai tu": {"1.000656", "1.005461"},
    "khai sinh": {"1.001193"},
    "ket hon": {"1.000894"},
    "thuong tru": {"1.004222", "1.003197"},
    "ho kinh doanh": {"1.001612"},
    "mai tang": {"1.001731", "1.014028"},
    "chung thuc ban sao": {"2.000815"},
    "ks": {"1.001193"},
    "hn": {"1.011606"},
    "1.004873": {"1.004873"},
}


@pytest.mark.parametrize("typed", FIRST)
def test_what_is_typed_finds_its_procedure_first(counter: Counter, typed: str) -> None:
    wanted = FIRST[typed]
    assert {entry.code for entry in counter.catalogue.find(typed)[: len(wanted)]} == wanted


@pytest.mark.parametrize(
    "typed", ["tro cap", "tro cap xa hoi", "tam tru", "khai tu", "dat dai", "nguoi co cong"]
)
def test_no_name_without_the_words_in_a_row_stands_before_one_with_them(counter: Counter, typed: str) -> None:
    names = [fold(entry.name).replace(",", " ") for entry in counter.catalogue.find(typed, 100)]
    in_a_row = [f" {typed} " in f" {name} " for name in names]
    assert any(in_a_row)
    assert in_a_row == sorted(in_a_row, reverse=True)


def test_everyday_procedures_stand_first_among_names_with_the_same_words(counter: Counter) -> None:
    found = counter.catalogue.find("tro cap", 5)
    assert all(entry.common and "trợ cấp" in entry.name for entry in found)


def test_words_stand_first_in_the_order_they_were_typed(counter: Counter) -> None:
    names = [entry.name for entry in counter.catalogue.find("đất đai lần đầu")]
    assert names[0].startswith("Đăng ký đất đai, tài sản gắn liền với đất")
    assert [name.split()[0] for name in names[:4]] == ["Đăng", "Đăng", "Thu", "Đính"]
