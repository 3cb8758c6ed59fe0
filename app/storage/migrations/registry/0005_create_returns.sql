-- What the division sent back, and why: a submission is returned until its inspection has a later revision.
CREATE TABLE returns (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    reason TEXT NOT NULL,
    returned_by TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
