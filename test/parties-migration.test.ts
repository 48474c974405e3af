import { beforeAll, expect, test } from "vitest"
import { newId } from "#platform/ids"
import { databaseBefore } from "#test/database-before"

const { client, forward } = await databaseBefore("0070")
const [workspace, lead, second, partnership] = [newId(), newId(), newId(), newId()]

/** Everything recorded before parties were: a partnership with two companies, and a user of each. */
beforeAll(async () => {
  const insert = async (table: string, row: Readonly<Record<string, unknown>>) => {
    const values = { workspace_id: workspace, id: newId(), ...row }
    const marks = Object.keys(values).map((_, index) => `$${index + 1}`)
    await client.query(
      `insert into ${table} (${Object.keys(values).join(", ")}) values (${marks.join(", ")})`,
      Object.values(values),
    )
    return values.id
  }
  await client.query("insert into workspace (id, slug, name) values ($1, 'old', 'Old')", [workspace])
  for (const id of [lead, second]) {
    await insert("organization", { id, name: id })
    await insert("partner_user", { organization_id: id, user_id: `of ${id}`, name: "U", email: "u@x", role: "seller" })
  }
  await insert("partnership", {
    ...{ id: partnership, organization_id: lead, name: "Both", type: "consortium", currency: "EUR" },
  })
  await client.query(
    "insert into partnership_party (workspace_id, partnership_id, organization_id) values ($1, $2, $3)",
    [workspace, partnership, second],
  )
  const own = { partnership_id: partnership }
  const commitment = await insert("commitment", {
    ...own,
    ...{ owed_by: "partner", title: "T", measure: "per_cadence", cadence: "monthly", starts_on: "2025-01-01" },
  })
  for (const owed_by of ["host", "partner"]) {
    const due = { owed_by, due_on: `2025-0${owed_by.length}-01`, first_due_on: `2025-0${owed_by.length}-01` }
    await insert("occurrence", { ...own, ...due, commitment_id: commitment })
  }
  const author = { author_id: `of ${second}`, author_name: "U" }
  for (const visibility of ["shared", "host", "partner"])
    await insert("note", { ...own, ...author, body: visibility, visibility })
  for (const user of [lead, second]) {
    const subject = await insert("activity", {
      ...{ ...own, kind: `of ${user}`, direction: "from_partner", visibility: "partner", source: "partner" },
      occurred_at: "2025-01-01",
    })
    await insert("event", {
      ...{ ...own, kind: "activity.recorded", subject_type: "activity", subject_id: subject, side: "partner" },
      ...{ visibility: "partner", actor_kind: "partner-user", actor_id: `of ${user}`, source: "app" },
      occurred_at: "2025-01-01",
    })
  }
  await insert("activity", { ...own, kind: "met", occurred_at: "2025-01-01" })
  for (const side of ["host", "partner", "both"])
    await insert("measurement", { ...own, signal: "s", side, period_start: "2025-01-06", value: 1 })
  await insert("deal", { ...own, name: "D", state: "submitted", registered_at: "2025-01-01" })
  await forward()
})

const rows = async (query: string) => (await client.query<Record<string, unknown>>(query)).rows

test("what was a side's is a party's, and the side follows from it as before", async () => {
  expect(await rows("select distinct party_id, owed_by from occurrence order by owed_by")).toEqual([
    { party_id: workspace, owed_by: "host" },
    { party_id: lead, owed_by: "partner" },
  ])
  expect(await rows("select party_id, side from measurement order by side")).toEqual([
    { party_id: null, side: "both" },
    { party_id: workspace, side: "host" },
    { party_id: lead, side: "partner" },
  ])
  expect(await rows("select party_id, registered_by from deal")).toEqual([{ party_id: lead, registered_by: "partner" }])
  expect(await rows("select party_id, direction, recorded_by from activity where kind = 'met'")).toEqual([
    { party_id: null, direction: "two_way", recorded_by: null },
  ])
})

test("what one company of several kept for itself stays with the company whose user wrote it", async () => {
  expect(await rows("select body, private_to, visibility from note order by body")).toEqual([
    { body: "host", private_to: workspace, visibility: "host" },
    { body: "partner", private_to: second, visibility: "partner" },
    { body: "shared", private_to: null, visibility: "shared" },
  ])
  const own = [lead, second].map((id) => ({ kind: `of ${id}`, party_id: id, private_to: id, recorded_by: id }))
  expect(
    await rows(
      "select kind, party_id, private_to, recorded_by from activity where recorded_by is not null order by kind",
    ),
  ).toEqual(own)
  expect(await rows("select actor_id as kind, party_id, private_to from event order by actor_id")).toEqual(
    own.map(({ recorded_by: _, ...rest }) => rest),
  )
})
