"""Data files: where the shipped ones lie (beside `src`, or inside the installed package), and JSON read."""

import json
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """The folder holding `resources` and `translations`; FileNotFoundError when neither place has them."""
    places = (_PACKAGE, _PACKAGE.parent.parent)
    for place in places:
        if (place / "resources").is_dir():
            return place
    raise FileNotFoundError(f"no resources folder in {' or '.join(str(place) for place in places)}")


def resource(relative: str) -> Path:
    """The path of a shipped file or folder, given as `calendar/days.json`; it need not exist."""
    return _root() / "resources" / relative


def translations() -> Path:
    """The folder of the gettext catalogues."""
    return _root() / "translations"


def read_json(relative: str) -> Any:
    """The content of a shipped JSON file, read anew at each call: the caller may keep it."""
    return json.loads(resource(relative).read_text(encoding="utf-8"))


def json_object(path: Path, wrong: Callable[[str, str], Exception]) -> dict[str, Any]:
    """A file an office may have written itself, in NFC. Raises what `wrong(what, detail)` makes of a fault:
    unreadable, not_utf8, not_json (line and column) or not_an_object."""
    try:
        raw = json.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
    except OSError as error:
        raise wrong("unreadable", str(error.strerror)) from error
    except UnicodeDecodeError as error:
        raise wrong("not_utf8", "") from error
    except json.JSONDecodeError as error:
        raise wrong("not_json", f"{error.lineno}:{error.colno}") from error
    if not isinstance(raw, dict):
        raise wrong("not_an_object", "")
    return raw
