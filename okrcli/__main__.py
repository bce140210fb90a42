"""The entry point of `okr` and of `python -m okrcli`."""

import sys

from okrcli.cli.app import run


def main() -> int:
    """Run the program with the arguments of the process."""
    return run()


if __name__ == "__main__":
    sys.exit(main())
