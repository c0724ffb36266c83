-- Why something doubtful in a period is right all the same, in somebody's words.

CREATE TABLE doubt_notes (
  period_kind TEXT NOT NULL,
  period_id TEXT NOT NULL,
  doubt TEXT NOT NULL,
  text TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (period_kind, period_id, doubt)
) STRICT, WITHOUT ROWID;
