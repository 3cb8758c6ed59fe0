#!/usr/bin/env python3
"""Compares checklists/schema with what the program takes; exit 1 names every difference.

check_schemas.py --program tenken-cli [--root FOLDER]

The examples of docs/file-formats.md and the shipped files hold against the schemas. Whatever a schema refuses (each value of an
example left out, of another type, empty or beyond its range, a key too many), `checklist validate` refuses too; the other way round
the program may know more.
"""

import argparse
import copy
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = re.compile(r'^```json\n(\{"format": "tenken\..*?)^```', re.DOTALL | re.MULTILINE)
WORDS = {"$schema", "$id", "title", "description", "definitions"}
TYPES = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool}
SPOILT = [None, "", 0, -1, 100000, 1.5, True, [], {}, ".x", "no such thing"]


def is_type(value, name):
    if name in ("integer", "number"):
        return isinstance(value, int if name == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


class Schema:
    """JSON Schema draft-07, as much of it as our schemas use; an unknown keyword is an error."""

    def __init__(self, path):
        self.root = json.loads(path.read_text(encoding="utf-8"))

    def holds(self, value, schema=None):
        schema = self.root if schema is None else schema
        return all(self.keyword(name, argument, value, schema) for name, argument in schema.items() if name not in WORDS)

    def keyword(self, name, argument, value, schema):
        if name == "$ref":
            return self.holds(value, self.root["definitions"][argument.removeprefix("#/definitions/")])
        if name == "type":
            return any(is_type(value, one) for one in ([argument] if isinstance(argument, str) else argument))
        if name in ("const", "enum"):
            return any(value == one and type(value) is type(one) for one in ([argument] if name == "const" else argument))
        if name == "oneOf":
            return sum(self.holds(value, one) for one in argument) == 1
        if name in ("minimum", "maximum"):
            return not is_type(value, "number") or (value >= argument if name == "minimum" else value <= argument)
        if name in ("minLength", "pattern"):
            return not isinstance(value, str) or (len(value) >= argument if name == "minLength" else bool(re.search(argument, value)))
        if name in ("minItems", "maxItems", "uniqueItems", "items"):
            return not isinstance(value, list) or self.of_list(name, argument, value)
        return not isinstance(value, dict) or self.of_object(name, argument, value, schema)

    def of_list(self, name, argument, value):
        if name == "items":
            return all(self.holds(one, argument) for one in value)
        if name == "uniqueItems":
            return len({json.dumps(one, sort_keys=True) for one in value}) == len(value) or not argument
        return len(value) >= argument if name == "minItems" else len(value) <= argument

    def of_object(self, name, argument, value, schema):
        if name == "required":
            return all(key in value for key in argument)
        if name == "properties":
            return all(self.holds(one, argument[key]) for key, one in value.items() if key in argument)
        if name == "additionalProperties" and argument is False:
            return all(key in schema["properties"] for key in value)
        if name == "minProperties":
            return len(value) >= argument
        raise SystemExit(f"{schema.get('$id', 'a schema')} uses {name}, which this test does not know")


def places(value, path=()):
    yield path, value
    pairs = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for key, child in pairs:
        yield from places(child, path + (key,))


def changed(document, path, change):
    result = copy.deepcopy(document)
    holder = result
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return result


def spoilt(document):
    for path, value in places(document):
        if not path:
            continue
        if isinstance(path[-1], str):
            yield path, "left out", changed(document, path, lambda holder, key: holder.pop(key))
        if isinstance(value, dict):
            yield path, "a key too many", changed(document, path, lambda holder, key: holder[key].update(zzz=1))
        for other in SPOILT:
            yield path, f"as {other!r}", changed(document, path, lambda holder, key, other=other: holder.__setitem__(key, other))


def accepted(program, files):
    taken = set()
    for at in range(0, len(files), 300):
        run = subprocess.run([program, "checklist", "validate", "--json", *map(str, files[at:at + 300])], capture_output=True, timeout=240)
        taken |= {Path(file["file"]) for file in json.loads(run.stdout) if file["valid"]}
    return taken


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    arguments = parser.parse_args()
    schemas = {path.name.split(".")[0]: Schema(path) for path in (arguments.root / "checklists" / "schema").glob("*.json")}
    kind_of = lambda document: document["format"].split(".")[1].split("/")[0]
    formats = (arguments.root / "docs" / "file-formats.md").read_text(encoding="utf-8")
    examples = [document for document in map(json.loads, EXAMPLE.findall(formats)) if kind_of(document) in schemas]
    shipped = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((arguments.root / "checklists").glob("*/*.json"))
               if path.parent.name != "schema"]
    problems = [f"{document['format']} {document.get('id', '')}: the schema refuses it" for document in examples + shipped
                if not schemas[kind_of(document)].holds(document)]
    audit = next(document for document in shipped if "tests" in document)
    examples.append({**audit, "tests": audit["tests"][:1]})
    refused = {}
    with tempfile.TemporaryDirectory(prefix="tenken-schemas-") as work:
        for number, document in enumerate(examples):
            folder = Path(work) / str(number)
            folder.mkdir()
            if kind_of(document) == "checklist" and document["policy"] == examples[0]["id"]:
                (folder / "policy.json").write_text(json.dumps(examples[0]), encoding="utf-8")
            for count, (path, how, broken) in enumerate(spoilt(document)):
                if not schemas[kind_of(document)].holds(broken):
                    file = folder / f"{count}.json"
                    compact = {"sort_keys": True, "separators": (",", ":")} if kind_of(document) == "submission" else {}
                    file.write_text(json.dumps(broken, ensure_ascii=False, **compact), encoding="utf-8")
                    refused[file] = f"{document['format']} /{'/'.join(map(str, path))} {how}"
        taken = accepted(arguments.program, list(refused))
    problems += [f"{refused[file]}: the schema refuses it, the program does not" for file in sorted(taken)]
    for problem in problems:
        print("VIOLATION", problem)
    print(f"{len(examples) + len(shipped) - 1} documents hold, {len(refused)} spoilt ones compared, {len(problems)} violations")
    return 1 if problems or len(examples) < 6 or len(refused) < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
