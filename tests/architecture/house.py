"""What the house looks like: rooms, their declared includes and libraries, and the sources with what they include."""

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

# docs/architecture.md tells the same in words. A room that is not here is not part of the house.
LEVELS = {
    "core": 0,
    "wording": 1, "exchange": 1, "storage": 1, "signing": 1,
    "report": 2,
    "workflow": 3,
    "viewmodel": 4, "cli": 4,
    "gui": 5,
    "desktop": 6,
}
DATA_ROOMS = {"architecture", "support", "journeys", "fuzz", "bench"}  # folders of tests/ that mirror no room

# Qt's macros that ctags would take for functions, without and with arguments
PLAIN_MACROS = ["Q_OBJECT", "Q_GADGET", "Q_SIGNALS", "Q_SLOTS", "Q_EMIT"]
CALLED_MACROS = ["Q_DECLARE_METATYPE", "Q_DECLARE_TR_FUNCTIONS", "Q_DECLARE_FLAGS", "Q_DECLARE_OPERATORS_FOR_FLAGS",
                 "Q_ENUM", "Q_FLAG", "Q_PROPERTY", "Q_DISABLE_COPY", "Q_DISABLE_COPY_MOVE", "Q_DECLARE_TYPEINFO"]

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
# Comments, then literals (raw ones first): one pass, so that a // inside a string is no comment.
TOKENS = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)'
    r'|(?P<raw>R"(?P<delimiter>[^\s()\\]{0,16})\((?P<text>.*?)\)(?P=delimiter)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<character>(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+')",
    re.DOTALL)


@dataclass
class Source:
    path: Path  # from the root, e.g. app/core/result.h
    text: str
    code: str = ""  # without comments, literals emptied; line numbers as in text
    literals: list = field(default_factory=list)
    includes: list = field(default_factory=list)  # (line, name, quoted)

    @property
    def room(self):
        return self.path.parts[1] if len(self.path.parts) > 2 else ""

    @property
    def lines(self):
        return self.text.count("\n")


@dataclass
class Room:
    name: str
    depends: list
    links: list  # the late ones, too
    late: list  # what only its folder late/ may use


@dataclass
class Tag:
    path: Path
    name: str
    kind: str
    line: int
    end: int


def read_source(root, path):
    text = (root / path).read_text(encoding="utf-8", errors="replace")
    source = Source(path.relative_to(root) if path.is_absolute() else path, text)
    includes = []

    def blank(match):
        newlines = "\n" * match.group(0).count("\n")
        if match.group("comment"):
            return " " + newlines
        if match.group("character"):
            return "' '"
        source.literals.append(match.group("text") if match.group("raw") else match.group("string")[1:-1])
        return '""' + newlines

    bare = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.DOTALL)
    for match in INCLUDE.finditer(bare):
        quoted = match.group(1) is not None
        includes.append((bare.count("\n", 0, match.start()) + 1, match.group(1) or match.group(2), quoted))
    source.includes = includes
    source.code = TOKENS.sub(blank, INCLUDE.sub("", text))
    return source


def without_comments(cmake):
    return re.sub(r"#[^\n]*", "", cmake)


def read_room(folder):
    """DEPENDS, LINKS and LATE of app_add_library; a program alone (desktop) says them in target_link_libraries."""
    listing = folder / "CMakeLists.txt"
    text = without_comments(listing.read_text(encoding="utf-8")) if listing.exists() else ""
    match = re.search(r"app_add_library\(\s*(\w+)([^)]*)\)", text)
    words = {"DEPENDS": [], "LINKS": [], "LATE": []}
    if match:
        current = None
        for word in match.group(2).split():
            if word in words:
                current = word
            elif current:
                words[current].append(word)
    else:
        for linked in re.findall(r"target_link_libraries\(\s*\S+([^)]*)\)", text):
            for word in linked.split():
                if word.startswith("tenken::"):
                    words["DEPENDS"].append(word.removeprefix("tenken::"))
                elif word not in ("PRIVATE", "PUBLIC", "INTERFACE"):
                    words["LINKS"].append(word)
    return Room(folder.name, words["DEPENDS"], words["LINKS"] + words["LATE"], words["LATE"])


class House:
    def __init__(self, root, qt_include):
        self.root = Path(root).resolve()
        self.qt_modules = read_qt_modules(Path(qt_include))
        self.rooms = {}
        for folder in sorted((self.root / "app").iterdir()):
            if folder.is_dir():
                self.rooms[folder.name] = read_room(folder)
        self.sources = {}
        for top in ("app", "tests"):
            for path in sorted((self.root / top).rglob("*")):
                if path.suffix in (".h", ".cpp") and path.is_file():
                    source = read_source(self.root, path)
                    self.sources[source.path.as_posix()] = source
        self.tags = read_tags(self.root, sorted(self.sources))

    def app_sources(self):
        return [source for name, source in self.sources.items() if name.startswith("app/")]

    def test_sources(self):
        return [source for name, source in self.sources.items() if name.startswith("tests/")]

    def closure(self, room):
        """The room and all that it may reach through DEPENDS."""
        seen, todo = set(), [room]
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += self.rooms[name].depends if name in self.rooms else []
        return seen

    def qt_module(self, header):
        """QtSql for <QSqlQuery>, <qsqlquery.h>, <QtSql> and <QtSql/QSqlQuery>; nothing for other headers."""
        first = header.split("/")[0]
        return first if first in self.qt_modules["modules"] else self.qt_modules["headers"].get(header)


def read_qt_modules(folder):
    modules, headers = set(), {}
    for module in sorted(folder.glob("Qt[A-Z]*")):
        if module.is_dir():
            modules.add(module.name)
            for header in module.iterdir():
                if header.is_file():
                    headers.setdefault(header.name, module.name)
    if "QtCore" not in modules:
        raise SystemExit(f"{folder} holds no Qt headers: pass --qt-include")
    return {"modules": modules, "headers": headers}


def read_tags(root, names):
    """Functions and types with first and last line, from universal-ctags."""
    if not names:
        return []
    run = subprocess.run(
        ["ctags", "--output-format=json", "--language-force=C++", "--kinds-C++=fcsgu", "--fields=+ne",
         "-I", ",".join([*PLAIN_MACROS, *(name + "+" for name in CALLED_MACROS)]), "-L", "-", "-f", "-"],
        input="\n".join(names), text=True, capture_output=True, cwd=root, check=True)
    tags = []
    for line in run.stdout.splitlines():
        entry = json.loads(line)
        if entry.get("_type") == "tag":
            tags.append(Tag(Path(entry["path"]), entry["name"], entry["kind"], entry["line"],
                            entry.get("end", entry["line"])))
    return tags


def rooms_table(house):
    """The table in docs/architecture.md, made from the DEPENDS, LINKS and LATE lists."""
    rows = ["| level | room | may include | outside libraries |", "| --- | --- | --- | --- |"]
    for name in sorted(house.rooms, key=lambda room: (LEVELS.get(room, 99), room)):
        room = house.rooms[name]
        links = [link.replace("tenken_", "").replace("Qt6::", "Qt").split("::")[0]
                 + (" (late)" if link in room.late else "") for link in room.links]
        rows.append(f"| L{LEVELS.get(name, '?')} | `app/{name}` | {', '.join(room.depends) or '—'} "
                    f"| {', '.join(links) or '—'} |")
    return "\n".join(rows)
