#!/usr/bin/env python3
"""clang-tidy on the sources that changed, with the compile commands of build/dev (which must be built: moc and ui files).

tidy.py [all]      A source that passed is not checked again until it, a header of ours or .clang-tidy changes.
"""

import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "dev"
OUTPUT = ROOT / "build" / "tidy"
SOURCES = ["--", "app", "tests"]


def git(*arguments):
    run = subprocess.run(["git", *arguments], cwd=ROOT, text=True, capture_output=True)
    return run.stdout.split("\n")[:-1] if run.returncode == 0 else []


def changed_files():
    """(what it was compared with, files): the merge base with origin/main, else ten commits back, else the last commit"""
    untracked = git("ls-files", "--others", "--exclude-standard", *SOURCES)
    for base in git("merge-base", "HEAD", "origin/main") or git("rev-parse", "--verify", "-q", "HEAD~10"):
        if files := git("diff", "--name-only", "--diff-filter=d", base, *SOURCES) + untracked:
            return f"changed since {base[:10]}", files
    last = git("show", "--name-only", "--diff-filter=d", "--format=", "HEAD", *SOURCES)
    return "of the last commit", last + untracked


def commands():
    """Source → command without the precompiled header and with what clang does not know taken as it is"""
    entries = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        words = [word for word in shlex.split(entry["command"]) if word != "-Winvalid-pch"]
        while (at := next((i for i, word in enumerate(words) if word.endswith("cmake_pch.hxx")), 0)) > 0:
            del words[at - 1:at + 1]
        if words[0].endswith("ccache"):
            words.pop(0)
        entry["command"] = shlex.join([*words, "-Wno-unknown-warning-option"])
        entries[os.path.relpath(entry["file"], ROOT)] = entry
    return entries


def headers_of(entries):
    """Source → our own headers, from what the compiler told ninja"""
    run = subprocess.run(["ninja", "-C", str(BUILD), "-t", "deps"], text=True, capture_output=True)
    found = {}
    for block in run.stdout.split("\n\n"):
        files = [Path(os.path.normpath(BUILD / line.strip())) for line in block.split("\n")[1:]]
        ours = [file for file in files if ROOT in file.parents]
        for file in ours:
            name = str(file.relative_to(ROOT))
            if name in entries:
                found.setdefault(name, set()).update(ours)
    return found


def sources_to_check(files, entries, headers):
    chosen = set()
    for name in files:
        if name in entries:
            chosen.add(name)
        elif name.endswith(".h"):  # its own source, else the first that includes it
            users = sorted(source for source, used in headers.items() if ROOT / name in used)
            own = name[:-2] + ".cpp"
            chosen.update([own] if own in entries else users[:1])
    return sorted(chosen)


def stamp_of(source, entry, headers):
    digest = hashlib.sha256((ROOT / ".clang-tidy").read_bytes() + entry["command"].encode())
    for file in sorted({ROOT / source, *headers.get(source, set())}):
        if file.exists() and "cmake_pch" not in file.name:
            digest.update(file.read_bytes())
    return OUTPUT / "passed" / digest.hexdigest()


def check(source):
    run = subprocess.run(["clang-tidy", "--quiet", "-p", str(OUTPUT), str(ROOT / source)], cwd=ROOT, text=True,
                         capture_output=True)
    noise = re.compile(r"^\d+ warnings? (generated|treated)|^Suppressed |^Use -header-filter|^\s*$")
    report = "\n".join(line for line in (run.stdout + run.stderr).splitlines() if not noise.match(line))
    return run.returncode == 0, report


def main():
    if not (BUILD / "compile_commands.json").exists():
        sys.exit("tidy: build the dev preset first: ./dev build")
    entries = commands()
    headers = headers_of(entries)
    what, files = ("of the project", list(entries)) if sys.argv[1:] == ["all"] else changed_files()
    sources = [name for name in sources_to_check(files, entries, headers) if name.startswith(("app/", "tests/"))]
    (OUTPUT / "passed").mkdir(parents=True, exist_ok=True)
    (OUTPUT / "compile_commands.json").write_text(json.dumps(list(entries.values())))
    stamps = {source: stamp_of(source, entries[source], headers) for source in sources}
    todo = [source for source in sources if not stamps[source].exists()]
    print(f"clang-tidy: {len(sources)} sources {what}, {len(sources) - len(todo)} passed before", flush=True)
    failed = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for source, (passed, report) in zip(todo, pool.map(check, todo)):
            print(("ok     " if passed else "FAILED ") + source, flush=True)
            if passed:
                stamps[source].touch()
            else:
                failed.append(source)
                print(report)
    if failed:
        print(f"clang-tidy: {len(failed)} of {len(todo)} failed: {' '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
