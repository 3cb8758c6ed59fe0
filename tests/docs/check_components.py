#!/usr/bin/env python3
"""Every outside library of a room stands in the About dialog's list with a version, and in THIRD_PARTY.md.

check_components.py --list components.tsv [--root FOLDER]
"""

import argparse
import re
import sys
from pathlib import Path

NAMES = {"OpenSSL": "OpenSSL", "ZLIB": "zlib", "tenken_qpdf": "qpdf", "tenken_xlsxwriter": "libxlsxwriter",
         "tenken_qrencode": "libqrencode", "tenken_deflate": "libdeflate", "Qt6": "Qt"}
NOT_LINKED = ["Qt", "SQLite", "tl::expected", "BIZ UDゴシック"]


def linked(root):
    for rules in sorted((root / "app").glob("*/CMakeLists.txt")):
        links = re.search(r"LINKS ([^)]*)\)", rules.read_text(encoding="utf-8"))
        for library in links.group(1).replace(" LATE ", " ").split() if links else []:
            yield NAMES.get(library.split("::")[0], f"{library} (unknown to {Path(__file__).name})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=Path, required=True)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    arguments = parser.parse_args()
    rows = [line.split("\t") for line in arguments.list.read_text(encoding="utf-8").splitlines()]
    notices = (arguments.root / "THIRD_PARTY.md").read_text(encoding="utf-8")
    listed = {row[0] for row in rows}
    problems = [f"{'/'.join(row)}: name, version and licence are needed" for row in rows
                if len(row) != 3 or not re.match(r"\d", row[1]) or not row[2]]
    problems += [f"{name} is not in components.tsv" for name in sorted({*linked(arguments.root), *NOT_LINKED} - listed)]
    problems += [f"{name} is not in THIRD_PARTY.md" for name in sorted(listed) if f"[{name}]" not in notices]
    print("\n".join(f"VIOLATION {problem}" for problem in problems))
    print(f"{len(rows)} components, {len(problems)} violations")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
