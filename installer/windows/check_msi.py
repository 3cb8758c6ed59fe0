#!/usr/bin/env python3
"""What Windows' own consistency checks (ICE) would look for, as far as msitools show it; and: the files are the stage's.

check_msi.py FILE.msi STAGE VERSION
"""

import csv
import filecmp
import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
from make_msi import MAKER, NAME, UPGRADE_CODE

LARGEST = 45 * 1024 * 1024
REFERENCES = [  # (table, column, table that holds it, column): ICE03
    ("Component", "Directory_", "Directory", "Directory"), ("File", "Component_", "Component", "Component"),
    ("FeatureComponents", "Component_", "Component", "Component"), ("FeatureComponents", "Feature_", "Feature", "Feature"),
    ("CreateFolder", "Directory_", "Directory", "Directory"), ("RemoveFile", "Component_", "Component", "Component"),
    ("RemoveFile", "DirProperty", "Directory", "Directory"), ("Registry", "Component_", "Component", "Component"),
    ("Shortcut", "Component_", "Component", "Component"), ("Shortcut", "Directory_", "Directory", "Directory"),
    ("Shortcut", "Icon_", "Icon", "Name")]


class Database:
    def __init__(self, path, scratch):
        self.path, self.scratch = str(path), scratch  # an export of icons leaves files behind
        self.names = self.ask("tables").decode().split()

    def ask(self, *arguments):
        return subprocess.check_output(["msiinfo", arguments[0], self.path, *arguments[1:]], cwd=self.scratch)

    def rows(self, table):
        if table not in self.names:
            return []
        text = self.ask("export", table).decode()
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
        return [dict(zip(lines[0], line)) for line in lines[3:] if line]

    def property(self, name):
        return next((row["Value"] for row in self.rows("Property") if row["Property"] == name), None)


def problems_of_tables(msi):
    for table, column, target, key in REFERENCES:
        known = {row[key] for row in msi.rows(target)}
        for row in msi.rows(table):
            if row[column] and row[column] not in known:
                yield f"ICE03: {table}.{column} {row[column]} is not in {target}"
    components = msi.rows("Component")
    guids = [row["ComponentId"] for row in components]
    if len(set(guids)) != len(guids):
        yield "ICE08: a component's GUID occurs twice"
    featured = {row["Component_"] for row in msi.rows("FeatureComponents")}
    files = {row["File"] for row in msi.rows("File")}
    for row in components:
        if row["Component"] not in featured:
            yield f"ICE21: component {row['Component']} belongs to no feature"
        if row["KeyPath"] and row["KeyPath"] not in files:
            yield f"ICE18: the key path of {row['Component']} is no file"
        if not int(row["Attributes"]) & 256:
            yield f"ICE80: component {row['Component']} is not 64-bit"
    removed = {row["DirProperty"] for row in msi.rows("RemoveFile")}
    for row in components:
        if row["Directory_"] not in removed:
            yield f"ICE64: the folder {row['Directory_']} would stay behind"


def problems_of_files(msi):
    files = msi.rows("File")
    if sorted(int(row["Sequence"]) for row in files) != list(range(1, len(files) + 1)):
        yield "ICE04: file sequence numbers have gaps"
    last = max(int(row["LastSequence"]) for row in msi.rows("Media"))
    if last < len(files):
        yield f"ICE04: the media table ends at {last} of {len(files)} files"
    for row in files + msi.rows("Directory"):
        name = row.get("FileName") or row["DefaultDir"]
        short = name.split("|")[0].split(":")[-1]
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,3})?|\.|SourceDir", short):
            yield f"ICE60: {short} is no short file name"


def problems_of_product(msi, version):
    wanted = {"ProductVersion": version, "UpgradeCode": "{" + UPGRADE_CODE + "}", "ProductName": NAME,
              "Manufacturer": MAKER, "ProductLanguage": "1041", "ALLUSERS": "1"}
    for name, value in wanted.items():
        if msi.property(name) != value:
            yield f"Property {name} is {msi.property(name)!r}, not {value!r}"
    for table in ("CustomAction", "Binary"):
        if msi.rows(table):
            yield f"table {table} is not empty: no custom actions"
    upgrades = msi.rows("Upgrade")
    if len(upgrades) < 2:
        yield "ICE61: older and newer versions are not both looked for"
    if NAME.encode("cp932") not in Path(msi.path).read_bytes():
        yield "the Japanese texts are not in code page 932"
    summary = msi.ask("suminfo").decode()
    for text in ("x64;1041", NAME):
        if text not in summary:
            yield f"summary information without {text}"
    for table in msi.names:
        if "@" in "".join(value for row in msi.rows(table) for value in row.values() if value.startswith("@")):
            yield f"table {table} still holds a placeholder"


def problems_of_content(path, stage):
    if path.stat().st_size > LARGEST:
        yield f"{path.stat().st_size} bytes, at most {LARGEST}"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.check_call(["msiextract", "-C", folder, str(path)], stdout=subprocess.DEVNULL)
        installed = next(Path(folder).rglob("Tenken"))
        ours = {file.relative_to(stage) for file in stage.rglob("*") if file.is_file()}
        theirs = {file.relative_to(installed) for file in installed.rglob("*") if file.is_file()}
        for name in ours ^ theirs:
            yield f"{name} is not both in the stage and in the MSI"
        for name in ours & theirs:
            if not filecmp.cmp(stage / name, installed / name, shallow=False):
                yield f"{name} is another file in the MSI"


def main():
    path, stage, version = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3]
    with tempfile.TemporaryDirectory() as scratch:
        msi = Database(path, scratch)
        problems = [*problems_of_tables(msi), *problems_of_files(msi), *problems_of_product(msi, version),
                    *problems_of_content(path, stage)]
        counts = f"{len(msi.rows('File'))} files, {len(msi.rows('Component'))} components"
    for problem in problems:
        print(f"check_msi: {problem}", file=sys.stderr)
    if problems:
        sys.exit(1)
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {counts}, nothing to object to")


if __name__ == "__main__":
    main()
