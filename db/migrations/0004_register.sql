-- The order by day of birth (applications/list-orders.ts).
CREATE INDEX applications_by_birth ON applications (birth_day, id, status, channel, team_id);

-- Why a batch, or its undoing, left files as they were. An id may be that of no file, so there is no key towards them.
CREATE TABLE batch_refusals (
  batch_id INTEGER NOT NULL REFERENCES batches (id) ON DELETE RESTRICT,
  undoing INTEGER NOT NULL CHECK (undoing IN (0, 1)),
  place INTEGER NOT NULL,
  application_id INTEGER NOT NULL,
  dossier_code TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (batch_id, undoing, place)
) STRICT, WITHOUT ROWID;

-- The slips a batch prints, in the order of its list: numbered by it, or printed before and laid with the others.
CREATE TABLE batch_slips (
  batch_id INTEGER NOT NULL REFERENCES batches (id) ON DELETE RESTRICT,
  place INTEGER NOT NULL,
  application_id INTEGER NOT NULL REFERENCES applications (id) ON DELETE RESTRICT,
  slip_id INTEGER NOT NULL REFERENCES slips (id) ON DELETE RESTRICT,
  numbered INTEGER NOT NULL CHECK (numbered IN (0, 1)),
  PRIMARY KEY (batch_id, place)
) STRICT, WITHOUT ROWID;
