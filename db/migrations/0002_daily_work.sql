-- The day's work: views, drafts, checks, batches, slips, hand-over to the post, attachments.

ALTER TABLE applications ADD COLUMN posted_day TEXT;
CREATE INDEX applications_posted ON applications (posted_day, id) WHERE posted_day IS NOT NULL;
-- Further orders of the register (applications/list-orders.ts), which are also the ways to one officer, district, class.
CREATE INDEX applications_by_team ON applications (team_id, registered_day, id, status, channel);
CREATE INDEX applications_by_officer ON applications (officer_id, registered_day, id, status, channel, team_id);
CREATE INDEX applications_by_officer_text ON applications (officer_text, registered_day, id) WHERE officer_id IS NULL;
CREATE INDEX applications_by_district ON applications (district_code, registered_day, id, status, channel, team_id);
CREATE INDEX applications_by_district_text ON applications (district_text, registered_day, id) WHERE district_code IS NULL;
CREATE INDEX applications_by_class ON applications (classes, id, status, channel, team_id);
-- What has not yet got so far, a small part of the register: the end of the orders by these days.
CREATE INDEX applications_unreceived ON applications (id, status) WHERE received_day IS NULL;
CREATE INDEX applications_unfinished ON applications (id, status, channel, team_id) WHERE finished_day IS NULL;
CREATE INDEX applications_unreturned ON applications (id, status, channel, team_id) WHERE returned_day IS NULL;

CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY,
  owner_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,
  shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (owner_id, name)
) STRICT;

CREATE TABLE preferences (
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  form TEXT NOT NULL,
  value TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (user_id, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE application_checks (
  application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  item TEXT NOT NULL CHECK (item IN ('identity', 'licence-data', 'violations', 'health', 'photo', 'fee', 'return-address')),
  result TEXT NOT NULL CHECK (result IN ('pass', 'fail', 'pending')),
  note TEXT,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  at TEXT NOT NULL,
  PRIMARY KEY (application_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE twin_decisions (
  application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  other_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  at TEXT NOT NULL,
  PRIMARY KEY (application_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE batches (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  action TEXT NOT NULL,
  input TEXT NOT NULL,
  done INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  undone_at TEXT,
  undone_by INTEGER REFERENCES users (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE batch_items (
  batch_id INTEGER NOT NULL REFERENCES batches (id) ON DELETE RESTRICT,
  application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  before TEXT NOT NULL,
  version_after INTEGER NOT NULL,
  event_id INTEGER REFERENCES application_events (id) ON DELETE RESTRICT,
  PRIMARY KEY (batch_id, application_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_items_application ON batch_items (application_id, version_after);

CREATE TABLE slips (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  reprint INTEGER NOT NULL DEFAULT 0,
  application_id INTEGER REFERENCES applications (id) ON DELETE RESTRICT,
  batch_id INTEGER REFERENCES batches (id) ON DELETE RESTRICT,
  form_set TEXT NOT NULL,
  -- What only the officer knew, kept so that a reprint can be drawn again from the facts of its own day.
  details TEXT NOT NULL,
  document TEXT NOT NULL,
  reason TEXT,
  at TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  UNIQUE (kind, year, number, reprint)
) STRICT;
CREATE INDEX slips_application ON slips (application_id, id);
CREATE INDEX slips_batch ON slips (batch_id, id) WHERE batch_id IS NOT NULL;

CREATE TRIGGER slips_never_change BEFORE UPDATE ON slips
BEGIN SELECT RAISE(ABORT, 'a printed slip stays as it was'); END;
CREATE TRIGGER slips_never_shrink BEFORE DELETE ON slips
BEGIN SELECT RAISE(ABORT, 'a printed slip stays as it was'); END;

CREATE TABLE attachments (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  at TEXT NOT NULL,
  by_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  removed_at TEXT,
  removed_by INTEGER REFERENCES users (id) ON DELETE RESTRICT,
  removed_reason TEXT
) STRICT;
CREATE INDEX attachments_application ON attachments (application_id, id);
CREATE INDEX attachments_content ON attachments (sha256);
