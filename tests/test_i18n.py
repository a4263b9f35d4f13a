"""Vietnamese is the source, English the twin."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from motcua_desktop import assets, i18n
from motcua_desktop.i18n import _, ngettext

# Texts of this test alone: through other names, so that they stay out of the catalogues.
say, count = _, ngettext


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalog(locale="en")
    catalogue.add("Đã nhận {code}", "Received {code}")
    catalogue.add(("{n} hồ sơ", "{n} hồ sơ"), ("{n} dossier", "{n} dossiers"))
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "motcua.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(assets, "translations", lambda: tmp_path)
    i18n.use_language("en")


def test_vietnamese_is_spoken_as_it_is_written() -> None:
    assert say("Đã nhận {code}") == "Đã nhận {code}"
    assert count("{n} hồ sơ", 2) == "{n} hồ sơ"
    assert i18n.language() == "vi"


@pytest.mark.usefixtures("english")
def test_english_is_spoken_when_chosen() -> None:
    assert say("Đã nhận {code}") == "Received {code}"
    assert (count("{n} hồ sơ", 1), count("{n} hồ sơ", 2)) == ("{n} dossier", "{n} dossiers")


@pytest.mark.usefixtures("english")
def test_a_text_without_translation_stays_vietnamese() -> None:
    assert say("Chưa ai dịch") == "Chưa ai dịch"


@pytest.mark.parametrize(
    ("environment", "setting", "spoken"),
    [("en", "vi", "en"), ("", "en", "en"), ("", None, "vi"), ("fr", None, "vi"), ("fr", "en", "en")],
)
def test_the_environment_goes_before_the_setting(
    environment: str, setting: str | None, spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_LANG", environment)
    assert i18n.preferred(setting) == spoken


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        i18n.use_language("fr")
