import { clientOf, emptyApp, type TestApp, testApp, testPassword } from './app.ts'
import { sample } from './lists.ts'

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

/** A department into which lists of the samples came one after the other, long after their time. */
export async function listsDesk(files: readonly { readonly name: string }[]): Promise<SampleDesk> {
  const desk = await testApp({ now: '2026-11-23T09:00:00+07:00' })
  const { token } = await desk.anyone.users.signIn({ username: 'admin', password: testPassword })
  const admin = clientOf(desk.app.call, () => token)
  for (const file of files) await desk.run(admin.imports.apply({ file: sample(file.name) }))
  return { desk, admin }
}
