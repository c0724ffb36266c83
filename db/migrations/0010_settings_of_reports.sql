-- Each kind of report has its own values through time. As parts of one value for all kinds, a value for one kind from
-- today would have been undone by a value for another that was already set for a day to come.
CREATE TABLE settings_new (
  key TEXT NOT NULL,
  -- '' = a setting of the whole office
  report TEXT NOT NULL DEFAULT '',
  from_day TEXT NOT NULL,
  value TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (key, report, from_day)
) STRICT, WITHOUT ROWID;

-- The values for all kinds ('reportTemplates', 'reportPeriods') stay as they were written; nothing reads them any more.
INSERT INTO settings_new (key, from_day, value, version) SELECT key, from_day, value, version FROM settings;

-- On each day a value began every kind had what that value said of it, or nothing of its own; kept where it changed.
WITH parts AS (
  SELECT 'reportTemplate' AS key, from_day, value AS whole,
    '{"parent":"","department":"","symbol":"","signerTitle":"","signerName":"","receivers":[],"before":"","after":"","columns":{}}'
      AS none
  FROM settings WHERE key = 'reportTemplates'
  UNION ALL
  SELECT 'reportPeriod', from_day, json_extract(value, '$.kinds'), 'null' FROM settings WHERE key = 'reportPeriods'
),
kinds AS (SELECT DISTINCT parts.key, each.key AS report FROM parts, json_each(parts.whole) AS each),
values_of_kinds AS (
  SELECT parts.key, kinds.report, parts.from_day, parts.none,
    coalesce((SELECT each.value FROM json_each(parts.whole) AS each WHERE each.key = kinds.report), parts.none) AS value
  FROM parts JOIN kinds ON kinds.key = parts.key
),
in_order AS (
  SELECT key, report, from_day, value,
    lag(value, 1, none) OVER (PARTITION BY key, report ORDER BY from_day) AS before
  FROM values_of_kinds
)
INSERT INTO settings_new (key, report, from_day, value)
  SELECT key, report, from_day, value FROM in_order WHERE value <> before;

DROP TABLE settings;
ALTER TABLE settings_new RENAME TO settings;
