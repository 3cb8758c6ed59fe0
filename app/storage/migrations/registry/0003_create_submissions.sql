-- One accepted submission. verdict, warnings and imported_at are those of the first import and stay.
CREATE TABLE submissions (
    id INTEGER PRIMARY KEY,
    submission TEXT NOT NULL UNIQUE,
    inspection TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    sha256 TEXT NOT NULL,
    checklist TEXT NOT NULL,
    edition TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_code TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    department_code TEXT NOT NULL,
    department_name TEXT NOT NULL,
    department_path TEXT NOT NULL,
    department_body TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    round INTEGER NOT NULL,
    approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
    signatures INTEGER NOT NULL CHECK (signatures >= 0),
    verdict TEXT NOT NULL,
    warnings TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    UNIQUE (fiscal_year, round, checklist, subject_kind, subject_code, revision)
) STRICT;

CREATE INDEX submissions_by_inspection ON submissions (inspection, revision);

-- submission.json, byte for byte as it was signed
CREATE TABLE payloads (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    json BLOB NOT NULL
) STRICT;

-- What a comparison reads: clustered by submission, so that one round costs the same however many others there are.
CREATE TABLE answers (
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    position INTEGER NOT NULL,
    item TEXT NOT NULL,
    revision INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('', 'YES', 'PARTIAL', 'NO', 'UNKNOWN', 'NA')),
    PRIMARY KEY (submission_id, position)
) STRICT, WITHOUT ROWID;

-- Every file that brought the submission or more signatures for it. pdf is NULL when only its place was recorded.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    submission_id INTEGER NOT NULL REFERENCES submissions (id),
    sha256 TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    signatures INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    pdf BLOB
) STRICT;

CREATE INDEX documents_by_submission ON documents (submission_id, signatures);

CREATE TABLE signatures (
    document_id INTEGER NOT NULL REFERENCES documents (id),
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    signer TEXT NOT NULL,
    post TEXT NOT NULL,
    department TEXT NOT NULL,
    issuer TEXT NOT NULL,
    certificate_sha256 TEXT NOT NULL,
    serial TEXT NOT NULL,
    signed_at TEXT NOT NULL,
    time_source TEXT NOT NULL,
    integrity TEXT NOT NULL,
    trust TEXT NOT NULL,
    level TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
) STRICT, WITHOUT ROWID;

-- Files that were not taken, each kind of refusal once with the time of the last attempt. reasons holds JSON.
CREATE TABLE refusals (
    id INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reasons TEXT NOT NULL,
    error TEXT NOT NULL,
    submission TEXT,
    at TEXT NOT NULL,
    UNIQUE (sha256, verdict, reasons, error, file)
) STRICT;

CREATE INDEX refusals_by_time ON refusals (at);
