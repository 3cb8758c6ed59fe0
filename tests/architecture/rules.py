"""The rules of the house. Each rule yields Violation(rule, files it names, sentence)."""

import re
from collections import defaultdict
from typing import NamedTuple

from house import DATA_ROOMS, LEVELS, rooms_table


class Violation(NamedTuple):
    rule: str
    where: str
    what: str

    def __str__(self):
        return f"{self.where}: {self.what} [{self.rule}]"


class Limit(NamedTuple):
    aim: int
    gate: int


LINES = {".cpp": Limit(250, 500), ".h": Limit(100, 200)}
FUNCTION = Limit(30, 60)
FOLDER = Limit(20, 30)

WORDS_ROOMS = {"wording", "report", "gui", "cli"}
WIDGET_ROOMS = {"gui", "desktop"}
PICTURE_ROOMS = {"report", "workflow", "cli", "gui", "desktop"}
ONLY_IN = {  # Qt module → rooms that may include it at all
    "QtSql": {"storage"},
    "QtWidgets": WIDGET_ROOMS,
    "QtPrintSupport": {"gui"},
    "QtGui": PICTURE_ROOMS,
}
# A module's headers come with these, too.
IMPLIED = {"QtPrintSupport": {"QtWidgets", "QtGui"}, "QtWidgets": {"QtGui"}, "QtSvg": {"QtGui"}}
OUTSIDE = {  # first part of an outside header → (what LINKS must name, rooms that may have it at all)
    "openssl": ("OpenSSL::Crypto", {"signing"}),
    "qpdf": ("tenken_qpdf", {"signing"}),
    "zlib.h": ("ZLIB::ZLIB", {"exchange", "signing"}),
    "libdeflate.h": ("tenken_deflate", {"signing"}),
    "xlsxwriter.h": ("tenken_xlsxwriter", {"exchange"}),
    "xlsxwriter": ("tenken_xlsxwriter", {"exchange"}),
    "qrencode.h": ("tenken_qrencode", {"report"}),
    "sqlite3.h": ("SQLite::SQLite3", {"storage"}),
    "libpq-fe.h": ("PostgreSQL::PostgreSQL", {"storage"}),
}
INPUT_OUTPUT = re.compile(r"Q(Abstract)?(File|SaveFile|FileInfo|FileDevice|Dir|DirIterator|IODevice|Process|LockFile|Settings|"
                          r"StorageInfo|Temporary(File|Dir)|LocalSocket|TcpSocket)|c?stdio(\.h)?|[io]?f?stream|filesystem")
ENDINGS = {"repository": "storage", "model": "viewmodel", "delegate": "gui", "dialog": "gui"}
SNAKE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
VAGUE = re.compile(r"(Manager|Helper|Util|Utils|Common|Misc)(?![a-z])")
TRANSLATED = re.compile(
    r"(?<!\w)(tr\s*\(|translate\s*\(\s*\"|QT_TR_NOOP|QT_TRANSLATE_NOOP|Q_DECLARE_TR_FUNCTIONS)")
SQL_TEXT = re.compile(
    r"\s*(SELECT\s.+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+TABLE\s|PRAGMA\s)",
    re.DOTALL)
SQL_TYPE = re.compile(r"\bQSql\w+")


def declared_rooms(house):
    for room in house.rooms.values():
        where = f"app/{room.name}/CMakeLists.txt"
        if room.name not in LEVELS:
            yield Violation("rooms", where, f"{room.name} is no room of the house")
            continue
        for other in room.depends:
            if other not in house.rooms or other not in LEVELS:
                yield Violation("rooms", where, f"DEPENDS names {other}, which is no room")
            elif LEVELS[other] >= LEVELS[room.name]:
                yield Violation("rooms", where, f"DEPENDS {other} (app/{other}/CMakeLists.txt) does not go down")


def direction(house, source, target):
    here, there = LEVELS.get(source.room, -1), LEVELS.get(target.room, 99)
    if there > here:
        return "goes up"
    if there == here:
        return "goes sideways"
    if target.room not in house.rooms[source.room].depends:
        return f"is not declared: app/{source.room}/CMakeLists.txt does not name {target.room} in DEPENDS"
    return ""


def includes_go_down(house):
    for source in house.app_sources():
        for line, name, quoted in source.includes:
            if not quoted or name.endswith(".moc") or re.fullmatch(r"ui_\w+\.h", name):
                continue
            target = house.sources.get("app/" + name)
            if target is None:
                yield Violation("includes", f"{source.path}:{line}", f'"{name}" is no file below app/')
            elif target.room != source.room and (problem := direction(house, source, target)):
                yield Violation("includes", f"{source.path}:{line}", f"the include of {target.path} {problem}")


def tests_stay_in_their_room(house):
    """A test of a room reaches no further than the room itself and what its CMakeLists links."""
    for source in house.test_sources():
        if source.room in DATA_ROOMS or source.room not in house.rooms:
            continue
        listing = house.root / "tests" / source.room / "CMakeLists.txt"
        linked = re.findall(r"tenken::(\w+)", listing.read_text(encoding="utf-8")) if listing.exists() else []
        allowed = set().union(*(house.closure(room) for room in [source.room, *linked]))
        for line, name, quoted in source.includes:
            target = house.sources.get("app/" + name) if quoted else None
            if target and target.room not in allowed:
                yield Violation("includes", f"{source.path}:{line}",
                                f"the include of {target.path} is out of reach of the tests of {source.room}")


def libraries_in_their_rooms(house):
    for source in house.app_sources():
        if source.room not in house.rooms:
            continue
        links = set(house.rooms[source.room].links)
        modules = {link.replace("Qt6::", "Qt") for link in links if link.startswith("Qt6::")} | {"QtCore"}
        modules = modules.union(*(IMPLIED.get(module, set()) for module in modules))
        if source.room == "desktop":
            modules |= {"QtWidgets", "QtGui"}
        for line, name, quoted in source.includes:
            where = f"{source.path}:{line}"
            if source.room == "core" and not quoted and INPUT_OUTPUT.fullmatch(name.split("/")[-1]):
                yield Violation("libraries", where, f"<{name}>: core has no input or output")
            module = None if quoted else house.qt_module(name)
            if module and source.room not in ONLY_IN.get(module, {source.room}):
                yield Violation("libraries", where, f"<{name}> of {module} has no place in {source.room}")
            elif module and module not in modules:
                yield Violation("libraries", where, f"<{name}>: app/{source.room}/CMakeLists.txt does not link {module}")
            link, rooms = OUTSIDE.get(name.split("/")[0], ("", set())) if not quoted else ("", set())
            if link and source.room not in rooms:
                yield Violation("libraries", where, f"<{name}> has no place in {source.room}")
            elif link and link not in links:
                yield Violation("libraries", where, f"<{name}>: app/{source.room}/CMakeLists.txt does not link {link}")
            late = {link, f"Qt6::{(module or '')[2:]}"}.intersection(house.rooms[source.room].late)
            if late and source.path.parts[2] != "late":
                yield Violation("libraries", where, f"<{name}> of {min(late)}, which is late, belongs to app/{source.room}/late")


def line_of(source, position):
    return source.code.count("\n", 0, position) + 1


def sql_in_storage(house):
    for source in house.app_sources():
        if source.room == "storage":
            continue
        for match in SQL_TYPE.finditer(source.code):
            yield Violation("sql", str(source.path), f"{match.group(0)} belongs to storage")
        for literal in source.literals:
            if SQL_TEXT.match(literal):
                yield Violation("sql", str(source.path), f"SQL belongs to storage: {literal.strip()[:40]!r}")


def words_in_their_rooms(house):
    for source in house.app_sources():
        if source.room in WORDS_ROOMS:
            continue
        for match in TRANSLATED.finditer(source.code):
            yield Violation("words", f"{source.path}:{line_of(source, match.start())}",
                            "words for people belong to wording, report, gui or cli")


def no_include_cycles(house):
    graph = {str(source.path): ["app/" + name for _, name, quoted in source.includes
                                if quoted and "app/" + name in house.sources] for source in house.app_sources()}
    done, trail = set(), []

    def visit(name):
        if name in trail:
            yield Violation("cycles", name, "include cycle: " + " → ".join([*trail[trail.index(name):], name]))
            return
        if name in done:
            return
        trail.append(name)
        for other in graph.get(name, []):
            yield from visit(other)
        trail.pop()
        done.add(name)

    for name in graph:
        yield from visit(name)


def sizes(house):
    """(limit, size, where, what) of everything that is measured"""
    for source in house.sources.values():
        yield LINES[source.path.suffix], source.lines, str(source.path), f"{source.lines} lines"
    for tag in house.tags:
        if tag.kind == "function":
            length = tag.end - tag.line + 1
            yield FUNCTION, length, f"{tag.path}:{tag.line}", f"{tag.name}() has {length} lines"
    folders = defaultdict(set)
    for top in ("app", "tests"):
        for path in (house.root / top).rglob("*"):
            if path.suffix in (".h", ".cpp", ".ui"):
                stem = re.sub(r"_(linux|windows)$", "", path.stem)  # one source for each system
                folders[path.parent.relative_to(house.root)].add(stem)
    for folder, stems in sorted(folders.items()):
        yield FOLDER, len(stems), str(folder), f"{len(stems)} components"


def within_limits(house):
    for limit, size, where, what in sizes(house):
        if size > limit.gate:
            yield Violation("sizes", where, f"{what}, at most {limit.gate}")


def over_aim(house):
    return [f"{where}: {what}, aim {limit.aim}" for limit, size, where, what in sizes(house)
            if limit.aim < size <= limit.gate]


def vague(stem):
    return VAGUE.search("".join(part.capitalize() for part in stem.split("_")))


def names(house):
    for top in ("app", "tests"):
        for path in sorted((house.root / top).rglob("*")):
            where = str(path.relative_to(house.root))
            if "__pycache__" in path.parts or path.suffix not in (".h", ".cpp", ".ui", ".sql", ".py", ""):
                continue
            if path.suffix == "" and not path.is_dir() or any(part in ("data", "corpus") for part in path.parts):
                continue
            if not SNAKE.fullmatch(path.stem):
                yield Violation("names", where, "files and folders are lower_snake_case")
            if vague(path.stem):
                yield Violation("names", where, "a name says what a thing is for: no Manager, Helper, Utils, Common, Misc")
    for source in house.app_sources():
        room = ENDINGS.get(source.path.stem.split("_")[-1])
        if room and "_" in source.path.stem and source.room != room:
            yield Violation("names", str(source.path), f"this ending tells of {room}")
    for tag in house.tags:
        if tag.kind == "function" or tag.name.startswith("__anon"):
            continue
        if VAGUE.search(tag.name):
            yield Violation("names", f"{tag.path}:{tag.line}",
                            f"{tag.name}: a name says what a thing is for: no Manager, Helper, Utils, Common, Misc")
        if tag.path.parts[0] == "app" and not re.fullmatch(r"[A-Z][A-Za-z0-9]*", tag.name):
            yield Violation("names", f"{tag.path}:{tag.line}", f"{tag.name}: types are PascalCase")


def documented(house):
    """docs/architecture.md shows the include rule as it is."""
    page = house.root / "docs" / "architecture.md"
    if not page.exists() or rooms_table(house) not in page.read_text(encoding="utf-8"):
        yield Violation("documented", "docs/architecture.md",
                        "the table of rooms is not that of app/*/CMakeLists.txt: "
                        "run tests/architecture/check.py --write")


RULES = [declared_rooms, includes_go_down, tests_stay_in_their_room, libraries_in_their_rooms, sql_in_storage,
         words_in_their_rooms, no_include_cycles, within_limits, names, documented]


def violations(house):
    return [violation for rule in RULES for violation in rule(house)]
