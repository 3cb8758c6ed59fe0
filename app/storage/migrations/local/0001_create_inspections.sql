-- One statement ends where an empty line follows it (app/storage/migrator.h).
-- One subject's pass through one checklist; deleted_at is the tombstone of a draft that was thrown away.
CREATE TABLE inspections (
    uuid TEXT PRIMARY KEY NOT NULL,
    created_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT, WITHOUT ROWID;

-- Times (…_at) are operation times with offset; inspection_date is the business date that the inspector chose.
-- department_path, profile, inspector and staff_tally hold JSON.
CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    inspection TEXT NOT NULL REFERENCES inspections (uuid),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    submission TEXT NOT NULL UNIQUE,
    supersedes TEXT,
    state TEXT NOT NULL CHECK (state IN ('not-started', 'answering', 'signed', 'returned', 'superseded')),
    checklist TEXT NOT NULL,
    edition TEXT NOT NULL,
    checklist_fingerprint TEXT NOT NULL,
    policy TEXT NOT NULL,
    policy_fingerprint TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    round INTEGER NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_code TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    department_code TEXT NOT NULL,
    department_name TEXT NOT NULL,
    department_path TEXT NOT NULL,
    department_body TEXT NOT NULL,
    profile TEXT NOT NULL,
    inspector TEXT NOT NULL,
    inspection_date TEXT NOT NULL,
    staff_tally TEXT NOT NULL,
    return_reason TEXT NOT NULL,
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    signed_at TEXT,
    UNIQUE (inspection, revision)
) STRICT;

-- Empty text = not given. evidence and plan hold JSON, flag '1' or ''. A blank answer has no row.
CREATE TABLE answers (
    revision_id INTEGER NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('', 'YES', 'PARTIAL', 'NO', 'UNKNOWN', 'NA')),
    comment TEXT NOT NULL,
    reason TEXT NOT NULL,
    cause TEXT NOT NULL,
    opinion TEXT NOT NULL,
    evidence TEXT NOT NULL,
    plan TEXT NOT NULL,
    flag TEXT NOT NULL CHECK (flag IN ('', '1')),
    answered_at TEXT NOT NULL,
    PRIMARY KEY (revision_id, item)
) STRICT, WITHOUT ROWID;

-- Append-only. Rows with the same change were made by one action (change = sequence of its first row);
-- an undo or redo names the change that it takes back or repeats; nothing before a barrier can be undone.
CREATE TABLE history (
    sequence INTEGER PRIMARY KEY,
    change INTEGER NOT NULL CHECK (change <= sequence),
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'barrier')),
    target INTEGER CHECK ((target IS NOT NULL) = (kind IN ('undo', 'redo'))),
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    inspection TEXT NOT NULL REFERENCES inspections (uuid),
    revision INTEGER NOT NULL,
    item TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
) STRICT;

CREATE INDEX history_by_inspection ON history (inspection);

CREATE TRIGGER history_keeps_rows BEFORE DELETE ON history BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER history_keeps_values BEFORE UPDATE ON history BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

-- INSERT OR REPLACE would pass by the two triggers above.
CREATE TRIGGER history_only_grows BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE sequence >= NEW.sequence) BEGIN
    SELECT RAISE(ABORT, 'history is append-only');
END;

CREATE TRIGGER inspections_keep_their_history BEFORE DELETE ON inspections BEGIN
    SELECT RAISE(ABORT, 'an inspection leaves a tombstone');
END;
