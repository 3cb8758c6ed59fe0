-- Why items are not implemented, as far as a cause was named: a line for each, the item's id and the cause's code with a
-- tab between. A report counts the causes of a whole city, and read every submission whole for nothing else.
ALTER TABLE sheets ADD COLUMN causes TEXT NOT NULL DEFAULT '';

-- From the signed data. What does not read as a submission names none.
UPDATE sheets SET causes = coalesce((
SELECT group_concat(json_extract(value, '$.id') || char(9) || json_extract(value, '$.cause'), char(10))
FROM json_each((SELECT CASE WHEN json_valid(text) THEN text ELSE '{}' END
FROM (SELECT CAST(json AS TEXT) AS text FROM payloads WHERE payloads.submission_id = sheets.submission_id)), '$.items')
WHERE type = 'object'), '');
