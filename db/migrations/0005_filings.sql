-- The life of a report: one filing per report and period, and one for each adjustment of it.

CREATE TABLE filings (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  report TEXT NOT NULL,
  period_kind TEXT NOT NULL,
  period_id TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  adjustment INTEGER NOT NULL DEFAULT 0 CHECK (adjustment >= 0),
  adjusts INTEGER REFERENCES filings (id) ON DELETE RESTRICT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'completed', 'submitted', 'approved', 'sent')),
  -- What was frozen by the approval in force; an approval that was taken back leaves its own behind.
  freeze_id INTEGER REFERENCES filing_freezes (id) ON DELETE RESTRICT,
  number TEXT,
  sent_day TEXT,
  receivers TEXT,
  UNIQUE (report, period_kind, period_id, adjustment),
  CHECK ((state IN ('approved', 'sent')) = (freeze_id IS NOT NULL)),
  CHECK ((state = 'sent') = (sent_day IS NOT NULL AND number IS NOT NULL AND receivers IS NOT NULL))
) STRICT;
CREATE INDEX filings_days ON filings (to_day, from_day, state);
CREATE UNIQUE INDEX filings_adjusted_once ON filings (adjusts) WHERE adjusts IS NOT NULL;

CREATE TRIGGER filings_never_shrink BEFORE DELETE ON filings
BEGIN SELECT RAISE(ABORT, 'a filing is never deleted'); END;
CREATE TRIGGER filings_sent_stay BEFORE UPDATE ON filings WHEN OLD.state = 'sent'
BEGIN SELECT RAISE(ABORT, 'a filing that was sent stays as it was'); END;

-- Who did what to a filing, and when. A temporary unlock is a step too: for one person (or all) until a moment.
CREATE TABLE filing_steps (
  id INTEGER PRIMARY KEY,
  filing_id INTEGER NOT NULL REFERENCES filings (id) ON DELETE RESTRICT,
  step TEXT NOT NULL,
  state TEXT NOT NULL,
  at TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  comment TEXT,
  unlocked_for INTEGER REFERENCES users (id) ON DELETE RESTRICT,
  unlocked_until TEXT
) STRICT;
CREATE INDEX filing_steps_filing ON filing_steps (filing_id, id);
CREATE INDEX filing_steps_unlocks ON filing_steps (unlocked_until) WHERE unlocked_until IS NOT NULL;

CREATE TRIGGER filing_steps_never_change BEFORE UPDATE ON filing_steps
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER filing_steps_never_shrink BEFORE DELETE ON filing_steps
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

-- The figures at the moment of an approval: rules, measures, and every file with what it counted in.
CREATE TABLE filing_freezes (
  id INTEGER PRIMARY KEY,
  filing_id INTEGER NOT NULL REFERENCES filings (id) ON DELETE RESTRICT,
  at TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  -- The last entries of the histories and of the trail that the figures know of.
  last_event_id INTEGER NOT NULL,
  last_audit_id INTEGER NOT NULL,
  figures TEXT NOT NULL,
  members TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

-- The document as approved, and the same with number and day as sent; the workbook's bytes beside each.
CREATE TABLE filing_documents (
  freeze_id INTEGER NOT NULL REFERENCES filing_freezes (id) ON DELETE RESTRICT,
  stage TEXT NOT NULL CHECK (stage IN ('approved', 'sent')),
  at TEXT NOT NULL,
  document TEXT NOT NULL,
  document_sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  workbook BLOB NOT NULL,
  workbook_sha256 TEXT NOT NULL,
  PRIMARY KEY (freeze_id, stage)
) STRICT;

CREATE TRIGGER filing_freezes_never_change BEFORE UPDATE ON filing_freezes
BEGIN SELECT RAISE(ABORT, 'what was approved stays as it was'); END;
CREATE TRIGGER filing_freezes_never_shrink BEFORE DELETE ON filing_freezes
BEGIN SELECT RAISE(ABORT, 'what was approved stays as it was'); END;
CREATE TRIGGER filing_documents_never_change BEFORE UPDATE ON filing_documents
BEGIN SELECT RAISE(ABORT, 'what was approved stays as it was'); END;
CREATE TRIGGER filing_documents_never_shrink BEFORE DELETE ON filing_documents
BEGIN SELECT RAISE(ABORT, 'what was approved stays as it was'); END;
