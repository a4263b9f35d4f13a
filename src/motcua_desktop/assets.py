"""Where the shipped data lies: beside `src` in a checkout, inside the package once installed."""

import json
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
