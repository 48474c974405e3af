import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import { createContact } from "#contract/people"
import { getMe } from "#contract/workspaces"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { ledgerPersonal } from "#platform/personal"
import { accountFor, callerWith, signIn, startTestKeelson } from "#test/keelson"
import { plant } from "#test/planting"
import { recordPartnership } from "#test/promises"

/*
 * In each table in which people's words stand beside who they are, one row is the person's and says so; the others are somebody else's.
 * What the person is given holds every word of theirs and none of the others'.
 */
const keelson = await startTestKeelson()
const client = new pg.Client({ connectionString: keelson.ownerUrl })
await client.connect()
afterAll(() => client.end())

const workspace = await keelson.workspace("Exporting")
const owner = await workspace.as("owner")
const { workspaceId } = workspace.system
const [name, email] = ["Ida Export", "ida.export@mark.example"]
const user = await accountFor(keelson.platform, { email, name })
const member = newId()
const declared = [ledgerPersonal, ...modules.flatMap(({ personal }) => personal)].flatMap(({ tables }) =>
  Object.entries(tables),
)
const planted: string[] = []
/** Only for the eyes of whoever they belong to. */
const personOnly = new Set(
  modules.flatMap(({ tables }) =>
    Object.entries(tables).flatMap(([table, audience]) => (audience === "person" ? [table] : [])),
  ),
)

beforeAll(async () => {
  await plant(keelson, workspaceId, { host: user.id, member: newId(), company: newId() })
  await client.query("set session_replication_role = replica")
  await client.query(
    `insert into member (workspace_id, id, user_id, name, email, role, created_at) values ($1, $2, $3, $4, $5, 'viewer', $6)`,
    [workspaceId, member, user.id, name, email, keelson.platform.clock.now()],
  )
  for (const [table, columns] of declared) {
    const pointer = Object.entries(columns).find(([, says]) => says === "account")?.[0]
    const words = Object.entries(columns).filter(([, says]) => says === "words")
    if (!pointer || ["member", "partner_user", "contact", "erasure"].includes(table)) continue
    // Nobody else's row is the person's, whoever planted it.
    for (const [column, says] of Object.entries(columns))
      if (says === "account" || says === "own rows")
        await client
          .query(`update ${table} set ${column} = 'else' where workspace_id = $1 and ${column} = $2`, [
            workspaceId,
            user.id,
          ])
          .catch(() => {})
    for (const [column] of words) {
      const says = `mine-${table}-${column}`
      const mark = (narrowed: string) =>
        client
          .query(
            `update ${table} set ${pointer} = $2, ${column} = $3 where ctid = (select min(ctid) from ${table}
              where workspace_id = $1 and ${column} is not null ${narrowed})`,
            [workspaceId, user.id, says],
          )
          .catch(() => ({ rowCount: 0 }))
      // What a company keeps to itself is not the host's to hand out.
      const { rowCount } = await mark("and visibility in ('host', 'shared')")
      if (rowCount || (await mark("")).rowCount) planted.push(says)
    }
  }
})

/** What stands in words in rows that are not the person's. */
const othersWords = async (): Promise<readonly string[]> => {
  const found: string[] = []
  for (const [table, columns] of declared) {
    const pointers = Object.entries(columns).filter(([, says]) => says === "account" || says === "own rows")
    for (const [column, says] of Object.entries(columns)) {
      if (says !== "words" || pointers.length === 0) continue
      const { rows } = await client.query<{ said: string }>(
        `select ${column}::text as said from ${table} where workspace_id = $1 and length(${column}::text) > 12
          and not (${pointers.map(([pointer]) => `coalesce(${pointer}::text, '') like '%' || $2 || '%'`).join(" or ")})`,
        [workspaceId, user.id],
      )
      found.push(...rows.map(({ said }) => said))
    }
  }
  return found
}

const take = async (who: Readonly<{ cookie: string }>, path: string) => {
  const answer = await fetch(`${keelson.address}/api/w/${workspace.slug}${path}`, { headers: { cookie: who.cookie } })
  return { status: answer.status, text: await answer.text() }
}

describe("the export of one person", () => {
  test("holds every word of theirs, and nobody else's", async () => {
    expect(planted.length).toBeGreaterThan(8)
    const { status, text } = await take(owner, `/personal-data/${member}/export`)
    expect(status).toBe(200)
    const isSeen = (said: string) => ![...personOnly].some((table) => said.startsWith(`mine-${table}-`))
    expect(planted.filter((said) => isSeen(said) && !text.includes(said))).toEqual([])
    const others = await othersWords()
    expect(others.length).toBeGreaterThan(8)
    expect(others.filter((said) => text.includes(JSON.stringify(said).slice(1, -1)))).toEqual([])
    const made = JSON.parse(text)
    expect(made.person).toMatchObject([{ kind: "member", id: member, name, email }])
    expect(made.index).toContainEqual({ module: "workspaces", table: "member", rows: 1, given: 1, isComplete: true })
  })

  test("is written down, without a name", async () => {
    const { body } = await owner.call(listEvents, { kind: "personal_data.exported" })
    expect(body.items).toMatchObject([{ payload: { filter: { person: [member] }, rows: expect.any(Number) } }])
    expect(JSON.stringify(body.items)).not.toContain(name)
  })

  test("is taken by themselves, with what only they see", async () => {
    const themselves = callerWith(keelson.address, workspace.slug, await signIn(keelson.address, email))
    const { status, text } = await take(themselves, "/own-data/export")
    expect(status).toBe(200)
    expect(planted.filter((said) => !text.includes(said))).toEqual([])
    expect((await take(themselves, `/personal-data/${member}/export`)).status).toBe(403)
  })

  test("has their sign-ins and sessions, of their account and this workspace alone, and no word that opens one", async () => {
    const at = "2026-01-05T09:00:00Z"
    const other = newId()
    const happened = (kind: string, userId: string, within: string | null) =>
      client.query(
        `insert into identity.security_event (id, kind, user_id, address, device, at, workspace_id, asked)
          values ($1, $2, $3, '203.0.113.41', 'own browser', $4, $5, '{GET /own}')`,
        [newId(), kind, userId, at, within],
      )
    await happened("sign_in.failed", user.id, null)
    await happened("act.refused", user.id, workspaceId)
    await happened("link.refused", user.id, other)
    const { body: me } = await owner.call(getMe)
    await happened("password.refused", me.user.id, null)
    const themselves = callerWith(keelson.address, workspace.slug, await signIn(keelson.address, email))
    const made = JSON.parse((await take(themselves, "/own-data/export")).text)
    const rowsOf = (table: string) => made.data.find((each: { table: string }) => each.table === table)?.rows ?? []
    const kinds = rowsOf("security_event").map(({ kind }: { kind: string }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(["sign_in.failed", "act.refused", "sign_in.succeeded"]))
    expect(kinds).not.toContain("link.refused")
    expect(kinds).not.toContain("password.refused")
    expect(rowsOf("security_event")).toContainEqual(
      expect.objectContaining({
        kind: "act.refused",
        address: "203.0.113.41",
        device: "own browser",
        asked: ["GET /own"],
      }),
    )
    const { rows: sessions } = await client.query<{ id: string; token: string }>(
      `select "id", "token" from identity.session where "userId" = $1`,
      [user.id],
    )
    expect(sessions.length).toBeGreaterThan(0)
    expect(rowsOf("session")).toHaveLength(sessions.length)
    expect(made.index).toContainEqual(expect.objectContaining({ table: "session", rows: sessions.length }))
    const text = JSON.stringify(made)
    for (const { id, token } of sessions) expect(text).not.toMatch(new RegExp(`${id}|${token}`))
    // An administrator's file of the person has none of it.
    expect((await take(owner, `/personal-data/${member}/export`)).text).not.toMatch(/203\.0\.113\.41|own browser/)
  })

  test("has rows in the order in which they were made, wherever the database keeps them", async () => {
    const made = [newId(), newId(), newId()]
    for (const id of made.toReversed())
      await client.query(
        `insert into event (workspace_id, id, kind, subject_type, subject_id, party_id, actor_kind, actor_id, source, occurred_at,
            recorded_at, payload) values ($1, $2, 'member.left', 'member', $3, $4, 'member', $5, 'test', $6, $6, '{}')`,
        [workspaceId, id, newId(), newId(), user.id, keelson.platform.clock.now()],
      )
    const { data } = JSON.parse((await take(owner, `/personal-data/${member}/export`)).text)
    const { rows } = data.find((each: { table: string }) => each.table === "event")
    expect(rows.map(({ id }: { id: string }) => id).filter((id: string) => made.includes(id as never))).toEqual(made)
  })

  test("knows a contact by their address", async () => {
    const { body } = await owner.call(createContact, { name: "Ida at Work", email: email.toUpperCase() })
    const { text } = await take(owner, `/personal-data/${body.id}/export`)
    expect(JSON.parse(text).person.map(({ kind }: { kind: string }) => kind)).toEqual(["member", "contact"])
    expect(text).toContain("Ida at Work")
  })
})

test("a partner's person takes their own, without what of an event is for the host", async () => {
  const { organizationId, id: partnership } = await recordPartnership(owner, "Northwind")
  const partner = await workspace.asPartner(organizationId)
  const { body: me } = await partner.call(getMe)
  const at = keelson.platform.clock.now()
  await client.query(
    `insert into event (workspace_id, id, kind, subject_type, subject_id, partnership_id, party_id, actor_kind, actor_id,
        source, occurred_at, recorded_at, payload)
      values ($1, $2, 'party.joined', 'party', $3, $4, $5, 'partner-user', $6, 'test', $7, $7, $8)`,
    [
      ...[workspaceId, newId(), newId(), partnership, organizationId, me.user.id, at],
      JSON.stringify({ name: "only-for-the-host", joinedOn: "told-to-all", former: "nobody-knows" }),
    ],
  )
  const { status, text } = await take(partner, "/own-data/export")
  expect(status).toBe(200)
  expect(text).toContain("sign_in.succeeded")
  expect(JSON.parse(text).person).toMatchObject([{ kind: "partner_user" }])
  expect(text).toContain("party.joined")
  expect(text).not.toMatch(/only-for-the-host|nobody-knows/)
  expect((await take(partner, `/personal-data/${member}/export`)).status).toBe(404)
})

test("whatever a module says points to a person, or bears their name, is in it", async () => {
  const [contact, partnerUser] = [newId(), newId()]
  const idOf: Readonly<Record<string, string>> = {
    ...{ account: user.id, "own rows": user.id, member, somebody: member, contact, "partner user": partnerUser },
    ...{ address: email, name },
  }
  const expected: string[] = []
  for (const [table, columns] of declared)
    for (const [column, says] of Object.entries(columns)) {
      const id = idOf[says]
      if (id === undefined || ["member", "partner_user", "contact", "erasure"].includes(table)) continue
      const { rows } = await client.query<{ kind: string; shown: boolean }>(
        `select format_type(atttypid, null) as kind,
          exists (select from pg_attribute v where v.attrelid = a.attrelid and v.attname = 'visibility') as shown
          from pg_attribute a where attrelid = $1::regclass and attname = $2`,
        [table, column],
      )
      const { kind = "", shown = false } = rows[0] ?? {}
      const value = kind.endsWith("[]") ? `array[$2]::${kind}` : `$2::${kind}`
      const { rowCount } = await client
        .query(
          `update ${table} set ${column} = ${value} where ctid = (select min(ctid) from ${table} where workspace_id = $1
            ${shown ? "and visibility in ('host', 'shared')" : ""})`,
          [workspaceId, id],
        )
        // Beside what else the row says it may not stand here: another column of the table does.
        .catch(() => ({ rowCount: 0 }))
      if (rowCount) expected.push(table)
    }
  const at = keelson.platform.clock.now()
  await client.query("insert into contact (workspace_id, id, name, email, created_at) values ($1, $2, 'Ida', $3, $4)", [
    workspaceId,
    contact,
    email,
    at,
  ])
  await client.query(
    `insert into partner_user (workspace_id, id, organization_id, user_id, name, email, role, created_at)
      values ($1, $2, $3, 'another account', 'Ida', $4, 'seller', $5)`,
    [workspaceId, partnerUser, newId(), email, at],
  )
  const themselves = callerWith(keelson.address, workspace.slug, await signIn(keelson.address, email))
  const indexes = [await take(owner, `/personal-data/${member}/export`), await take(themselves, "/own-data/export")]
  const given = new Set(
    indexes.flatMap(({ text }) => JSON.parse(text).index.map(({ table }: { table: string }) => table)),
  )
  const pointing = declared.flatMap(([table, columns]) =>
    Object.values(columns).some((says) => idOf[says] !== undefined) ? [table] : [],
  )
  expect(pointing.length).toBeGreaterThan(30)
  expect(pointing.filter((table) => !given.has(table) && table !== "erasure")).toEqual([])
  expect([...new Set(expected)].filter((table) => !given.has(table))).toEqual([])
})
