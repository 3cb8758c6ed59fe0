#!/usr/bin/env python3
"""Makes the manual's HTML pages from the chapters (*.md) with cmark-gfm.

make_html.py --out FOLDER [--xml FOLDER] [--cmark cmark-gfm]
    FOLDER/<chapter>.html, FOLDER/pictures     FOLDER/at/<page>.html leads F1 on that page to the place marked
    <!-- F1: page -->     --xml: the chapters' trees, which make_pdf reads
"""

import argparse
import html
import re
import shutil
import subprocess
from pathlib import Path

CHAPTERS = ["index", "staff", "manager", "keys", "division", "auditor", "administrator", "checklist-author", "verification",
            "questions", "glossary"]
HERE = Path(__file__).resolve().parent
MARK = re.compile(r"<!-- F1: ([a-z_]+) -->")
CODE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)

TEMPLATE = """<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} ― Tenken 利用の手引き</title>
<link rel="stylesheet" href="manual.css">
</head>
<body>
<nav aria-label="章"><p><img src="tenken.png" alt="" width="32" height="32"> Tenken<br>利用の手引き</p>
<ul>
{chapters}
</ul></nav>
<main>
{body}
{neighbours}
</main>
</body>
</html>
"""
REDIRECT = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>Tenken 利用の手引き</title>
<meta http-equiv="refresh" content="0; url={target}"></head>
<body><p><a href="{target}">手引きを開く</a></p></body></html>
"""


def joined(text):
    """Japanese lines are joined without the space that a browser would put for the line's end."""
    parts = re.split(r"(^```.*?^```$)", text, flags=re.DOTALL | re.MULTILINE)
    join = re.compile(r"([^\x00-\x7f])\n(?=[^\x00-\x7f])")
    return "".join(part if part.startswith("```") else join.sub(r"\1", part) for part in parts)


def source(chapter):
    return joined((HERE / f"{chapter}.md").read_text(encoding="utf-8"))


def title_of(text):
    return re.search(r"^# (.+)$", text, re.MULTILINE).group(1)


def convert(cmark, text, to):
    run = subprocess.run([cmark, "--unsafe", "-e", "table", "-t", to], input=text.encode(), capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def link(chapter, title, attributes=""):
    return f'<a href="{chapter}.html"{attributes}>{html.escape(title)}</a>'


def page(cmark, chapter, titles):
    text = source(chapter)
    body = convert(cmark, MARK.sub(r'<a id="\1"></a>', text), "html")
    body = re.sub(r'href="([a-z-]+)\.md(#[^"]*)?"', r'href="\1.html\2"', body)
    body = re.sub(r"<p>(<img [^>]*)/></p>", r'<figure>\1></figure>', body)
    current = {chapter: ' aria-current="page"'}
    chapters = "\n".join(f"<li>{link(name, title, current.get(name, ''))}</li>" for name, title in titles.items())
    names = list(titles)
    at = names.index(chapter)
    before = "前：" + link(names[at - 1], titles[names[at - 1]]) if at > 0 else ""
    after = "次：" + link(names[at + 1], titles[names[at + 1]]) if at + 1 < len(names) else ""
    neighbours = f"<footer><span>{before}</span><span>{after}</span></footer>"
    return TEMPLATE.format(title=html.escape(titles[chapter]), chapters=chapters, body=body, neighbours=neighbours)


def marks():
    """page of the program -> chapter.html#page"""
    found = {}
    for chapter in CHAPTERS:
        for mark in MARK.findall(CODE.sub("", source(chapter))):
            if mark in found:
                raise SystemExit(f"F1: {mark} is marked twice")
            found[mark] = f"{chapter}.html#{mark}"
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--xml", type=Path)
    parser.add_argument("--cmark", default="cmark-gfm")
    arguments = parser.parse_args()
    out = arguments.out
    shutil.rmtree(out, ignore_errors=True)
    (out / "at").mkdir(parents=True)
    if arguments.xml:
        shutil.rmtree(arguments.xml, ignore_errors=True)  # chapters of before, under other numbers
        arguments.xml.mkdir(parents=True)
    shutil.copytree(HERE / "pictures", out / "pictures")
    shutil.copy2(HERE / "manual.css", out)
    shutil.copy2(HERE.parents[1] / "resources" / "icons" / "tenken-64.png", out / "tenken.png")
    titles = {chapter: title_of(source(chapter)) for chapter in CHAPTERS}
    for number, chapter in enumerate(CHAPTERS):
        (out / f"{chapter}.html").write_text(page(arguments.cmark, chapter, titles), encoding="utf-8")
        if arguments.xml:
            xml = convert(arguments.cmark, source(chapter), "xml")
            (arguments.xml / f"{number:02}-{chapter}.xml").write_text(xml, encoding="utf-8")
    for mark, target in marks().items():
        (out / "at" / f"{mark}.html").write_text(REDIRECT.format(target="../" + target), encoding="utf-8")


if __name__ == "__main__":
    main()
