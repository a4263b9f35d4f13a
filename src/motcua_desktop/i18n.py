"""The words of the program in the officer's language.

Vietnamese is written in the source, English is a gettext catalogue. One catalogue serves the window, the
command line and the messages. Legal wording on paper is data in `resources/forms` and never passes here.
"""

import gettext as _gettext
import os

from motcua_desktop import assets

SOURCE = "vi"
LANGUAGES = ("vi", "en")
_DOMAIN = "motcua"

_catalogue: _gettext.NullTranslations | None = None
_language = SOURCE


def preferred(setting: str | None = None) -> str:
    """The language to start in: `MOTCUA_LANG` when it is one of ours, else the setting, else Vietnamese."""
    for wish in (os.environ.get("MOTCUA_LANG"), setting):
        if wish in LANGUAGES:
            return wish
    return SOURCE


def use_language(code: str) -> None:
    """Speak `vi` or `en` from now on; raises ValueError for any other. Texts already shown do not change."""
    global _catalogue, _language
    if code not in LANGUAGES:
        raise ValueError(code)
    _language = code
    _catalogue = (
        _gettext.NullTranslations()
        if code == SOURCE
        else _gettext.translation(_DOMAIN, assets.translations(), [code], fallback=True)
    )


def language() -> str:
    """The language spoken now."""
    _loaded()
    return _language


def _(text: str) -> str:
    """The text in the language spoken. Call it where the text is shown, never while a module is imported."""
    return _loaded().gettext(text)


def ngettext(text: str, number: int) -> str:
    """The text for a number of things: Vietnamese has one form, a translation may have two."""
    return _loaded().ngettext(text, text, number)


def N_(text: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark a constant for translation and leave it as it is; pass it through `_` where it is shown."""
    return text


def _loaded() -> _gettext.NullTranslations:
    if _catalogue is None:
        use_language(preferred())
    assert _catalogue is not None
    return _catalogue
