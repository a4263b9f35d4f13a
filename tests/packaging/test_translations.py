"""The check of the catalogues finds what an English-speaking officer would stumble over."""

from collections.abc import Callable
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog


@pytest.fixture
def translations(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("translations")


def catalogue(*pairs: tuple[str | tuple[str, str], str | tuple[str, str]]) -> Catalog:
    made = Catalog(locale="en")
    for source, translated in pairs:
        made.add(source, translated)
    return made


@pytest.mark.parametrize(
    ("english", "fault"),
    [
        ([], "chưa dịch"),
        ([("Đã nhận {code}", "")], "chưa dịch"),
        ([("Đã nhận {code}", "Received {number}")], "khác chỗ điền"),
        ([("Đã nhận {code}", "Received {code}"), ("Xưa rồi", "Long gone")], "không còn trong mã nguồn"),
    ],
)
def test_a_fault_is_named(translations: ModuleType, english: list[tuple[str, str]], fault: str) -> None:
    (found,) = translations.faults_of(catalogue(*english), catalogue(("Đã nhận {code}", "")))
    assert found.startswith(fault)


def test_a_complete_catalogue_has_no_faults(translations: ModuleType) -> None:
    english = catalogue(
        ("Hạn {due}", "Due {due}"), (("{n} hồ sơ", "{n} hồ sơ"), ("{n} dossier", "{n} dossiers"))
    )
    source = catalogue(("Hạn {due}", ""), (("{n} hồ sơ", "{n} hồ sơ"), ("", "")))
    assert list(translations.faults_of(english, source)) == []


def test_a_count_of_things_is_gathered_with_one_text_for_both_forms(
    translations: ModuleType, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text(
        'ngettext("{n} hồ sơ", n)\n_("Hạn")\nN_("Đã nhận")\n', encoding="utf-8"
    )
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    gathered = {message.id for message in translations.texts_of_source() if message.id}
    assert gathered == {("{n} hồ sơ", "{n} hồ sơ"), "Hạn", "Đã nhận"}
