#!/usr/bin/env python3
"""Checks README.md and docs/ against the files and the program; exit 1 names every violation.

check_docs.py --program tenken-cli [--root FOLDER]

Relative links resolve; examples marked json or beginning with {"format": are JSON; docs/command-line.md names the commands of
--help, all of them and no others.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
EXAMPLE = re.compile(r'\{\s*"format"\s*:')
NAMED = re.compile(r"tenken-cli\s+([a-z][a-z-]*)(?:\s+([a-z][a-z-]*))?")
LISTED = re.compile(r"^  tenken-cli ([a-z][a-z-]*(?: [a-z][a-z-]*)?)(?= [^a-z]|$)", re.MULTILINE)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def broken_links(page, text):
    prose = CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    for link in LINK.finditer(prose):
        target = unquote(link.group(1).split("#")[0])
        if re.match(r"[a-z][a-z0-9+.-]*:", target) or not target:
            continue
        if not (page.parent / target).exists():
            yield line_of(text, link.start()), f"link to {target}, which does not exist"


def broken_examples(text):
    for fence in FENCE.finditer(text):
        language, example = fence.groups()
        if language != "json" and not EXAMPLE.match(example):
            continue
        try:
            json.loads(example)
        except ValueError as error:
            yield line_of(text, fence.start(2)), f"example is no JSON: {error}"


def commands_of(program):
    run = subprocess.run([program, "--help"], capture_output=True, check=True, timeout=60)
    return set(LISTED.findall(run.stdout.decode("utf-8")))


def wrong_commands(text, commands):
    found = set()
    for name in NAMED.finditer(text):
        pair = " ".join(filter(None, name.groups()))
        known = {pair, name.group(1)} & commands
        found |= known
        if not known:
            yield line_of(text, name.start()), f"no such command: tenken-cli {pair}"
    for command in sorted(commands - found):
        yield 1, f"tenken-cli {command} is not described"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    arguments = parser.parse_args()
    commands = commands_of(arguments.program)
    if not commands:
        sys.exit("--help lists no commands")
    pages = [*sorted(arguments.root.glob("*.md")), *sorted((arguments.root / "docs").rglob("*.md"))]
    count = 0
    for page in pages:
        text = page.read_text(encoding="utf-8")
        problems = [*broken_links(page, text), *broken_examples(text)]
        if page.name == "command-line.md":
            problems += wrong_commands(text, commands)
        for line, problem in problems:
            print(f"VIOLATION {page.relative_to(arguments.root)}:{line}: {problem}")
        count += len(problems)
    print(f"{len(pages)} pages, {len(commands)} commands, {count} violations")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
