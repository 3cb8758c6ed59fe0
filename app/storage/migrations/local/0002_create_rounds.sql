-- Rounds whose package was opened here: due dates and expected editions.
CREATE TABLE rounds (
    fiscal_year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    title TEXT NOT NULL,
    policy TEXT NOT NULL,
    due TEXT NOT NULL,
    PRIMARY KEY (fiscal_year, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE round_checklists (
    fiscal_year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    checklist TEXT NOT NULL,
    edition TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (fiscal_year, number, position),
    FOREIGN KEY (fiscal_year, number) REFERENCES rounds ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE round_expected (
    fiscal_year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    checklist TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_code TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    department_code TEXT NOT NULL,
    department_name TEXT NOT NULL,
    PRIMARY KEY (fiscal_year, number, position),
    FOREIGN KEY (fiscal_year, number) REFERENCES rounds ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE round_anchors (
    fiscal_year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    pem TEXT NOT NULL,
    PRIMARY KEY (fiscal_year, number, position),
    FOREIGN KEY (fiscal_year, number) REFERENCES rounds ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
