-- Paragraphs of a report that somebody has rewritten; the others are written anew from the figures each time.

CREATE TABLE narrative_edits (
  report TEXT NOT NULL,
  period_kind TEXT NOT NULL,
  period_id TEXT NOT NULL,
  passage TEXT NOT NULL,
  section TEXT NOT NULL CHECK (section IN ('results', 'difficulties', 'causes', 'measures', 'proposals', 'tasks')),
  -- JSON: texts and, by key, the numbers that follow their figures. Empty list: the paragraph is left out.
  parts TEXT NOT NULL,
  -- What the program wrote when it was rewritten, without its figures.
  shape TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  at TEXT NOT NULL,
  PRIMARY KEY (report, period_kind, period_id, passage)
) STRICT, WITHOUT ROWID;
