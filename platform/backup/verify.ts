import { createHash } from "node:crypto"
import type pg from "pg"
import { migrationsIn } from "#platform/migrate"
import type { Storage } from "#platform/storage/storage"
import type { Manifest } from "./manifest.ts"
import { exactText, keptTables, linesOf, openRowsHash } from "./tables.ts"

/** What is not as it should be, a sentence each; none where all is well. With a manifest also what is not as the backup has it. */
export const verify = async (
  { client, storage, say }: Readonly<{ client: pg.ClientBase; storage: Storage; say: (line: string) => void }>,
  manifest?: Manifest,
): Promise<readonly string[]> => {
  await client.query(`begin isolation level repeatable read read only; ${exactText.replaceAll("set ", "set local ")}`)
  try {
    const faults = [...(await ofSchema(client)), ...(await ofFiles(client, storage, say))]
    return manifest ? [...faults, ...(await againstBackup(client, storage, manifest, say))] : faults
  } finally {
    await client.query("rollback")
  }
}

const ofSchema = async (client: pg.ClientBase): Promise<string[]> => {
  const names = async (sql: string) => (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name)
  const seen = await names("select name from schema_migration")
  const ours = await migrationsIn()
  const open =
    await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and relname <> 'schema_migration' and relname not like 'pg\\_dist\\_%' and not (relrowsecurity and relforcerowsecurity) order by 1`)
  const unchecked = await names(`select format('%s of %s', conname, conrelid::regclass) as name from pg_constraint
    where not convalidated and connamespace in ('public'::regnamespace, 'identity'::regnamespace) order by 1`)
  const broken =
    await names(`select indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    where not i.indisvalid and c.relnamespace = 'public'::regnamespace order by 1`)
  const reordered =
    await names(`select format('%I, from %s to %s', collname, collversion, pg_collation_actual_version(oid)) as name from pg_collation
    where collversion <> pg_collation_actual_version(oid) and oid in (select unnest(indcollation::oid[]) from pg_index)`)
  return [
    ...ours.filter((file) => !seen.includes(file)).map((file) => `${file} was not applied: run keelson migrate.`),
    ...seen
      .filter((file) => !ours.includes(file))
      .map((file) => `${file} is unknown to this version: a newer Keelson ran here.`),
    ...open.map((table) => `${table} has no row-level security.`),
    ...unchecked.map((constraint) => `The constraint ${constraint} was never checked.`),
    ...reordered.map(
      (collation) =>
        `The order of names is another than its indexes were built in (${collation}): docs/operating.md, When ICU is upgraded.`,
    ),
    ...broken.map((index) => `The index ${index} is not valid: drop it and create it again.`),
  ]
}

const ofFiles = async (client: pg.ClientBase, storage: Storage, say: (line: string) => void): Promise<string[]> => {
  const { rows } = await client.query<{ key: string; hash: string }>(
    "select workspace_id || '/' || hash as key, hash from file_object where gone_at is null order by 1",
  )
  const faults: string[] = []
  for (const [at, { key, hash }] of rows.entries()) {
    const found = await hashOfObject(storage, key)
    if (found !== hash)
      faults.push(`The file ${key} is ${found === undefined ? "missing" : "not the one that was stored"}.`)
    if (at % 1_000 === 999) say(`${(at + 1).toLocaleString("en")} of ${rows.length.toLocaleString("en")} files.`)
  }
  return faults
}

const hashOfObject = async (storage: Storage, key: string): Promise<string | undefined> => {
  const bytes = await storage.read(key)
  if (!bytes) return undefined
  const hash = createHash("sha256")
  for await (const chunk of bytes) hash.update(chunk as Buffer)
  return hash.digest("hex")
}

const againstBackup = async (
  client: pg.ClientBase,
  storage: Storage,
  { tables, files }: Manifest,
  say: (line: string) => void,
): Promise<string[]> => {
  const faults: string[] = []
  const standing = new Map((await keptTables(client)).map((table) => [table.name, table]))
  for (const [at, kept] of tables.entries()) {
    const table = standing.get(kept.name)
    const rows = openRowsHash()
    if (table)
      for await (const lines of linesOf(client, { ...table, columns: kept.columns }))
        for (const line of lines) rows.add(line)
    if (rows.rows !== kept.rows) faults.push(`${kept.name} has ${rows.rows} rows, the backup ${kept.rows}.`)
    else if (rows.hash !== kept.rowsHash) faults.push(`Rows of ${kept.name} are not as the backup has them.`)
    say(`${kept.name} (${at + 1} of ${tables.length} tables).`)
  }
  for (const { path } of files)
    if (path.startsWith("objects/") && !(await storage.has(path.slice("objects/".length))))
      faults.push(`The file ${path} of the backup is missing.`)
  return faults
}
