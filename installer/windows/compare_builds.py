#!/usr/bin/env python3
"""The Windows build (under Wine) and the Linux build do the same: each verifies what the other signed, and both render
a submission alike.

compare_builds.py LINUX_CLI WINDOWS_CLI [--desk]     two programs tenken-cli; the Windows one ends in .exe
    --desk: journey_desk beside each, too: J2 in the windows, on an X server with a window manager
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

WINE = str(Path(__file__).resolve().parent / "wine_run.sh")
CONTENTS = re.compile(rb"/Contents\s*<[0-9A-Fa-f]+>")


class Program:
    def __init__(self, name, path, folder):
        self.name, self.folder = name, folder
        self.command = [WINE, path] if path.endswith(".exe") else [path]

    def run(self, *arguments):
        done = subprocess.run([*self.command, *arguments, "--json"], cwd=self.folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            sys.exit(f"{self.name}: {' '.join(arguments)}: {done.returncode}\n{done.stdout.decode()}"
                     f"{done.stderr.decode(errors='replace')}")
        return json.loads(done.stdout)


def make_keys(program):
    """An authority, an inspector and an approver of U0004"""
    (program.folder / "pass.txt").write_text("correct horse\n")
    program.run("authority", "init", "--out", "authority", "--name", "試験市 情報政策課", "--passphrase-file", "pass.txt")
    for role, name in (("inspector", "点検 花子"), ("approver", "課長 太郎")):
        program.run("authority", "issue", "--authority", "authority", "--authority-passphrase-file", "pass.txt",
                    "--department", "U0004", "--role", role, "--name", name, "--passphrase-file", "pass.txt",
                    "--out", f"{role}.p12")


def journey(program):
    """J2 on the command line: start, fill, export, approve"""
    make_keys(program)
    items = [item["id"] for item in program.run("checklist", "show", "KC-B")["items"]]
    rows = ["item_id,answer,evidence_document,evidence_date", *(f"{item},yes,課内体制表,2026-04-03" for item in items)]
    (program.folder / "回答.csv").write_bytes("\r\n".join([*rows, ""]).encode("cp932"))
    started = program.run("inspection", "start", "--store", "desk.db", "--checklist", "KC-B", "--department", "U0004",
                          "--department-name", "企画課", "--year", "2026")
    which = ["--store", "desk.db", "--inspection", started["inspection"]]
    program.run("inspection", "fill", *which, "--from", "回答.csv")
    program.run("inspection", "export", *which, "--key", "inspector.p12", "--passphrase-file", "pass.txt",
                "--out", "署名済み.pdf")
    program.run("approve", "署名済み.pdf", "--trust", "authority/ca.pem", "--key", "approver.p12",
                "--passphrase-file", "pass.txt", "--out", "承認済み.pdf")
    return program.folder / "承認済み.pdf"


def desk_journey(program):
    """J2 in the windows: start, answer, sign, approve"""
    cli = Path(program.command[-1])
    on_wine = len(program.command) > 1
    kept = program.folder / "desk"
    kept.mkdir()
    environment = dict(os.environ, QT_QPA_PLATFORM="windows:fontengine=freetype" if on_wine else "xcb",
                       TENKEN_KEEP=("Z:" if on_wine else "") + str(kept), TENKEN_WINE_TOOLS=str(cli.parents[1] / "tests"))
    command = [*program.command[:-1], str(cli.with_name("journey_desk" + cli.suffix)), "-maxwarnings", "0",
               "answersSignsApproves:Japanese, keyboard"]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    pdfs = list(kept.glob("*.pdf"))
    if done.returncode != 0 or len(pdfs) != 1:
        sys.exit(f"{program.name}: {' '.join(command)}: {done.returncode}\n{done.stdout.decode(errors='replace')}")
    return pdfs[0]


def judge(program, pdf):
    """What this program says of a PDF of the other one; pdfsig has its say too"""
    found = program.run("verify", str(pdf), "--trust", str(pdf.parent / "authority" / "ca.pem"))[0]
    if (found["verdict"], found["state"], len(found["signatures"])) != ("accepted", "approved", 2):
        sys.exit(f"{program.name} does not accept {pdf}: {found}")
    told = subprocess.run(["pdfsig", "-nocert", str(pdf)], stdout=subprocess.PIPE, check=True).stdout.decode()
    if told.count("Signature is Valid") != 2:
        sys.exit(f"pdfsig does not accept {pdf}:\n{told}")
    print(f"{program.name} and pdfsig accept {pdf.name} of the other: approved, 2 signatures")


def text_of(pdf, *options):
    return subprocess.check_output(["pdftotext", *options, str(pdf), "-"])


def first_revision(pdf):
    """Up to the first end of file, the signature's value blanked: keys and random numbers differ between two runs"""
    content = pdf.read_bytes()
    end = content.index(b"%%EOF") + len(b"%%EOF")
    return CONTENTS.sub(b"/Contents <>", content[:end])


def compare_rendering(linux, windows):
    """Submissions only: the demo's reports print hashes of signed files, which differ from run to run"""
    found = sorted(linux.folder.rglob("submissions/**/*.pdf"))
    pairs = [(pdf, windows.folder / pdf.relative_to(linux.folder)) for pdf in found]
    same, problems = 0, [] if pairs else ["the demo city has no submissions"]
    for ours, theirs in pairs:
        name = ours.relative_to(linux.folder)
        for what, options in (("text", ["-raw"]), ("lines and places", ["-bbox-layout"])):
            if text_of(ours, *options) != text_of(theirs, *options):
                problems.append(f"{name}: other {what}")
        a, b = first_revision(ours), first_revision(theirs)
        if a == b:
            same += 1
        else:
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            problems.append(f"{name}: revision 1 differs from byte {at}: {a[at - 40:at + 40]!r} / {b[at - 40:at + 40]!r}")
    print(f"{len(pairs)} submissions of the demo city: {same} with the same first revision, byte for byte")
    return problems


def main():
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["--desk"]):
        sys.exit(__doc__)
    linux_cli, windows_cli = (str(Path(path).resolve()) for path in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as scratch:
        programs = []
        for name, path in (("Linux", linux_cli), ("Windows", windows_cli)):
            folder = Path(scratch) / name
            folder.mkdir()
            programs.append(Program(name, path, folder))
        linux, windows = programs
        judge(linux, journey(windows))
        judge(windows, journey(linux))
        if "--desk" in sys.argv:
            judge(linux, desk_journey(windows))
            judge(windows, desk_journey(linux))
        for program in programs:
            program.folder = Path(scratch) / (program.name + "-demo")
            program.folder.mkdir()
            program.run("demo", "--out", "city", "--departments", "2", "--years", "1")
        problems = compare_rendering(linux, windows)
        subprocess.check_call([WINE, "--wait"])
        if os.environ.get("TENKEN_KEEP"):
            subprocess.check_call(["cp", "-r", scratch, os.environ["TENKEN_KEEP"]])
    for problem in problems:
        print(f"compare_builds: {problem}", file=sys.stderr)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
