-- The round that a refused file was handed in for. NULL when nothing tells.
ALTER TABLE refusals ADD COLUMN fiscal_year INTEGER;

ALTER TABLE refusals ADD COLUMN round INTEGER;

-- What the file would have been, where it could be read. Empty otherwise.
ALTER TABLE refusals ADD COLUMN checklist TEXT NOT NULL DEFAULT '';

ALTER TABLE refusals ADD COLUMN subject_kind TEXT NOT NULL DEFAULT '';

ALTER TABLE refusals ADD COLUMN subject_code TEXT NOT NULL DEFAULT '';

CREATE INDEX refusals_by_round ON refusals (fiscal_year, round, at);
