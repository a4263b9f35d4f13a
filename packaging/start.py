"""Where the built program begins; in `.venv` the command `motcua` does the same."""

import sys

from motcua_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
