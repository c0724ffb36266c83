-- The foundation: accounts, audit, settings, catalogues, the register, imports, jobs, targets.
-- Days are YYYY-MM-DD in Việt Nam; moments are ISO text with offset. Tables are STRICT.

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'leader', 'team-lead', 'officer', 'viewer')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  password_hash TEXT NOT NULL,
  failed_attempts INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  host TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor_id INTEGER REFERENCES users (id) ON DELETE RESTRICT,
  actor_name TEXT NOT NULL,
  host TEXT NOT NULL,
  operation TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_id TEXT,
  changes TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject, subject_id, id);

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE settings (
  key TEXT NOT NULL,
  from_day TEXT NOT NULL,
  value TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (key, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  operation TEXT NOT NULL,
  actor_id INTEGER REFERENCES users (id) ON DELETE RESTRICT,
  actor_name TEXT NOT NULL,
  host TEXT NOT NULL,
  process_id INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
  created_at TEXT NOT NULL,
  ended_at TEXT,
  result TEXT,
  error TEXT,
  file_name TEXT
) STRICT;
CREATE INDEX jobs_state ON jobs (state, created_at);

CREATE TABLE provinces (
  catalogue TEXT NOT NULL CHECK (catalogue IN ('2023', '2025')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  cccd_code TEXT,
  spelling_variant TEXT,
  successor_code TEXT,
  PRIMARY KEY (catalogue, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE districts (
  catalogue TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  province_code TEXT NOT NULL,
  PRIMARY KEY (catalogue, code),
  FOREIGN KEY (catalogue, province_code) REFERENCES provinces (catalogue, code) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;
CREATE INDEX districts_province ON districts (catalogue, province_code, name_key);

CREATE TABLE licence_classes (
  regime TEXT NOT NULL CHECK (regime IN ('2008', '2024')),
  class TEXT NOT NULL,
  vehicles TEXT NOT NULL,
  validity TEXT NOT NULL,
  minimum_age INTEGER,
  health_certificate INTEGER NOT NULL,
  successor TEXT NOT NULL,
  PRIMARY KEY (regime, class)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_items (
  list TEXT NOT NULL CHECK (list IN ('status', 'channel', 'return-way', 'payment-status', 'payment-form', 'reason')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (list, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE difficulty_kinds (
  code TEXT PRIMARY KEY,
  category TEXT NOT NULL,
  name TEXT NOT NULL,
  signs TEXT NOT NULL,
  cause TEXT NOT NULL,
  remedy TEXT NOT NULL,
  owner TEXT NOT NULL,
  escalate_to TEXT NOT NULL,
  step TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE holidays (
  day TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'compensatory', 'swap_off', 'swap_work')),
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday_years (
  year INTEGER PRIMARY KEY,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  position INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  sheet TEXT,
  mapping TEXT NOT NULL,
  counts TEXT NOT NULL
) STRICT;
CREATE INDEX imports_hash ON imports (file_hash);

CREATE TABLE import_profiles (
  name TEXT PRIMARY KEY,
  headings_key TEXT NOT NULL,
  mapping TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX import_profiles_headings ON import_profiles (headings_key);

CREATE TABLE applications (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  dossier_code TEXT NOT NULL,
  dossier_key TEXT NOT NULL UNIQUE,
  channel TEXT NOT NULL CHECK (channel IN ('direct', 'online', 'postal')),
  full_name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name_sort TEXT NOT NULL,
  birth_day TEXT,
  sex TEXT CHECK (sex IN ('male', 'female')),
  paper_kind TEXT CHECK (paper_kind IN ('cccd', 'cmnd', 'passport')),
  national_id TEXT,
  phone TEXT,
  address TEXT,
  district_code TEXT,
  district_text TEXT,
  licence_number TEXT,
  classes TEXT,
  regime TEXT NOT NULL DEFAULT '2008' CHECK (regime IN ('2008', '2024')),
  reason_code TEXT,
  reason_text TEXT,
  team_id INTEGER REFERENCES teams (id) ON DELETE RESTRICT,
  officer_id INTEGER REFERENCES users (id) ON DELETE RESTRICT,
  officer_text TEXT,
  return_way TEXT CHECK (return_way IN ('counter', 'post', 'electronic')),
  postal_code TEXT,
  fee INTEGER,
  payment_status TEXT,
  licences INTEGER NOT NULL DEFAULT 1 CHECK (licences BETWEEN 1 AND 20),
  submitter_name TEXT,
  submitter_id TEXT,
  notes TEXT,
  status INTEGER NOT NULL CHECK (status BETWEEN 1 AND 10),
  status_day TEXT NOT NULL,
  registered_day TEXT NOT NULL,
  received_day TEXT,
  refused_day TEXT,
  dropped_day TEXT,
  finished_day TEXT,
  withdrawn_day TEXT,
  stopped_day TEXT,
  returned_day TEXT,
  closed_day TEXT,
  due_day TEXT,
  paused_day TEXT,
  import_id INTEGER REFERENCES imports (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
-- The register's orders, each with what the list filters by, so that a page walks one index (applications/list.ts).
CREATE INDEX applications_registered ON applications (registered_day, id, status, channel, team_id);
CREATE INDEX applications_by_name ON applications (name_sort, id, status, channel, team_id);
CREATE INDEX applications_by_due ON applications (coalesce(due_day, '9999-12-31'), id, status, channel, team_id);
CREATE INDEX applications_received ON applications (received_day) WHERE received_day IS NOT NULL;
CREATE INDEX applications_closed ON applications (closed_day) WHERE closed_day IS NOT NULL;
CREATE INDEX applications_status ON applications (status, registered_day, id, channel, team_id);
CREATE INDEX applications_due ON applications (due_day, status) WHERE due_day IS NOT NULL AND status IN (2, 4);
CREATE INDEX applications_returned ON applications (returned_day, return_way, channel, licences) WHERE returned_day IS NOT NULL;
CREATE INDEX applications_person ON applications (national_id) WHERE national_id IS NOT NULL;
CREATE INDEX applications_name ON applications (name_key, birth_day);

CREATE VIRTUAL TABLE application_search USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '1 2 3'
);

CREATE TABLE application_events (
  id INTEGER PRIMARY KEY,
  application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('status', 'due', 'reappointed')),
  status INTEGER CHECK (status BETWEEN 1 AND 10),
  day TEXT NOT NULL,
  time TEXT,
  due_day TEXT,
  reason TEXT,
  import_id INTEGER REFERENCES imports (id) ON DELETE RESTRICT,
  actor_id INTEGER REFERENCES users (id) ON DELETE RESTRICT,
  at TEXT NOT NULL,
  corrects INTEGER REFERENCES application_events (id) ON DELETE RESTRICT,
  voids INTEGER REFERENCES application_events (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX application_events_file ON application_events (application_id, id);

CREATE TRIGGER application_events_never_change BEFORE UPDATE ON application_events
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER application_events_never_shrink BEFORE DELETE ON application_events
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

-- Derived from application_events by applications/life.ts, rewritten with every change of a file: the
-- stretches of time in which a file's state and due day stay the same. Figures are counts over them.
CREATE TABLE application_stretches (
  application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  seq INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'paused')),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  began TEXT NOT NULL CHECK (began IN ('registered', 'received', 'resumed', 'continued')),
  ended TEXT CHECK (ended IN ('received', 'refused', 'dropped', 'continued', 'finished', 'withdrawn', 'stopped')),
  due_day TEXT,
  channel TEXT NOT NULL,
  licences INTEGER NOT NULL,
  PRIMARY KEY (application_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX stretches_began ON application_stretches (began, from_day, channel, licences);
CREATE INDEX stretches_ended ON application_stretches (ended, to_day, due_day, channel, licences);
-- Who was in a state on a day: the stretches that began in the weeks before it, and the few that last longer.
CREATE INDEX stretches_open ON application_stretches (from_day, to_day, state, due_day, channel, licences);
CREATE INDEX stretches_long ON application_stretches (to_day, from_day, state, due_day, channel, licences)
  WHERE to_day > date(from_day, '+45 days');

CREATE TABLE targets (
  year INTEGER NOT NULL,
  team_id INTEGER NOT NULL DEFAULT 0,
  month INTEGER NOT NULL DEFAULT 0 CHECK (month BETWEEN 0 AND 12),
  basis_points INTEGER NOT NULL CHECK (basis_points BETWEEN 0 AND 1000000),
  document TEXT NOT NULL DEFAULT '',
  document_day TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (year, team_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE direct_counts (
  day TEXT PRIMARY KEY,
  count INTEGER NOT NULL CHECK (count >= 0),
  source TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE difficulties (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  day TEXT NOT NULL,
  team_id INTEGER REFERENCES teams (id) ON DELETE RESTRICT,
  dossier_code TEXT,
  kind_code TEXT NOT NULL REFERENCES difficulty_kinds (code) ON DELETE RESTRICT,
  content TEXT NOT NULL,
  affected INTEGER NOT NULL DEFAULT 1,
  cause TEXT NOT NULL DEFAULT '',
  measures TEXT NOT NULL DEFAULT '',
  proposal TEXT NOT NULL DEFAULT '',
  receiver TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('new', 'working', 'proposed', 'solved', 'left'))
) STRICT;
CREATE INDEX difficulties_day ON difficulties (day);
