"""Accept how the papers look and read now: `python -m tests.documents.accept [NAME …]` from the checkout.

The only way the golden files change; look at the pictures and read the diff before committing them.
"""

import sys

from tests.documents.cases import papers
from tests.documents.pictures import GOLDEN, picture

from motcua_desktop.documents.looking import read_text


def main(names: list[str]) -> None:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    known = papers()
    if not names:
        for old in [*GOLDEN.glob("*.png"), *GOLDEN.glob("*.txt")]:
            if old.stem not in known:
                old.unlink()
    for name in names or known:
        pdf = known[name]()
        (GOLDEN / f"{name}.txt").write_text(read_text(pdf) + "\n", encoding="utf-8")
        picture(pdf).quantize(16).save(GOLDEN / f"{name}.png", optimize=True)
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
