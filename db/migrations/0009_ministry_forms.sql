-- Forms sent by the Ministry: the workbook as it came, and what goes into which of its cells.

CREATE TABLE ministry_forms (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  -- JSON: cells and columns with their sources (ministry-forms/model.ts).
  places TEXT NOT NULL DEFAULT '[]',
  version INTEGER NOT NULL DEFAULT 1,
  at TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  retired_at TEXT
) STRICT;
