import { clientOf, emptyApp, type TestApp } from './app.ts'

const administrator = { username: 'quantri', displayName: 'Quản trị mẫu', password: 'mật khẩu dùng thử' }

export type SampleDesk = { readonly desk: TestApp; readonly admin: ReturnType<TestApp['as']> }

/** The sample department with what it has not by itself: targets, difficulties. */
export async function sampleDesk(now: string, size = 2000): Promise<SampleDesk> {
  const desk = emptyApp({ now })
  await desk.run(desk.anyone.setup.demo({ administrator, size }))
  const { username, password } = administrator
  const { token } = await desk.anyone.users.signIn({ username, password })
  const admin = clientOf(desk.app.call, () => token)
  desk.database.atomically(db => {
    db.run(
      `INSERT INTO targets (year, team_id, month, basis_points) VALUES (2023, 0, 0, 1000), (2023, 0, 11, 900),
         (2023, 1, 0, 1200), (2023, 2, 0, 800) ON CONFLICT DO UPDATE SET basis_points = excluded.basis_points`,
    )
    db.run(
      `INSERT INTO difficulties (day, kind_code, content, affected, cause, proposal, receiver, status)
       SELECT '2023-' || substr('0' || (1 + n % 12), -2) || '-15', code, name, 1 + n * 7 % 23, cause, remedy, escalate_to,
         CASE n % 3 WHEN 0 THEN 'new' WHEN 1 THEN 'proposed' ELSE 'solved' END
       FROM (SELECT *, row_number() OVER (ORDER BY code) AS n FROM difficulty_kinds)`,
    )
  })
  return { desk, admin }
}
