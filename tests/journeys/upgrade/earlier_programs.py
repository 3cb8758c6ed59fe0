#!/usr/bin/env python3
"""What earlier versions of the program wrote opens with everything; a schema that is older is backed up first, by name.

earlier_programs.py --program tenken-cli [--record FOLDER]
    each tests/storage/fixtures/program-<version>/ holds tenken.db.gz, registry.db.gz (made by that version) and said.json: what
    that version said about them. --record makes said.json anew: only for a folder that is being added.
"""

import argparse
import gzip
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[2] / "storage" / "fixtures"
SCHEMA = {"tenken.db": "local", "registry.db": "registry"}


def ask(program, folder, *line):
    done = subprocess.run([program, *line, "--json"], cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(line)}: exit {done.returncode} {done.stderr}")
    return json.loads(done.stdout)


def say(program, folder):
    """Everything that people put in, as the program tells it"""
    inspections = ask(program, folder, "inspection", "list", "--store", "tenken.db")
    one = [["--store", "tenken.db", "--inspection", entry["inspection"]] for entry in inspections]
    return {
        "inspections": inspections,
        "status": [ask(program, folder, "inspection", "status", *which) for which in one],
        "history": [ask(program, folder, "inspection", "history", *which) for which in one],
        "registry": ask(program, folder, "registry", "list", "--registry", "registry.db"),
        "compared": ask(program, folder, "compare", "--registry", "registry.db", "--checklist", "KC-B", "--by", "department"),
    }


def differences(then, now, path=""):
    """Later versions may say more, never less and nothing else"""
    if isinstance(then, dict) and isinstance(now, dict):
        for key, value in then.items():
            yield from differences(value, now.get(key), f"{path}/{key}")
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for number, (a, b) in enumerate(zip(then, now)):
            yield from differences(a, b, f"{path}/{number}")
    elif then != now:
        yield f"{path}: was {then!r}, is {now!r}"


def schema_of(file):
    return int.from_bytes(file.read_bytes()[60:64], "big")  # user_version, https://sqlite.org/fileformat.html §1.3


def rows_of(file):
    """table -> its rows, of a database that is only read"""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}


def newest_schema(kind):
    migrations = Path(__file__).resolve().parents[3] / "app" / "storage" / "migrations" / kind
    return max(int(file.name[:4]) for file in migrations.glob("*.sql"))


def check(program, fixture, record):
    with tempfile.TemporaryDirectory(prefix="tenken-upgrade-") as folder:
        folder = Path(folder)
        before, held = {}, {}
        for name in SCHEMA:
            (folder / name).write_bytes(gzip.decompress((fixture / f"{name}.gz").read_bytes()))
            (folder / name).chmod(0o600)
            before[name] = schema_of(folder / name)
            held[name] = rows_of(folder / name)
        said = say(program, folder)
        if record:
            (fixture / "said.json").write_text(json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        problems = list(differences(json.loads((fixture / "said.json").read_text(encoding="utf-8")), said))
        for name, kind in SCHEMA.items():
            backups = [file.name for file in folder.glob(f"{name}.v*.bak")]
            older = before[name] < newest_schema(kind)
            wanted = rf"{re.escape(name)}\.v{before[name]}-\d{{8}}T\d{{6}}\.bak"
            if older != (len(backups) == 1) or any(not re.fullmatch(wanted, backup) for backup in backups):
                problems.append(f"{name} (schema {before[name]}, newest {newest_schema(kind)}): backups {backups}")
            for backup in backups:
                if schema_of(folder / backup) != before[name] or rows_of(folder / backup) != held[name]:
                    problems.append(f"{backup} is not what {name} was")
            if schema_of(folder / name) != newest_schema(kind):
                problems.append(f"{name} stayed at schema {schema_of(folder / name)}")
        for problem in problems:
            print(f"{fixture.name}: {problem}")
        return len(problems)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--record", type=Path)
    arguments = parser.parse_args()
    fixtures = [arguments.record.resolve()] if arguments.record else sorted(FIXTURES.glob("program-*"))
    count = sum(check(arguments.program.resolve(), fixture, arguments.record) for fixture in fixtures)
    print(f"{len(fixtures)} earlier programs, {count} differences")
    return 1 if count or not fixtures else 0


if __name__ == "__main__":
    sys.exit(main())
