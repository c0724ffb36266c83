-- The sentences of each kind of slip as the office words them, from a day on; the defaults stand in the code.

CREATE TABLE slip_wordings (
  kind TEXT NOT NULL,
  from_day TEXT NOT NULL,
  texts TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (kind, from_day)
) STRICT, WITHOUT ROWID;
