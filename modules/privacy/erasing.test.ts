import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createContact, listContacts, listMembers, reactivateMember } from "#contract/people"
import { getMe } from "#contract/workspaces"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { sendMail } from "#platform/mail-job"
import { ledgerPersonal } from "#platform/personal"
import { accountFor, callerWith, signIn, startTestKeelson } from "#test/keelson"
import { plant } from "#test/planting"
import { recordPartnership, runQueued } from "#test/promises"
import { runEverything } from "#test/queue"
import * as contract from "./contract.ts"

/*
 * One person, with the words "Zelda Quimby" and their address in every column that says it may hold something of a person. Afterwards
 * neither is found anywhere in the database, and nothing else has changed.
 */
const keelson = await startTestKeelson()
const client = new pg.Client({ connectionString: keelson.ownerUrl })
await client.connect()
afterAll(() => client.end())

const name = "Zelda Quimby"
const email = "zelda.quimby@mark.example"
const words = /zelda|quimby/i

const declared = [ledgerPersonal, ...modules.flatMap(({ personal }) => personal)].flatMap(({ tables }) =>
  Object.entries(tables).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, says]) => ({ table, column, says, columns })),
  ),
)

/** Every row of every table in which the words stand, by table: what the owner of the database finds. */
const found = async (): Promise<Readonly<Record<string, number>>> => {
  const { rows: tables } = await client.query<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity', 'graphile_worker')`)
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from ${name} t where row_to_json(t)::text ~* '${words.source}'`,
    )
    if (rows[0]?.n) counts[name] = rows[0].n
  }
  return counts
}

const counts = async (): Promise<Readonly<Record<string, number>>> => {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  )
  const all: Record<string, number> = {}
  for (const { name } of tables)
    all[name] = (await client.query<{ n: number }>(`select count(*)::int as n from public.${name}`)).rows[0]?.n ?? 0
  return all
}

const workspace = await keelson.workspace("Erasing")
const owner = await workspace.as("owner")
const user = await accountFor(keelson.platform, { email, name })
const member = newId()
const contact = newId()
const { workspaceId } = workspace.system
const nobodyElse = newId()

beforeAll(async () => {
  await plant(keelson, workspaceId, { host: user.id, member, company: nobodyElse })
  await client.query("set session_replication_role = replica")
  const at = keelson.platform.clock.now()
  await client.query(
    `insert into member (workspace_id, id, user_id, name, email, role, created_at) values ($1, $2, $3, $4, $5, 'viewer', $6)`,
    [workspaceId, member, user.id, name, email, at],
  )
  await client.query(
    `insert into contact (workspace_id, id, name, email, phone, title, external_id, created_at) values ($1, $2, $3, upper($4), '+49 1234', $3, '0035g00000AbCdE', $5)`,
    [workspaceId, contact, name, email, at],
  )
  const isTheirs = new Set(["member", "contact", "partner_user", "erasure"])
  for (const { table, column, says, columns } of declared) {
    if (isTheirs.has(table) || says === "nobody") continue
    const { rows } = await client.query<{ kind: string }>(
      `select format_type(atttypid, null) as kind from pg_attribute where attrelid = $1::regclass and attname = $2`,
      [table, column],
    )
    const kind = rows[0]?.kind
    const value = said(says, kind, column)
    if (value === undefined) continue
    const set = [`${column} = ${value}`]
    const of = /^(?:name|detail) of (.*)$/.exec(says)?.[1]
    // Whom the name belongs to is who is erased.
    if (of !== undefined) set.push(`${of} = ${said(columns[of] ?? "", "pointer")}`)
    const update = `update ${table} set ${set.join(", ")} where workspace_id = '${workspaceId}'`
    // Where it says nothing in any row, it may be that it must not beside what else the rows say.
    const { rowCount } = await client.query(`${update} and ${column} is not null`).catch(() => ({ rowCount: 0 }))
    if (!rowCount) await client.query(`${update} and ${column} is null`).catch(() => {})
  }
})

const said = (says: string, kind: string | undefined, column = ""): string | undefined => {
  if (says === "words" && kind === "jsonb")
    return `case jsonb_typeof(${column}) when 'array' then jsonb_build_array('By ${name.toUpperCase()} <${email}>.')
      else jsonb_build_object('name', 'planted', 'deep', jsonb_build_array('By ${name.toUpperCase()} <${email}>.')) end`
  if (says === "words") return `'${name} (${email})'`
  if (says === "name" || says.startsWith("name of") || says.startsWith("detail of")) return `'${name}'`
  if (says === "address") return `'${email}'`
  if (says === "own rows" || (says === "account" && kind === "pointer")) return `'${user.id}'`
  return undefined
}

describe("an erasure", () => {
  test("has something to do in every table that says so", async () => {
    const there = await found()
    const silent = declared.filter(
      ({ table, says }) =>
        (says === "words" || says.includes("name")) && table !== "erasure" && !there[`public.${table}`],
    )
    expect([...new Set(silent.map(({ table }) => table))]).toEqual(["partner_user"])
    expect(there["identity.user"] ?? there['identity."user"']).toBe(1)
  })

  test("is asked for by an administrator who types the name, and hands over what they look after", async () => {
    const { id: partnership } = await recordPartnership(owner, "Northwind", member)
    const { body } = await owner.call(contract.getPersonalData, { person: contact })
    expect(body.person.map(({ kind }) => kind).toSorted()).toEqual(["contact", "member"])
    expect(body.belongings).toContainEqual({ kind: "partnership", rows: expect.any(Number) })
    expect(body.held.length).toBeGreaterThan(15)
    const refused = async (input: object) =>
      (await owner.call(contract.erasePerson, { person: member, typed: name, ...input })).body
    expect(await refused({ typed: "Somebody" })).toMatchObject({ code: "not-the-name" })
    expect(await refused({})).toMatchObject({ code: "successor-needed" })
    expect(await refused({ successorId: member })).toMatchObject({ code: "successor-not-known" })
    expect(await refused({ successorId: newId() })).toMatchObject({ code: "successor-not-known" })
    const letter = { to: email, subject: `For ${name}`, text: name, headers: {} }
    await keelson.platform.transact(workspace.system, (tx) => tx.enqueue(sendMail, letter))
    expect(await found()).toHaveProperty("graphile_worker._private_jobs")
    // A link that opens a session names the address alone.
    await client.query(
      `insert into identity.verification ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt") values ($1, $1, $2, $3, $3, $3)`,
      [newId(), JSON.stringify({ type: "magic-link", email }), keelson.platform.clock.now()],
    )
    const before = await counts()
    const cookie = await signIn(keelson.address, email)
    const themselves = callerWith(keelson.address, workspace.slug, cookie)
    expect((await themselves.call(listContacts)).status).toBe(200)
    const successor = (await owner.call(listMembers)).body.items.find(({ isSelf }) => isSelf)?.id ?? ""
    const asked = await owner.call(contract.erasePerson, { person: member, typed: name, successorId: successor })
    expect(asked.status).toBe(201)
    // Before any job has run they are out, as soon as the server has heard of it.
    await expect.poll(async () => (await themselves.call(listContacts)).status, { timeout: 60_000 }).toBe(404)
    // Twice, as a queue may; the mail that waits for them has not gone.
    expect(await runQueued("privacy.erase", keelson)).toBe(1)
    expect(await found()).toEqual({})
    await runEverything(keelson)
    expect(await found()).toEqual({})
    const after = await counts()
    const own = declared.filter(({ says }) => says === "own rows").map(({ table }) => table)
    const fewer = Object.keys(after).filter((table) => (after[table] ?? 0) < (before[table] ?? 0))
    expect(fewer.filter((table) => !own.includes(table))).toEqual([])
    const { rows } = await client.query("select owner_id from partnership where id = $1", [partnership])
    expect(rows).toEqual([{ owner_id: successor }])
    // The account went with its sessions: no workspace needs it any more.
    expect((await themselves.call(getMe)).status).toBe(401)
    await expect(signIn(keelson.address, email)).rejects.toThrow()
  })

  test("leaves what was done, by whom it was, without a name", async () => {
    const { body } = await owner.call(listMembers)
    const erased = body.items.find(({ id }) => id === member)
    expect(erased).toMatchObject({ name: expect.stringMatching(/^Erased person [0-9a-f]{8}$/), isErased: true })
    const { rows } = await client.query(`select name, email, phone, title, external_id from contact where id = $1`, [
      contact,
    ])
    expect(rows).toEqual([{ name: erased?.name, email: null, phone: null, title: null, external_id: null }])
    expect(await owner.call(reactivateMember, { member })).toMatchObject({
      status: 409,
      body: { code: "person-erased" },
    })
  })

  test("is done once", async () => {
    expect((await owner.call(contract.erasePerson, { person: member, typed: name })).body).toMatchObject({
      code: "already-erased",
    })
    const { body } = await owner.call(contract.listErasures)
    // And the one that the planting brought.
    expect(body.items).toMatchObject([{ doneAt: expect.any(String) }, { rows: 0 }])
    expect(body.items[0]?.rows).toBeGreaterThan(20)
  })
})

test("somebody with a like name and a like address stays", async () => {
  const { body: other } = await owner.call(createContact, { name: "Max Quimby", email: "max@like.example" })
  const { body: same } = await owner.call(createContact, { name: "Max", email: "ax@like.example" })
  const like = "tomax@like.example, max@like.example.org and Max Quimbyson"
  const { rows: comments } = await client.query<{ id: string }>(
    "update comment set body = $2 where workspace_id = $1 and removed_at is null returning id",
    [workspaceId, `MAX@like.example. is Max Quimby; not ${like}`],
  )
  expect((await owner.call(contract.erasePerson, { person: other.id, typed: "max quimby" })).status).toBe(201)
  await runEverything(keelson)
  const { rows } = await client.query("select name, email from contact where id = $1", [same.id])
  expect(rows).toEqual([{ name: "Max", email: "ax@like.example" }])
  const { rows: bodies } = await client.query<{ body: string }>(
    "select distinct body from comment where id = any($1)",
    [comments.map(({ id }) => id)],
  )
  expect(bodies).toHaveLength(1)
  expect(bodies[0]?.body).toMatch(/^erased-[0-9a-f]{8}@erased[.]invalid[.] is Erased person [0-9a-f]{8}; not /)
  expect(bodies[0]?.body).toContain(like)
})

test("who has a name of one word is known by what stands beside it, and whoever has the same name stays", async () => {
  const ada = await accountFor(keelson.platform, { email: "ada@one.example", name: "Ada" })
  const [id, other] = [newId(), newId()]
  const at = keelson.platform.clock.now()
  for (const each of [
    { id, user: ada.id, email: "ada@one.example" },
    { id: other, user: newId(), email: "ada@other.example" },
  ])
    await client.query(
      "insert into member (workspace_id, id, user_id, name, email, role, created_at) values ($1, $2, $3, 'Ada', $4, 'viewer', $5)",
      [workspaceId, each.id, each.user, each.email, at],
    )
  const { rows: comments } = await client.query<{ id: string }>(
    "select id from comment where workspace_id = $1 and removed_at is null limit 1",
    [workspaceId],
  )
  const mentions = [
    { id, userId: ada.id, name: "Adelaide" },
    { id: other, userId: "somebody else", name: "Ada" },
  ]
  await client.query("update comment set mentions = $1, body = 'Ada said so' where id = $2", [
    JSON.stringify(mentions),
    comments[0]?.id,
  ])
  await client.query(
    `insert into event (workspace_id, id, kind, subject_type, subject_id, party_id, actor_kind, source, occurred_at, recorded_at, payload)
      values ($1, $2, 'member.joined', 'member', $3, $1, 'system', 'test', $4, $4, '{"name": "Adelaide", "role": "viewer"}')`,
    [workspaceId, newId(), id, at],
  )
  expect((await owner.call(contract.erasePerson, { person: id, typed: "Ada" })).status).toBe(201)
  await runEverything(keelson)
  const { rows } = await client.query<{ mentions: { name: string }[]; body: string }>(
    "select mentions, body from comment where id = $1",
    [comments[0]?.id],
  )
  const mark = expect.stringMatching(/^Erased person/)
  expect(rows).toEqual([{ mentions: [{ ...mentions[0], name: mark }, mentions[1]], body: "Ada said so" }])
  const { rows: events } = await client.query(
    "select payload from event where subject_id = $1 and kind = 'member.joined'",
    [id],
  )
  expect(events).toEqual([{ payload: { name: mark, role: "viewer" } }])
  const { rows: others } = await client.query("select name, email from member where id = $1", [other])
  expect(others).toEqual([{ name: "Ada", email: "ada@other.example" }])
})
