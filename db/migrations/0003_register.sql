-- The order by day of birth (applications/list-orders.ts).
CREATE INDEX applications_by_birth ON applications (birth_day, id, status, channel, team_id);
