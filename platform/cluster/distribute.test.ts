import { mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { newId } from "#platform/ids"
import { migrate } from "#platform/migrate"
import { createTestDatabase } from "#test/database"
import { standInForCitus } from "#test/stand-in-citus"
import { isCitus, isDistributed, readCatalogue } from "./catalogue.ts"
import { checkRolesOnWorkers, distribute } from "./distribute.ts"
import { planDistribution } from "./plan.ts"

const { ownerUrl } = await createTestDatabase()
const client = new pg.Client({ connectionString: ownerUrl })
await client.connect()
const bare = { isCitus: await isCitus(client), isDistributed: await isDistributed(client) }
const workspace = newId()

beforeAll(async () => {
  await standInForCitus(client)
  await client.query("insert into pg_dist_node values ('second', 5432, true, 'primary', null)")
  await client.query("insert into workspace (id, slug, name, created_at) values ($1, 'spread', 'S', '2026-01-01')", [
    workspace,
  ])
  await client.query(
    "insert into organization (workspace_id, id, name, created_at, updated_at) values ($1, $1, 'O', '2026-01-01', '2026-01-01')",
    [workspace],
  )
})
afterAll(() => client.end())

const keys = async () =>
  (
    await client.query(`select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as is, convalidated
      from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2, 3`)
  ).rows
const placed = async () =>
  (
    await client.query<{ t: string; how: string }>(
      "select logicalrelid::text as t, partmethod::text || repmodel::text as how from pg_dist_partition order by 1",
    )
  ).rows
const kindOf = ({ sql }: { sql: string }) =>
  /create_\w+_\w+|truncate|insert into|drop constraint|add constraint/.exec(sql)?.[0]
const asTried = async (work: () => Promise<void>) => {
  await client.query("begin")
  try {
    await work()
  } finally {
    await client.query("rollback")
    await client.query("select pg_advisory_unlock_all()")
  }
}

test("a PostgreSQL without Citus is no cluster", () => {
  expect(bare).toEqual({ isCitus: false, isDistributed: false })
})

test("keys come off before anything is placed, the workspaces are placed first, and keys come back after everything is", async () => {
  const catalogue = await readCatalogue(client)
  const kinds = planDistribution(catalogue).map(kindOf)
  const count = (kind: string) => kinds.filter((each) => each === kind).length
  expect(catalogue.keys.length).toBeGreaterThan(40)
  for (const kind of ["insert into", "drop constraint", "add constraint"])
    expect(count(kind)).toBe(catalogue.keys.length)
  expect(count("create_distributed_table")).toBe(catalogue.tables.filter(({ isTenants }) => isTenants).length)
  expect(count("truncate")).toBe(count("create_distributed_table"))
  const order = [
    "insert into",
    "drop constraint",
    "create_reference_table",
    "create_distributed_table",
    "truncate",
    "add constraint",
  ]
  for (const [at, kind] of order.slice(1).entries())
    expect(kinds.lastIndexOf(order[at]), kind).toBeLessThan(kinds.indexOf(kind))
})

test("every tenant's table is placed in pieces beside the others, and every key is what it was", () =>
  asTried(async () => {
    const before = await keys()
    expect(await distribute(client, () => {})).toBeGreaterThan(100)
    expect(await keys()).toEqual(before)
    const found = await placed()
    expect(found.filter(({ how }) => how === "nt")).toEqual([{ t: "workspace", how: "nt" }])
    const { tables } = await readCatalogue(client)
    expect(tables.filter(({ standing }) => standing === "local").map(({ name }) => name)).toEqual(["schema_migration"])
    const anchors = await client.query(
      "select beside, count(*)::int from pg_dist_partition where partmethod = 'h' group by 1 order by 2",
    )
    expect(anchors.rows).toEqual([
      { beside: "none", count: 1 },
      { beside: expect.any(String), count: found.length - 2 },
    ])
    expect(await distribute(client, () => {})).toBe(0)
  }))

test("cut short at any step it is gone on with, and comes to the same", async () => {
  const before = await keys()
  const steps = planDistribution(await readCatalogue(client))
  // The first step of each kind, as they follow each other, and the one after it.
  const turns = steps.flatMap((step, at) => (kindOf(step) === kindOf(steps[at - 1] ?? { sql: "" }) ? [] : [at, at + 1]))
  const cuts = [...new Set(turns)]
  expect(cuts.length).toBeGreaterThan(10)
  for (const cut of cuts.filter((at) => at < steps.length))
    await asTried(async () => {
      let taken = -1
      const stopping = { query: (...given: [string]) => client.query(...given) } as unknown as pg.Client
      await expect(
        distribute(stopping, () => {
          if (++taken === cut) throw new Error("the light went out")
        }),
      ).rejects.toThrow("the light went out")
      await distribute(client, () => {})
      expect(await keys()).toEqual(before)
      expect((await readCatalogue(client)).kept).toBeUndefined()
      expect(await distribute(client, () => {})).toBe(0)
    })
}, 300_000)

test("what stands in the way is said with the step and what to do", () =>
  asTried(async () => {
    await client.query("create table odd (workspace_id uuid, id uuid primary key)")
    await client.query("savepoint before")
    await expect(distribute(client, () => {})).rejects.toThrow(
      /^The distribution stopped at "Placing odd in pieces" \(.*must include the distribution column\); put that right and run keelson distribute again/,
    )
  }))

test("a table that a later migration makes is placed by the migrator, cut short or not", async () => {
  await distribute(client, () => {})
  const folder = mkdtempSync(join(tmpdir(), "keelson-test-"))
  for (const file of readdirSync("migrations")) symlinkSync(resolve("migrations", file), join(folder, file))
  writeFileSync(
    join(folder, "9000_later.sql"),
    `create table later (workspace_id uuid not null references workspace, id uuid not null, organization_id uuid not null,
       primary key (workspace_id, id), foreign key (workspace_id, organization_id) references organization);
     select protect('later', 'host');`,
  )
  const said: string[] = []
  await migrate({ ownerUrl, folder, say: (line) => said.push(line) })
  expect(await placed()).toContainEqual({ t: "later", how: "hc" })
  expect((await keys()).filter(({ t, is }) => t === "later" && is.startsWith("FOREIGN"))).toHaveLength(2)
  expect(said.filter((line) => line.includes("Taking off"))).toHaveLength(2)
  said.length = 0
  await migrate({ ownerUrl, folder, say: (line) => said.push(line) })
  expect(said).toEqual([])
})

test("a role that a worker does not let in ends the start with one sentence, and both are asked about", async () => {
  await checkRolesOnWorkers(client)
  for (const role of ["keelson_app", "keelson_identity"]) {
    await client.query("update pg_dist_node set refuses = $1", [role])
    await expect(migrate({ ownerUrl })).rejects.toThrow(
      new RegExp(`^${role} may not log in on second:5432: let the role in there \\(alter role ${role} login`),
    )
  }
})
