#!/usr/bin/env python3
"""Checks the rules of docs/architecture.md against the sources; exit 1 names every violation.

check.py [--root FOLDER] [--qt-include FOLDER] [--write]      --write renews the table in docs/architecture.md
"""

import argparse
import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from house import House, rooms_table  # noqa: E402
from rules import over_aim, violations  # noqa: E402

QT_INCLUDE = "/usr/include/x86_64-linux-gnu/qt6"


def write_table(house):
    page = house.root / "docs" / "architecture.md"
    text = page.read_text(encoding="utf-8")
    table = re.compile(r"\| level \| room \|.*?\n(?=\n|$)", re.DOTALL)
    page.write_text(table.sub(lambda _: rooms_table(house) + "\n", text, count=1), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", default=Path(__file__).resolve().parents[2])
    parser.add_argument("--qt-include", default=QT_INCLUDE)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    house = House(arguments.root, arguments.qt_include)
    if arguments.write:
        write_table(house)
    for line in over_aim(house):
        print("over its aim:", line)
    found = violations(house)
    for violation in found:
        print("VIOLATION", violation)
    print(f"{len(house.sources)} files, {len(house.tags)} functions and types, {len(found)} violations")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
