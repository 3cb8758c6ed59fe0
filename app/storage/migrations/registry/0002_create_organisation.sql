-- The organisation as last read from its file, in the order of the file. path and flags hold JSON.
CREATE TABLE units (
    code TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    body TEXT NOT NULL,
    flags TEXT NOT NULL,
    regular_staff INTEGER NOT NULL,
    fixed_term_staff INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- 改称・統合・分割: predecessors may be gone from units.
CREATE TABLE unit_predecessors (
    unit TEXT NOT NULL REFERENCES units (code) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    predecessor TEXT NOT NULL,
    PRIMARY KEY (unit, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE systems (
    code TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    owner_department TEXT NOT NULL,
    flags TEXT NOT NULL
) STRICT, WITHOUT ROWID;
