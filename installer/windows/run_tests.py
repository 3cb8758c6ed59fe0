#!/usr/bin/env python3
"""Runs the cross-built tests under Wine and compares the failures with those that are Wine's own.

run_tests.py BUILD [NAME …]     NAME: only runs whose name contains it, e.g. gui/ or gui/tst_shell@windows

Every test runs with Qt's offscreen plugin; those that show windows again with the windows plugin, one after the other,
on an X server with a window manager (started by itself). Two disks are mounted, a small one and one that is locked.
A failure that wine_failures.txt does not explain fails the run, and so does one that it explains and that no longer
happens: nothing is skipped.
"""

import json
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINE = str(HERE / "wine_run.sh")
ON_A_SCREEN = str(HERE.parents[1] / "tests" / "journeys" / "desk" / "with_window_manager")
WINDOWED = ("gui/", "journeys/")
PLATFORMS = {"offscreen": "offscreen", "windows": "windows:fontengine=freetype"}  # as app/desktop/main.cpp has it
DISKS = {"small": "size=1m", "locked": "ro"}
FAILED = re.compile(r"^(?:FAIL!|XPASS)\s*: \w+::(\w+)\((.*?)\)", re.MULTILINE)
SKIPPED = re.compile(r"^SKIP\s*: \w+::(\w+\(.*?\) .*)", re.MULTILINE)
TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)


def explained():
    """{(test, function): reason}; test ends in @windows where only that plugin's run fails; function * stands for the
    program as a whole"""
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
        yield test["name"], test["command"], test["command"][0] == WINE and "fuzz" not in labels


class Outcome:
    def __init__(self, name, platform, returned, output, seconds, is_qtest):
        self.name, self.platform, self.output, self.seconds = name, platform, output, seconds
        totals = TOTALS.search(output)
        self.passed = int(totals.group(1)) if totals else int(returned == 0)
        self.skipped = SKIPPED.findall(output)
        self.failed = sorted({match.group(1) for match in FAILED.finditer(output)})
        fell = is_qtest and not totals  # before its end
        if fell or (returned != 0 and not self.failed):
            self.failed.append("*")


def run(build, platform, name, command, is_qtest):
    environment = dict(os.environ, QT_QPA_PLATFORM=PLATFORMS[platform], TZ="Asia/Tokyo", TENKEN_WINE_TOOLS=str(build / "tests"))
    arguments = ["-maxwarnings", "0"] if is_qtest else []
    started = time.monotonic()
    try:
        done = subprocess.run([*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=900, env=environment, cwd=build / "wine", check=False)
        returned, output = done.returncode, done.stdout
    except subprocess.TimeoutExpired as expired:
        returned, output = -1, (expired.stdout or b"") + b"\ntook too long"
    output = output.decode("utf-8", "replace").replace("\r", "")
    return Outcome(name, platform, returned, output, time.monotonic() - started, is_qtest)


def judge(outcome, reasons, log):
    """What is not explained"""
    (log / (outcome.name.replace("/", "_") + "_" + outcome.platform + ".log")).write_text(outcome.output)
    names = (outcome.name, outcome.name + "@" + outcome.platform)
    known = {function for name, function in reasons if name in names}
    unexplained = [f"{names[1]}::{function} failed" for function in outcome.failed if function not in known]
    unexplained += [f"{names[1]}::{function} passes: take it out of wine_failures.txt"
                    for function in sorted(known - set(outcome.failed))]
    word = "FAILED" if unexplained else "known" if outcome.failed else "ok"
    print(f"{word:6} {names[1]}: {outcome.passed} passed, {len(outcome.failed)} failed, {outcome.seconds:.0f} s", flush=True)
    for skipped in outcome.skipped:
        print(f"       skipped: {skipped}", flush=True)
    return unexplained


@contextmanager
def wine_server():
    """One for all tests, so that none pays for its start"""
    subprocess.check_call([WINE, "cmd", "/c", "exit"])  # makes the prefix
    with subprocess.Popen([WINE, "cmd"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as waiting:
        try:
            yield
        finally:
            waiting.stdin.close()
            waiting.wait()
            subprocess.check_call([WINE, "--wait"])


def outcomes_of(build, tests, wanted):
    """Without windows side by side, with windows one after the other: two would fight for the focus"""
    def runs(platform):
        return [test for test in tests if not wanted or any(part in f"{test[0]}@{platform}" for part in wanted)]

    with ThreadPoolExecutor(max_workers=int(os.environ.get("JOBS", os.cpu_count()))) as pool:
        yield from pool.map(lambda test: run(build, "offscreen", *test), runs("offscreen"))
    yield from (run(build, "windows", *test) for test in runs("windows") if test[0].startswith(WINDOWED))


def main():
    build, wanted = Path(sys.argv[1]).resolve(), sys.argv[2:]
    log = build / "wine"
    log.mkdir(exist_ok=True)
    reasons = explained()
    tests = list(tests_of(build))
    unexplained, programs, passed, known = [], 0, 0, 0
    with wine_server():
        for outcome in outcomes_of(build, tests, wanted):
            found = judge(outcome, reasons, log)
            programs += 1
            passed += outcome.passed
            known += len(outcome.failed) if not found else 0
            unexplained += found
    if not programs:
        sys.exit("run_tests: no such test (is Wine installed? then configure again)")
    print(f"{programs} runs, {passed} test functions passed, {known} failures are Wine's (wine_failures.txt)")
    for line in unexplained:
        print(f"run_tests: {line}", file=sys.stderr)
    sys.exit(1 if unexplained else 0)


def again_with_disks_and_a_screen():
    """In a name space of mounts of its own, where a disk is small and another one locked: tests/support/odd_disks.h.
    What opens files is Wine's server, so it must be started inside, too."""
    subprocess.check_call([WINE, "--wait"])
    disks = Path(sys.argv[1]).resolve() / "wine" / "disks"
    for name in DISKS:
        (disks / name).mkdir(parents=True, exist_ok=True)
        os.environ[f"TENKEN_{name.upper()}_DISK"] = f"Z:{disks / name}"
    mounts = [f'mount -t tmpfs -o {option} tmpfs "$0/{name}"' for name, option in DISKS.items()]
    script = " && ".join([*mounts, 'exec "$@"'])
    os.environ["TENKEN_ON_A_SCREEN"] = "1"
    alone = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
    os.execvp("unshare", [*alone, "sh", "-c", script, str(disks), ON_A_SCREEN, sys.executable, *sys.argv])


if __name__ == "__main__":
    if not os.environ.get("TENKEN_ON_A_SCREEN"):
        again_with_disks_and_a_screen()
    main()
