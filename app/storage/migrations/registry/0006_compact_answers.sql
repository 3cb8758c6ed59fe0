-- What a comparison reads, in one row for each submission: a line for each item in the order in which it was asked, its
-- id, its revision and the answer's code with a tab between. A row for each answer took ten times the room and the time.
CREATE TABLE sheets (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    lines TEXT NOT NULL
) STRICT;

INSERT INTO sheets (submission_id, lines)
SELECT id, coalesce((SELECT group_concat(item || char(9) || revision || char(9) || answer, char(10))
FROM (SELECT * FROM answers WHERE submission_id = submissions.id ORDER BY position)), '')
FROM submissions;

DROP TABLE answers;
