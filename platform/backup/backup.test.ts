import { createHash } from "node:crypto"
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import pg from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { localStorage } from "#platform/storage/local"
import { createEmptyDatabase } from "#test/database"
import { recordEverything } from "#test/everything"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { type Manifest, readManifest, sealed } from "./manifest.ts"
import { restoreBackup } from "./restore.ts"
import { keptTables } from "./tables.ts"
import { verify } from "./verify.ts"
import { writeBackup } from "./write.ts"

const keelson = await startTestKeelson()
const place = mkdtempSync(join(tmpdir(), "keelson-test-"))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const clients: pg.Client[] = []
afterAll(() => Promise.all(clients.map((client) => client.end())))

/** A database with its store and the folder of uploads, as a command works with them. */
const worksWith = async (ownerUrl: string, name: string) => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  clients.push(client)
  const uploads = join(place, name, "uploads")
  return {
    ...{ client, ownerUrl, uploads, say: () => {}, madeAt: "2026-05-04T10:00:00.000Z" },
    ...{ storage: localStorage(join(place, name, "files")), passing: join(place, name, "passing") },
  }
}
const empty = async (name: string) => worksWith((await createEmptyDatabase()).ownerUrl, name)

const source = await worksWith(keelson.ownerUrl, "source")
const folder = join(place, "backup")
const bytes = Buffer.from("Signed by both sides.\n")
const hash = createHash("sha256").update(bytes).digest("hex")

/** What text can hold that a careless copy changes. */
const odd = `tab\t line\nback\\slash "quotes" 'single' {braces,null} \\N \\. NULL 日本語 🤝 \u2028 ${"x".repeat(70_000)}`

/** Planted rows may name what nobody planted; a real database holds none that do. */
const withoutDangling = async (client: pg.Client): Promise<void> => {
  const { rows: keys } = await client.query<{
    t: string
    parent: string
    name: string
    on: string
    is_nullable: boolean
  }>(`
    select conrelid::regclass::text as t, confrelid::regclass::text as parent, quote_ident(last.attname) as name, not last.attnotnull as is_nullable,
      (select string_agg(format('p.%I = c.%I', theirs.attname, ours.attname), ' and ')
        from unnest(k.conkey, k.confkey) as pair (ours, theirs) join pg_attribute ours on ours.attrelid = conrelid and ours.attnum = pair.ours
          join pg_attribute theirs on theirs.attrelid = confrelid and theirs.attnum = pair.theirs) as on
    from pg_constraint k join pg_attribute last on last.attrelid = conrelid and last.attnum = k.conkey[array_length(k.conkey, 1)]
    where contype = 'f' and connamespace = 'public'::regnamespace and confrelid <> 'workspace'::regclass`)
  for (let round = 0; round < 5; round++)
    for (const { t, parent, name, on, is_nullable } of keys) {
      const dangling = `c.${name} is not null and not exists (select from ${parent} p where ${on})`
      await client.query(
        is_nullable ? `update ${t} c set ${name} = null where ${dangling}` : `delete from ${t} c where ${dangling}`,
      )
    }
}

beforeAll(async () => {
  const workspace = await keelson.workspace("Kept")
  const { workspaceId } = workspace.system
  await recordEverything(keelson, workspace)
  await workspace.as("owner")
  const { client, storage } = source
  await withoutDangling(source.client)
  await client.query("update note set body = $1", [odd])
  await client.query("update file_object set gone_at = '2026-01-01'")
  await client.query(
    `insert into file_object (workspace_id, hash, bytes, check_state, stored_at) values ($1, $2, $3, 'unchecked', '2026-01-01')`,
    [workspaceId, hash, bytes.length],
  )
  writeFileSync(join(place, "one"), bytes)
  await storage.put(`${workspaceId}/${hash}`, join(place, "one"))
  await client.query("select graphile_worker.add_job('send-mail', json_build_object('to', $1::text))", [
    odd.slice(0, 40),
  ])
  await writeBackup(source, folder)
}, 120_000)

const rowsOf = async (client: pg.Client) => {
  const all: Record<string, unknown> = {}
  for (const { name } of await keptTables(client))
    all[name] = (
      await client.query(`select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text collate "C"`)
    ).rows
  return all
}

test("a backup brought into an empty database is the same row by row, files included, and the database is as a new one", async () => {
  const into = await empty("restored")
  await restoreBackup(into, folder)
  const [before, after] = [await rowsOf(source.client), await rowsOf(into.client)]
  expect(Object.values(before).filter((rows) => (rows as unknown[]).length > 0).length).toBeGreaterThan(25)
  expect(after).toEqual(before)
  const constraints = `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as is, convalidated
    from pg_constraint where connamespace in ('public'::regnamespace, 'identity'::regnamespace) order by 1, 2`
  expect((await into.client.query(constraints)).rows).toEqual((await source.client.query(constraints)).rows)
  const [{ key }] = (
    await into.client.query("select workspace_id || '/' || hash as key from file_object where gone_at is null")
  ).rows
  const kept = await into.storage.read(key)
  expect(kept && (await buffer(kept))).toEqual(bytes)
  expect(await verify(into, await readManifest(folder))).toEqual([])
  // What counts up goes on from where it stood.
  await into.client.query("select graphile_worker.add_job('later')")
})

test("what differs from the backup, or is not sound, is said", async () => {
  const manifest = await readManifest(folder)
  const into = await empty("verified")
  await restoreBackup(into, folder)
  await into.client.query("update organization set name = name || '!'")
  await into.client.query("delete from saved_view")
  await into.client.query("alter table deal no force row level security")
  await into.client.query("alter table note add constraint short check (length(body) < 10) not valid")
  await into.client.query("delete from schema_migration where name like '0180%'")
  await into.client.query(`update pg_collation set collversion = '0.1' where collname = 'und-x-icu'`)
  rmSync(join(place, "verified", "files"), { recursive: true })
  const faults = await verify(into, manifest)
  for (const sentence of [
    /^0180_functions_for_a_cluster.sql was not applied/,
    /^deal has no row-level security/,
    /^The constraint short of note was never checked/,
    /^The file .* is missing/,
    /^The order of names is another than its indexes were built in \("und-x-icu", from 0.1 to /,
    /^Rows of public.organization are not as the backup has them/,
    /^public.saved_view has 0 rows, the backup [1-9]/,
  ])
    expect(faults).toContainEqual(expect.stringMatching(sentence))
  expect(faults.filter((fault) => /public\.(deal|note|member) /.test(fault))).toEqual([])
})

test("a backup is of one moment, and one that stops is none", async () => {
  await expect(writeBackup(source, folder)).rejects.toThrow(/is there already/)
  const stopping = {
    ...source,
    say: () => {
      throw new Error("stopped")
    },
  }
  await expect(writeBackup(stopping, join(place, "stopped"))).rejects.toThrow("stopped")
  expect([existsSync(join(place, "stopped")), existsSync(join(place, "stopped.partial"))]).toEqual([false, false])
})

const copyOf = (name: string): string => {
  const copy = join(place, name)
  cpSync(folder, copy, { recursive: true })
  return copy
}
const changed = async (name: string, change: (manifest: Manifest) => Manifest): Promise<string> => {
  const copy = copyOf(name)
  writeFileSync(join(copy, "manifest.json"), sealed(change(await readManifest(copy))))
  return copy
}

test.each<[string, () => string | Promise<string>, RegExp]>([
  [
    "cut off",
    () => {
      const copy = copyOf("cut")
      const path = join(copy, "tables", "public.note.jsonl")
      writeFileSync(path, readFileSync(path).subarray(0, 99))
      return copy
    },
    /not whole: .*public.note.jsonl is missing, damaged or was changed/,
  ],
  [
    "edited",
    () => {
      const copy = copyOf("edited")
      appendFileSync(join(copy, "tables", "public.member.jsonl"), "[]\n")
      return copy
    },
    /not whole: .*public.member.jsonl/,
  ],
  [
    "without a file",
    () => {
      const copy = copyOf("lost")
      rmSync(join(copy, "objects"), { recursive: true })
      return copy
    },
    /not whole: .*objects/,
  ],
  [
    "with another manifest",
    () => {
      const copy = copyOf("forged")
      const path = join(copy, "manifest.json")
      writeFileSync(path, readFileSync(path, "utf8").replace(/"rows": \d+/, '"rows": 7'))
      return copy
    },
    /manifest.json is damaged or was changed/,
  ],
  [
    "of a newer version",
    () => changed("newer", (manifest) => ({ ...manifest, migrations: [...manifest.migrations, "9999_later.sql"] })),
    /newer Keelson \(it has 9999_later.sql\)/,
  ],
  [
    "of another format",
    () => changed("format", (manifest) => ({ ...manifest, format: 2 }) as never),
    /backups this one cannot read/,
  ],
  ["that is none", () => place, /is no backup: it has no manifest.json/],
])("a backup %s is refused in one sentence before anything is written", async (_what, made, sentence) => {
  const into = await empty("refused")
  await expect(restoreBackup(into, await made())).rejects.toThrow(sentence)
  expect(
    await runAsOwner(
      into.ownerUrl,
      "select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace",
    ),
  ).toEqual([{ tables: 0 }])
})

test("a database that is not empty is left as it is", async () => {
  const before = await rowsOf(source.client)
  await expect(restoreBackup(source, folder)).rejects.toThrow(
    /^The database is not empty \(it has the table .*\): restore into a new database/,
  )
  expect(await rowsOf(source.client)).toEqual(before)
})
