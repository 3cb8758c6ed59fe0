#!/usr/bin/env python3
"""Is every sentence of the program there in Japanese? Exit 1 names those that are missing or do not fit.

check.py            compares app/ with tenken_ja.ts (in a copy: nothing is written)
check.py --update   writes new and changed sentences into tenken_ja.ts, to be translated with Qt Linguist
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = ROOT / "translations" / "tenken_ja.ts"
PLACEHOLDER = re.compile(r"%L?(?:\d+|n)")
KANA_OR_KANJI = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def lupdate(catalogue):
    tool = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate")
    if not tool:
        sys.exit("lupdate is missing: ./dev setup")
    run = subprocess.run([tool, "-silent", "-no-obsolete", "-locations", "none", "app", "-ts", str(catalogue)],
                         cwd=ROOT, text=True, capture_output=True)
    complaints = [line for line in run.stderr.splitlines() if "lacks" in line or "Class" in line or "context" in line]
    if run.returncode != 0 or complaints:
        sys.exit("lupdate: " + "\n".join(complaints or [run.stderr]))


def messages(catalogue):
    """(context, source, translation, finished)"""
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield (context.findtext("name"), message.findtext("source") or "", forms[0],
                   translation.get("type") is None and all(forms))


def problem(source, translation, finished):
    if not finished:
        return "no Japanese"
    if sorted(set(PLACEHOLDER.findall(source))) != sorted(set(PLACEHOLDER.findall(translation))):
        return f"placeholders differ: {translation}"
    if source == translation and re.search(r"[a-z]{3} [a-z]{3}", source) and not KANA_OR_KANJI.search(translation):
        return "still English"
    return ""


def main():
    if sys.argv[1:] == ["--update"]:
        lupdate(CATALOGUE)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(CATALOGUE, folder))
        lupdate(copy)
        current = list(messages(copy))
    wrong = [(context, source, found) for context, source, translation, finished in current
             if (found := problem(source, translation, finished))]
    for context, source, found in wrong:
        print(f"{context}: {source!r}: {found}")
    print(f"translations: {len(current)} sentences, {len(wrong)} to do")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
