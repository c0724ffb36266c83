-- The trail of one subject, latest first: without it a rare one is looked for through all the others.
CREATE INDEX audit_of_subject ON audit (subject, id);

-- The same orders as before, with all that the list filters and sorts by beside them: the files of a month by one day
-- are found and put in the order of another without a look at each file.
DROP INDEX applications_received;
CREATE INDEX applications_received ON applications (received_day, id, registered_day, status, channel, team_id)
  WHERE received_day IS NOT NULL;
DROP INDEX applications_closed;
CREATE INDEX applications_closed ON applications (closed_day, id, finished_day, registered_day, status, channel, team_id)
  WHERE closed_day IS NOT NULL;
DROP INDEX applications_returned;
CREATE INDEX applications_returned
  ON applications (returned_day, id, registered_day, status, channel, team_id, return_way, licences)
  WHERE returned_day IS NOT NULL;
DROP INDEX applications_by_due;
CREATE INDEX applications_by_due
  ON applications (coalesce(due_day, '9999-12-31'), id, status, channel, team_id, due_day, registered_day);
