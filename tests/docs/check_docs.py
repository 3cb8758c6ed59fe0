#!/usr/bin/env python3
"""Checks README.md and docs/ against the files and the program; exit 1 names every violation.

check_docs.py --program tenken-cli [--root FOLDER]

Relative links resolve, also to a heading; examples marked json or beginning with {"format": are JSON; commands of tenken-cli and
./dev that stand in code exist; docs/command-line.md names all of tenken-cli's.
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
NAMED = re.compile(r"tenken-cli +([a-z][a-z-]*)(?: +([a-z][a-z-]*))?")
DEV = re.compile(r"\./dev\s+([a-z]+)")
LISTED = re.compile(r"^  tenken-cli ([a-z][a-z-]*(?: [a-z][a-z-]*)?)(?= [^a-z]|$)", re.MULTILINE)


def line_of(text, at):
    return text.count("\n", 0, at) + 1


def headings(page):
    """As GitHub and cmark-gfm's readers name them"""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(page, text):
    prose = CODE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    for link in LINK.finditer(prose):
        target = unquote(link.group(1).split("#")[0])
        if re.match(r"[a-z][a-z0-9+.-]*:", target) or not target:
            continue
        if not (page.parent / target).exists():
            yield line_of(text, link.start()), f"link to {target}, which does not exist"
        elif "#" in link.group(1) and unquote(link.group(1).split("#")[1]) not in headings(page.parent / target):
            yield line_of(text, link.start()), f"link to {link.group(1)}, whose heading does not exist"


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


def dev_commands(root):
    cases = (root / "dev").read_text(encoding="utf-8").split("case $command in", 1)[1]
    return set(re.findall(r"^([a-z]+)(?: \||\))", cases, re.MULTILINE))


def unknown_commands(text, commands, dev):
    for code in CODE.finditer(text):
        for name in NAMED.finditer(code.group()):
            pair = " ".join(filter(None, name.groups()))
            if not {pair, name.group(1)} & (commands | {command.split()[0] for command in commands}):
                yield line_of(text, code.start()), f"no such command: tenken-cli {pair}"
            elif name.group(2) and name.group(1) not in commands and pair not in commands:
                yield line_of(text, code.start()), f"no such command: tenken-cli {pair}"
        for name in DEV.finditer(code.group()):
            if name.group(1) not in dev:
                yield line_of(text, code.start()), f"no such command: ./dev {name.group(1)}"


def undescribed(text, commands):
    found = {" ".join(filter(None, name.groups())) for name in NAMED.finditer(text)}
    found |= {name.group(1) for name in NAMED.finditer(text)}
    for command in sorted(commands - found):
        yield 1, f"tenken-cli {command} is not described"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    arguments = parser.parse_args()
    commands = commands_of(arguments.program)
    dev = dev_commands(arguments.root)
    if not commands or not dev:
        sys.exit("--help lists no commands")
    pages = [*sorted(arguments.root.glob("*.md")), *sorted((arguments.root / "docs").rglob("*.md"))]
    count = 0
    for page in pages:
        text = page.read_text(encoding="utf-8")
        problems = [*broken_links(page, text), *broken_examples(text)]
        problems += unknown_commands(text, commands, dev)
        if page.name == "command-line.md":
            problems += undescribed(text, commands)
        for line, problem in problems:
            print(f"VIOLATION {page.relative_to(arguments.root)}:{line}: {problem}")
        count += len(problems)
    print(f"{len(pages)} pages, {len(commands)} commands, {count} violations")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
