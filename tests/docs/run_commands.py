#!/usr/bin/env python3
"""Runs every command that the documentation shows, page by page; exit 1 names what failed.

run_commands.py --bin FOLDER [--root FOLDER] [PAGE …]

A block marked sh is run, line by line, in a folder of its own that holds what FILES below says. A command in a block that is
not marked sh is a violation: nothing would notice when it stops working. ./dev is not run here, the gate itself is.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\s*(?:\$ )?(?:\S*/)?tenken(?:-cli)? ", re.MULTILINE)
NEVER_RUN = re.compile(r"^(\./dev|sudo|apt|git|cd|msiexec)\b")
EXAMPLE = re.compile(r'^```json\n(\{"format": "tenken\.(policy|checklist|overlay)/1".*?)^```', re.DOTALL | re.MULTILINE)


def demo(city):
    """What stands for a city's files: the organisation, a signed PDF, a store that holds it."""
    pdf = next((city / "submissions").rglob("*_KC-B_r1.pdf"))
    return {"org.csv": city / "org.csv", "2026-1_U0004_KC-B_r1.pdf": pdf, "registry.db": city / "registry.db",
            "systems.csv": city / "systems.csv", "ca.pem": city / "authority" / "ca.pem",
            "division.p12": city / "keys" / "division.p12", "passphrase.txt": city / "passphrase.txt"}


class Runner:
    def __init__(self, root, programs, work):
        self.root, self.programs, self.work = root, programs, work
        self.environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}", LANG="C.UTF-8",
                                QT_QPA_PLATFORM="offscreen")
        self.city = work / "city"
        self.run(["tenken-cli", "demo", "--out", str(self.city), "--departments", "2", "--years", "1"], work)

    def run(self, command, folder):
        shell = isinstance(command, str)
        return subprocess.run(["bash", "-c", command] if shell else command, cwd=folder, env=self.environment, timeout=600,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)

    def prepare(self, page):
        folder = self.work / re.sub(r"\W", "_", str(page))
        folder.mkdir()
        for name, source in demo(self.city).items():
            shutil.copy2(source, folder / name)
        (folder / "submissions").symlink_to(self.city / "submissions")
        (folder / "build" / "dev").mkdir(parents=True)
        (folder / "build" / "dev" / "bin").symlink_to(self.programs)
        formats = (self.root / "docs" / "file-formats.md").read_text(encoding="utf-8")
        for text, kind in EXAMPLE.findall(formats):
            (folder / {"policy": "policy.json", "checklist": "EX-B.json", "overlay": "own.json"}[kind]).write_text(text, encoding="utf-8")
        self.run(["tenken-cli", "restore", "2026-1_U0004_KC-B_r1.pdf", "--store", "tenken.db"], folder)
        return folder

    def substituted(self, line, folder):
        """1A2B stands for a serial number that the reader looks up."""
        if "1A2B" not in line:
            return line
        record = json.loads((folder / "authority" / "issued.json").read_text(encoding="utf-8"))
        return line.replace("1A2B", record["certificates"][0]["serial"])

    def page(self, page):
        text = (self.root / page).read_text(encoding="utf-8")
        folder, ran = None, 0
        for fence in FENCE.finditer(text):
            language, block = fence.groups()
            line_number = text.count("\n", 0, fence.start(2)) + 1
            if language != "sh":
                if COMMAND.search(block):
                    yield line_number, "a command stands in a block that is not marked sh"
                continue
            folder = folder or self.prepare(page)
            for line in re.sub(r"\\\n", " ", block).splitlines():
                if not line.strip() or line.startswith("#") or NEVER_RUN.match(line):
                    continue
                done = self.run(self.substituted(line, folder), folder)
                ran += 1
                if done.returncode != 0:
                    yield line_number, f"{shlex.quote(line)} ended with {done.returncode}: {done.stderr.strip()[-300:]}"
        print(f"{page}: {ran} commands")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("pages", nargs="*")
    arguments = parser.parse_args()
    root = arguments.root
    pages = arguments.pages or [str(page.relative_to(root)) for page in
                                [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]]
    count = 0
    with tempfile.TemporaryDirectory(prefix="tenken-docs-") as work:
        runner = Runner(root, arguments.bin.resolve(), Path(work))
        for page in pages:
            for line, problem in runner.page(page):
                print(f"VIOLATION {page}:{line}: {problem}")
                count += 1
    print(f"{len(pages)} pages, {count} violations")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
