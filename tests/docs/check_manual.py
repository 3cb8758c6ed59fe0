#!/usr/bin/env python3
"""Checks the manual against the program's words; exit 1 names every violation.

check_manual.py [--root FOLDER]

Words of the screens, written 「**so**」, are words of translations/tenken_ja.ts. verification.md names every verdict, reason and
warning with its code and the sentence that the program shows, and says what to do. Every chapter stands in make_html.py's list.
"""

import argparse
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SCREEN_WORD = re.compile(r"「\*\*(.+?)\*\*」")
STRINGS = re.compile(r'"((?:[^"\\]|\\.)*)"')
CODES = re.compile(r"\{(Verdict|Reason|Warning)::(\w+), \"([\w-]+)\"\}")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def translations(root):
    """context -> source -> Japanese"""
    contexts = {}
    for context in ElementTree.parse(root / "translations" / "tenken_ja.ts").getroot().iter("context"):
        words = contexts.setdefault(context.findtext("name"), {})
        for message in context.iter("message"):
            words[message.findtext("source")] = message.findtext("translation") or ""
    return contexts


def on_screen(contexts):
    """All words that people can see, without mnemonics and ellipses"""
    words = {text for context in contexts.values() for text in context.values()}
    return {re.sub(r"\(&.\)|…$", "", word) for word in words}


def unknown_words(text, screen):
    for word in SCREEN_WORD.finditer(FENCE.sub("", text)):
        plain = re.sub(r"…$", "", word.group(1))
        if not any(plain == known or plain in known for known in screen):
            yield text.count("\n", 0, word.start()) + 1, f"no screen says 「{word.group(1)}」"


def sentences_of(source, kind, words):
    """value -> what the program says, from the tables and switches in app/wording"""
    found = {}
    pattern = rf'(?:\{{|case ){kind}::(\w+)(?:,|:)\s*(?:return Words::tr\(|QT_TR_NOOP\()((?:\s*"(?:[^"\\]|\\.)*")+)\)'
    for match in re.finditer(pattern, source):
        sentence = words["".join(STRINGS.findall(match.group(2)))]
        found.setdefault(match.group(1), []).append(sentence)
    return found


def missing_meanings(root, text, contexts):
    core = (root / "app" / "core" / "verification.cpp").read_text(encoding="utf-8")
    verdicts = (root / "app" / "wording" / "verdict_words.cpp").read_text(encoding="utf-8")
    reasons = (root / "app" / "wording" / "reason_words.cpp").read_text(encoding="utf-8")
    said = {
        "Verdict": sentences_of(verdicts, "Verdict", contexts["tenken::VerdictWords"]),
        "Reason": sentences_of(reasons, "Reason", contexts["tenken::ReasonWords"]),
        "Warning": sentences_of(verdicts, "Warning", contexts["tenken::VerdictWords"]),
    }
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    codes = CODES.findall(core)
    if len(codes) < 60:
        yield 1, f"only {len(codes)} codes found in core/verification.cpp"
    for kind, value, code in codes:
        sentences = said[kind].get(value, [])
        if not sentences:
            yield 1, f"no words found for {kind} {value}"
        row = next((row for row in rows if f"`{code}`" in row and all(s in row for s in sentences)), None)
        if row is None:
            yield 1, f"{kind} {code} is not described with the program's words: {' / '.join(sentences)}"
        elif not row.rstrip(" |").split("|")[-1].strip():
            yield 1, f"{kind} {code}: nothing says what to do"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    root = parser.parse_args().root
    contexts = translations(root)
    screen = on_screen(contexts)
    folder = root / "docs" / "manual"
    listed = set(re.findall(r'"([a-z-]+)"', re.search(r"CHAPTERS = \[(.*?)\]", (folder / "make_html.py").read_text(), re.DOTALL)[1]))
    chapters = sorted(folder.glob("*.md"))
    count = 0
    for chapter in chapters:
        text = chapter.read_text(encoding="utf-8")
        problems = [*unknown_words(text, screen)]
        if chapter.stem == "verification":
            problems += missing_meanings(root, text, contexts)
        if chapter.stem not in listed:
            problems.append((1, "is not in make_html.py's list of chapters"))
        for line, problem in problems:
            print(f"VIOLATION {chapter.relative_to(root)}:{line}: {problem}")
        count += len(problems)
    print(f"{len(chapters)} chapters, {count} violations")
    return 1 if count or not chapters else 0


if __name__ == "__main__":
    sys.exit(main())
