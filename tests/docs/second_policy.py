#!/usr/bin/env python3
"""Another municipality: replaces the policy beside a copy of the program, and nothing else, and goes from start to report.

second_policy.py --program tenken-cli --share FOLDER     FOLDER: share/tenken of the build
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Town:
    """A portable copy of the program with the invented policy of tests/docs/second_policy in the only checklist folder"""

    def __init__(self, program, share, folder):
        self.folder = folder
        self.program = folder / "bin" / "tenken-cli"
        self.program.parent.mkdir()
        shutil.copy2(program, self.program)
        (folder / "lib").symlink_to(Path(program).resolve().parent.parent / "lib")  # parts that are loaded late
        own = folder / "share" / "tenken"
        own.mkdir(parents=True)
        for entry in share.iterdir():
            if entry.name != "checklists":
                (own / entry.name).symlink_to(entry.resolve())
        shutil.copytree(HERE / "second_policy", own / "checklists" / "hinata-2026")
        (folder / "secret").write_text("a long sentence that nobody guesses\n", encoding="utf-8")

    def run(self, line, *more, code=0):
        done = subprocess.run([self.program, *line.split(), *more, "--json"], cwd=self.folder, capture_output=True, text=True,
                              timeout=300, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != code:
            sys.exit(f"{line}: exit {done.returncode}, not {code}\n{done.stdout[-600:]}\n{done.stderr[-600:]}")
        return json.loads(done.stdout) if done.stdout else None


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r}, not {wanted!r}")


def make_keys(town):
    town.run("authority init --out authority --passphrase-file secret", "--name", "日向野市 デジタル推進室")
    for role in ("inspector", "approver", "division"):
        town.run(f"authority issue --authority authority --authority-passphrase-file secret --department S1 --role {role} "
                 f"--passphrase-file secret --out {role}.p12", "--name", f"担当 {role}")


def answer(town):
    """Two of four questions apply; one is answered △ with what its rules ask for"""
    started = town.run("inspection start --store t.db --checklist HN-SEC --department S1 --department-name 戸籍係 --year 2026")
    expect("questions without the flag", started["applicable"], 2)
    one = f"--store t.db --inspection {started['inspection']}"
    expect("questions with the flag", town.run(f"inspection profile {one} --flags carries_out")["applicable"], 4)
    for item in ("M1", "M2", "K1"):
        town.run(f"inspection answer {item} YES {one}")
    expect("open questions", [p["item"] for p in town.run(f"inspection check {one}", code=1)["problems"]], ["K2"])
    town.run(f"inspection answer K2 PARTIAL {one} --plan-due 2026-12-01 --cause no-capacity --comment 一人が未受講 --plan 受講させる --plan-owner 係長")
    status = town.run(f"inspection status {one}")
    expect("score", (status["fullRate"], status["weighted"], status["counts"]["partial"]), ("3/4", "11/12", 1))
    return one


def submit(town, one):
    town.run(f"inspection export {one} --key inspector.p12 --passphrase-file secret --out signed.pdf")
    town.run("approve signed.pdf --trust authority/ca.pem --key approver.p12 --passphrase-file secret --out approved.pdf")
    verified = town.run("verify approved.pdf --trust authority/ca.pem")[0]
    expect("verdict", (verified["verdict"], verified["state"], verified["submission"]["checklist"]), ("accepted", "approved", "HN-SEC"))


def collect(town):
    (town.folder / "org.csv").write_text("所属コード,課\r\nS1,戸籍係\r\nS2,税務係\r\n", encoding="utf-8")
    registry = "--registry r.db --year 2026 --org org.csv"
    expect("imported", town.run("registry import approved.pdf --registry r.db --trust authority/ca.pem")["imported"], 1)
    missing = town.run(f"registry missing {registry}")
    expect("missing", [(row["department"]["code"], row["checklist"]) for row in missing], [("S2", "HN-SEC")])
    compared = town.run("compare --registry r.db --checklist HN-SEC --by department --year 2026")
    expect("compared", [row["item"] for row in compared["rows"]], ["M1", "M2", "K1", "K2"])
    for report in ("committee", "submission-status", "department --department S1"):
        town.run(f"report {report} {registry} --key division.p12 --passphrase-file secret --out report.pdf")
        expect(report, town.run("verify report.pdf --trust authority/ca.pem")[0]["verdict"], "accepted")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--share", type=Path, required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tenken-town-") as folder:
        town = Town(arguments.program, arguments.share, Path(folder))
        expect("checklists", sorted(entry["id"] for entry in town.run("checklist list")), ["HN-AUD", "HN-SEC"])
        expect("coverage", town.run("checklist coverage")["complete"], True)
        make_keys(town)
        submit(town, answer(town))
        collect(town)
    print("another policy: started, answered, scored, signed, approved, imported, compared, reported")


if __name__ == "__main__":
    main()
