import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { listMergers, mergeOrganizations, undoMerger } from "#contract/mergers"
import { createOrganization } from "#contract/organizations"
import { modules } from "#modules-list"
import { ledgerCompanyRows } from "#platform/companyRows"
import { contributedBy } from "#platform/module"
import { startTestKeelson } from "#test/keelson"
import { plant } from "#test/planting"

const keelson = await startTestKeelson({ environment: { LOG_LEVEL: "warn" } })
const client = new pg.Client({ connectionString: keelson.ownerUrl })
await client.connect()
afterAll(() => client.end())
const rows = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await client.query<R>(text, values)).rows

const declared = [...contributedBy(modules).companyRows, ledgerCompanyRows].flatMap((each) =>
  each.goes === "by itself"
    ? [`${each.table}.${each.column}`]
    : each.columns.map((column) => `${each.table}.${column}`),
)

/** Every foreign key onto a company. */
const keysOf = () =>
  rows<{ column: string }>(`select k.conrelid::regclass || '.' || a.attname as column
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid
      and a.attnum = k.conkey[array_position(k.confkey, (select attnum from pg_attribute where attrelid = k.confrelid and attname = 'id'))]
    where k.contype = 'f' and k.confrelid = 'organization'::regclass`)

/** Every column whose name says that it holds a party. */
const partiesOf = () =>
  rows<{ column: string }>(`select c.relname || '.' || a.attname as column from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype
      and (a.attname ~ 'party|company|organization' or a.attname in ('private_to', 'recorded_by'))`)

test("whatever names a company says how it goes along when two become one", async () => {
  const known = new Set(declared)
  const needed = [...(await keysOf()), ...(await partiesOf())].map(({ column }) => column)
  expect(needed.length).toBeGreaterThan(35)
  expect([...new Set(needed)].filter((column) => !known.has(column))).toEqual([])
})

test("a column that nobody spoke of is found by its key and by its name", async () => {
  await client.query("begin")
  await client.query(`create table guest (workspace_id uuid not null, id uuid not null, firm uuid, party_id uuid,
    primary key (workspace_id, id), foreign key (workspace_id, firm) references organization)`)
  const found = [...(await keysOf()), ...(await partiesOf())].map(({ column }) => column)
  await client.query("rollback")
  expect(found.filter((column) => column.startsWith("guest.")).toSorted()).toEqual(["guest.firm", "guest.party_id"])
})

/** Where a text stands anywhere in the workspace: table.column -> how often. */
const findEverywhere = async (text: string): Promise<Record<string, number>> => {
  const tables = await rows<{
    table: string
    columns: string[]
  }>(`select c.relname as table, array_agg(a.attname::text) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace group by 1 order by 1`)
  const found: Record<string, number> = {}
  for (const { table, columns } of tables)
    for (const column of columns) {
      const [row] = await rows<{ count: number }>(
        `select count(*)::int as count from public."${table}" where position($1 in "${column}"::text) > 0`,
        [text],
      )
      if (row && row.count > 0) found[`${table}.${column}`] = row.count
    }
  return found
}

test("of a company that became part of another nothing names it any more, and undone everything does again", async () => {
  const workspace = await keelson.workspace("Nordwind")
  const admin = await workspace.as("admin")
  const { memberId, userId } = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("member")
      .select(["id as memberId", "userId"])
      .where("workspaceId", "=", actor.workspaceId)
      .where("role", "=", "admin")
      .executeTakeFirstOrThrow(),
  )
  const planted = await plant(keelson, workspace.system.workspaceId, {
    host: userId,
    member: memberId,
    company: userId,
  })
  const { leading } = planted.ground.companies
  // What another merger brought to it would have to be undone first, and is no matter here.
  await client.query("delete from merger where workspace_id = $1", [workspace.system.workspaceId])
  const before = await findEverywhere(leading)
  expect(Object.keys(before).length).toBeGreaterThan(28)
  const { body: stays } = await admin.call(createOrganization, { name: "Which stays" })
  const merged = await admin.call(mergeOrganizations, { organization: stays.id, goes: leading })
  expect(merged, JSON.stringify(merged.body)).toMatchObject({ status: 200, body: { former: { id: leading } } })

  const journal = { "event.payload": expect.anything(), "event.subject_id": expect.anything() }
  const said = { "merger.former_id": 1, "merger.gone": 1, ...journal }
  // Texts that the planting made of its id.
  const asItWas = ["organization.name", "invitation.email"]
  const left = Object.fromEntries(
    Object.entries(await findEverywhere(leading)).filter(([name]) => !asItWas.includes(name)),
  )
  expect(left).toEqual(said)

  const undone = await admin.call(undoMerger, { merger: merged.body.id })
  expect(undone, JSON.stringify(undone.body)).toMatchObject({ status: 200, body: { kept: { fields: [], rows: [] } } })
  expect(await findEverywhere(leading)).toMatchObject({ ...before, ...journal })
  const rest = Object.keys(await findEverywhere(stays.id)).filter((name) => !/^(event|merger|idempotency)/.test(name))
  expect(rest).toEqual(["organization.id"])
  const { body: list } = await admin.call(listMergers, { organization: leading })
  expect(list.items).toMatchObject([
    { kind: "merge", undoneAt: expect.any(String), abilities: { undo: "already-undone" } },
  ])
})
