import { expect, test } from "vitest"
import { newId } from "#platform/ids"
import { databaseBefore } from "#test/database-before"

const { client, forward } = await databaseBefore("0080")

test("agreements of before have their notice day: a workday of the week, and none without an end or a notice", async () => {
  const [workspace, organization, partnership] = [newId(), newId(), newId()]
  await client.query("insert into workspace (id, slug, name) values ($1, 'old', 'Old')", [workspace])
  await client.query("insert into organization (workspace_id, id, name) values ($1, $2, 'Contoso')", [
    workspace,
    organization,
  ])
  await client.query(
    "insert into partnership (workspace_id, id, organization_id, name, type, currency) values ($1, $2, $3, 'Contoso', 'isv', 'EUR')",
    [workspace, partnership, organization],
  )
  const terms = [
    ["A Saturday", "2026-12-31", 89],
    ["B Sunday", "2026-12-31", 88],
    ["C Monday", "2026-12-31", 87],
    ["D no notice", "2026-12-31", null],
    ["E no end", null, 30],
  ]
  for (const [title, endsOn, days] of terms)
    await client.query(
      `insert into agreement (workspace_id, id, partnership_id, title, starts_on, ends_on, notice_days, currency)
        values ($1, $2, $3, $4, '2026-01-01', $5, $6, 'EUR')`,
      [workspace, newId(), partnership, title, endsOn, days],
    )
  await forward()
  const { rows } = await client.query<{ day: string | null }>(
    "select notice_on::text as day from agreement order by title",
  )
  expect(rows.map(({ day }) => day)).toEqual(["2026-10-02", "2026-10-02", "2026-10-05", null, null])
})
