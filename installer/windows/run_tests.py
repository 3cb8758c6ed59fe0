#!/usr/bin/env python3
"""Runs the cross-built tests under Wine and compares the failures with those that are Wine's own.

run_tests.py BUILD [NAME …]     NAME: only tests whose name contains it

Every test runs with Qt's offscreen plugin; those that show windows again with the windows plugin, on an X server of
their own. A failure that wine_failures.txt does not explain fails the run, and so does one that it explains and that
no longer happens: nothing is skipped.
"""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINE = str(HERE / "wine_run.sh")
ON_A_SCREEN = str(HERE.parents[1] / "tests" / "journeys" / "desk" / "with_window_manager")
WINDOWED = ("gui/", "journeys/desk")
FAILED = re.compile(r"^(?:FAIL!|XPASS)\s*: \w+::(\w+)\((.*?)\)", re.MULTILINE)
TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)


def explained():
    """{(test, function): reason}; function * stands for the program as a whole"""
    reasons = {}
    for line in (HERE / "wine_failures.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            where, reason = line.split("\t", 1)
            reasons[tuple(where.split("::"))] = reason
    return reasons


def tests_of(build):
    listing = json.loads(subprocess.check_output(["ctest", "--test-dir", str(build), "--show-only=json-v1"]))
    for test in listing["tests"]:
        properties = {entry["name"]: entry["value"] for entry in test.get("properties", [])}
        labels = properties.get("LABELS", [])
        if "architecture" in labels or "command" not in test or WINE not in test["command"]:
            continue  # the rules of the house do not depend on the system
        start = test["command"].index(WINE) + 1
        yield test["name"], test["command"][start:], "fuzz" in labels


class Outcome:
    def __init__(self, name, platform, returned, output):
        self.name, self.platform, self.output = name, platform, output
        totals = TOTALS.search(output)
        self.passed = int(totals.group(1)) if totals else int(returned == 0)
        self.skipped = int(totals.group(3)) if totals else 0
        self.failed = sorted({match.group(1) for match in FAILED.finditer(output)})
        if returned != 0 and not self.failed:
            self.failed = ["*"]


def run(name, command, platform, is_fuzzer):
    environment = dict(os.environ, QT_QPA_PLATFORM=platform, TZ="Asia/Tokyo")
    prefix = [] if platform == "offscreen" else [ON_A_SCREEN]
    arguments = [] if is_fuzzer else ["-maxwarnings", "0"]
    try:
        done = subprocess.run([*prefix, WINE, *command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=900, env=environment, check=False)
        return Outcome(name, platform, done.returncode, done.stdout.decode("utf-8", "replace").replace("\r", ""))
    except subprocess.TimeoutExpired as expired:
        return Outcome(name, platform, -1, (expired.stdout or b"").decode("utf-8", "replace") + "\ntook too long")


def judge(outcome, reasons, log):
    """What is not explained"""
    (log / (outcome.name.replace("/", "_") + "_" + outcome.platform + ".log")).write_text(outcome.output)
    unexplained = []
    for function in outcome.failed:
        if (outcome.name, function) not in reasons:
            unexplained.append(f"{outcome.name}::{function} ({outcome.platform}) failed")
    for name, function in reasons:
        if name == outcome.name and function not in outcome.failed:
            unexplained.append(f"{name}::{function} ({outcome.platform}) passes: take it out of wine_failures.txt")
    word = "ok" if not outcome.failed else "known" if not unexplained else "FAILED"
    print(f"{word:6} {outcome.name} ({outcome.platform}): {outcome.passed} passed, {len(outcome.failed)} failed, "
          f"{outcome.skipped} skipped", flush=True)
    return unexplained


def main():
    build, wanted = Path(sys.argv[1]).resolve(), sys.argv[2:]
    log = build / "wine"
    log.mkdir(exist_ok=True)
    reasons = explained()
    jobs = []
    for name, command, is_fuzzer in tests_of(build):
        if wanted and not any(part in name for part in wanted):
            continue
        platforms = ["offscreen", "windows"] if name.startswith(WINDOWED) else ["offscreen"]
        jobs += [(name, command, platform, is_fuzzer) for platform in platforms]
    if not jobs:
        sys.exit("run_tests: no such test (is Wine installed? then configure again)")
    subprocess.check_call([WINE, "cmd", "/c", "exit"])  # makes the prefix
    with ThreadPoolExecutor(max_workers=int(os.environ.get("JOBS", os.cpu_count()))) as pool:
        outcomes = pool.map(lambda job: run(*job), jobs)
        unexplained, passed, known = [], 0, 0
        for outcome in outcomes:
            passed += outcome.passed
            found = judge(outcome, reasons, log)
            known += len(outcome.failed) if not found else 0
            unexplained += found
    print(f"{len(jobs)} programs, {passed} test functions passed, {known} failures are Wine's (wine_failures.txt)")
    for line in unexplained:
        print(f"run_tests: {line}", file=sys.stderr)
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
