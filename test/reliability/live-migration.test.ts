import { mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { createOrganization, listOrganizations } from "#contract/organizations"
import { MigrationFault, migrate } from "#platform/migrate"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

const keelson = await startTestKeelson()
const { ownerUrl } = keelson
const owner = await (await keelson.workspace("Live")).as("owner")
const reader = new pg.Client({ connectionString: ownerUrl })
await reader.connect()
afterAll(() => reader.end())

/** The migrations that are there, and these. */
const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), "keelson-test-"))
  for (const file of readdirSync("migrations")) symlinkSync(resolve("migrations", file), join(folder, file))
  for (const [file, sql] of Object.entries(files)) writeFileSync(join(folder, file), sql)
  return folder
}

test("while the database is brought forward every request is answered, and a long reader is waited for without keeping others out", async () => {
  const folder = folderWith({
    "9001_expand.sql": `alter table organization add column motto text;
      alter table organization add constraint organization_motto check (length(motto) < 200) not valid;`,
    "9002_index.sql": `-- outside a transaction
      drop index concurrently if exists organization_motto_search;
      create index concurrently organization_motto_search on organization (workspace_id, motto);`,
    "9003_validate.sql": "alter table organization validate constraint organization_motto;",
    "9004_table.sql": `create table motto (workspace_id uuid not null references workspace, id uuid not null, primary key (workspace_id, id));
      select protect('motto', 'host');`,
  })
  const answers: number[] = []
  let isOver = false
  const visit = async (which: number) => {
    for (let at = 0; !isOver; at++) {
      const made = await owner.call(createOrganization, { name: `Company ${which} ${at}` })
      const read = await owner.call(listOrganizations, { limit: 5 })
      answers.push(made.status, read.status)
    }
  }
  const visitors = Promise.all([0, 1, 2].map(visit))
  await reader.query("begin; select from organization limit 1")
  const said: string[] = []
  const answeredWhileWaiting: number[] = []
  const say = (line: string) => {
    said.push(line)
    answeredWhileWaiting.push(answers.length)
    // It has come back three times, and others were answered meanwhile: the reader may end.
    if (said.length === 3) void reader.query("commit")
  }
  const once = () => migrate({ ownerUrl, folder, say, lockPatienceMs: 100 })
  await Promise.all([once(), once()])
  isOver = true
  await visitors
  expect(new Set(answers)).toEqual(new Set([200, 201]))
  expect(said[0]).toMatch(/^9001_expand.sql waits for whoever uses a table it changes/)
  expect(answeredWhileWaiting.at(-1)).toBeGreaterThan(answeredWhileWaiting[0] ?? 0)
  const applied = await runAsOwner<{ name: string }>(
    ownerUrl,
    "select name from schema_migration where name like '9%' order by 1",
  )
  expect(applied.map(({ name }) => name)).toEqual([
    "9001_expand.sql",
    "9002_index.sql",
    "9003_validate.sql",
    "9004_table.sql",
  ])
})

test("a migration that fails leaves nothing of itself, says its name, and is made good by the next", async () => {
  const files = { "9005_wrong.sql": "create table half (id uuid); select no_such_function()" }
  await expect(migrate({ ownerUrl, folder: folderWith(files) })).rejects.toThrow(MigrationFault)
  await expect(migrate({ ownerUrl, folder: folderWith(files) })).rejects.toThrow(
    /^migration 9005_wrong.sql failed: .*no_such_function/,
  )
  expect(await runAsOwner(ownerUrl, "select to_regclass('half') as half")).toEqual([{ half: null }])
  await migrate({ ownerUrl, folder: folderWith({ "9005_wrong.sql": "create table half (id uuid)" }) })
})
