import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { copyFile, mkdir, rm } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import { isDiskFull } from "#platform/disk-full"
import { migrate, migrationsIn } from "#platform/migrate"
import type { Storage } from "#platform/storage/storage"
import { type KeptErasure, repeatErasures } from "./erasures.ts"
import { BackupFault, type Manifest, readManifest } from "./manifest.ts"
import { exactText, type Kept, keptTables, openRowsHash } from "./tables.ts"
import { tableFile } from "./write.ts"

export type RestoreInto = Readonly<{
  client: pg.ClientBase
  ownerUrl: string
  storage: Storage
  uploads: string
  /** A folder on the same disk as the files' for what is on its way there. */
  passing: string
  say: (line: string) => void
  /** Who was erased since, as far as it is known: they are erased again before anybody can look. */
  erasures?: readonly KeptErasure[]
}>

/**
 * Brings a backup into an empty database: looks whether it is whole, makes the tables as they were then, fills them in one transaction
 * that is kept only if every row is there, and brings the database forward to this version. Nothing is written before the backup is known to be whole.
 */
export const restoreBackup = async (into: RestoreInto, folder: string): Promise<Manifest> => {
  const { client, ownerUrl, say } = into
  const manifest = await readManifest(folder)
  await checkWhole(folder, manifest, say)
  await checkEmpty(client)
  await checkKnown(manifest)
  // Before the rows: where there is no room for them, the database is still empty, and the same is tried again.
  await bringFiles(into, folder, manifest)
  await migrate({ ownerUrl, upTo: manifest.migrations })
  await client.query(`begin; ${exactText.replaceAll("set ", "set local ")}`)
  try {
    await fill(into, folder, manifest)
    await client.query("commit")
  } catch (fault) {
    await client.query("rollback").catch(() => {})
    throw (fault as { code?: string }).code === "53100"
      ? new BackupFault("The database's disk is full: free some space, make the database anew and restore again.")
      : fault
  }
  await migrate({ ownerUrl, say })
  const repeated = await repeatErasures(client, into.erasures ?? [], manifest.madeAt)
  if (repeated > 0) say(`${repeated.toLocaleString("en")} people who were erased since are erased again.`)
  return manifest
}

const checkEmpty = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ found: string }>(`
    select format('%s.%s', n.nspname, c.relname) as found from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and (n.nspname in ('public', 'identity', 'graphile_worker'))
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1 limit 1`)
  if (rows[0])
    throw new BackupFault(
      `The database is not empty (it has the table ${rows[0].found}): restore into a new database or a new KEELSON_FOLDER, nothing was changed.`,
    )
}

const checkKnown = async ({ migrations }: Manifest): Promise<void> => {
  const ours = await migrationsIn()
  const unknown = migrations.find((name) => !ours.includes(name))
  if (unknown)
    throw new BackupFault(
      `The backup was made by a newer Keelson (it has ${unknown}): restore it with that version, nothing was changed.`,
    )
}

/** Reads every file of the backup against the manifest. */
export const checkWhole = async (folder: string, manifest: Manifest, say: (line: string) => void): Promise<void> => {
  const files = [
    ...manifest.tables.map(({ name, hash }) => ({ path: tableFile(folder, name), hash })),
    ...manifest.files.map(({ path, hash }) => ({ path: join(folder, path), hash })),
  ]
  for (const { path, hash } of files)
    if ((await hashOf(path)) !== hash)
      throw new BackupFault(
        `The backup is not whole: ${path} is missing, damaged or was changed; use another backup, nothing was changed.`,
      )
  say(`The backup of ${manifest.madeAt} is whole: ${files.length.toLocaleString("en")} files.`)
}

const hashOf = async (path: string): Promise<string | undefined> => {
  const hash = createHash("sha256")
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch {
    return undefined
  }
  return hash.digest("hex")
}

const fill = async ({ client, say }: RestoreInto, folder: string, manifest: Manifest): Promise<void> => {
  const { rows: keys } = await client.query<{ off: string; on: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
    from pg_constraint where contype = 'f' and connamespace in ('public'::regnamespace, 'identity'::regnamespace)`)
  for (const { off } of keys) await client.query(off)
  const tables = new Map((await keptTables(client)).map((table) => [table.name, table]))
  for (const [at, kept] of manifest.tables.entries()) {
    const table = tables.get(kept.name)
    if (!table || table.columns.join() !== kept.columns.join())
      throw new BackupFault(
        `The backup's table ${kept.name} is not as its migrations make it: use the version that made the backup.`,
      )
    await client.query(`delete from ${table.name}`)
    const { rows, hash } = await fillTable(client, table, tableFile(folder, kept.name))
    if (rows !== kept.rows || hash !== kept.rowsHash)
      throw new BackupFault(`The rows of ${kept.name} are not those of the backup.`)
    say(`${kept.name}: ${rows.toLocaleString("en")} rows (${at + 1} of ${manifest.tables.length} tables).`)
  }
  for (const { name, last } of manifest.sequences) await client.query("select setval($1::regclass, $2)", [name, last])
  for (const { on } of keys) await client.query(on)
}

const atOnce = 1_000

const fillTable = async (client: pg.ClientBase, { name, columns, types }: Kept, path: string) => {
  const values = types.map((type, at) => `(r ->> ${at})::${type}`).join(", ")
  const insert = `insert into ${name} (${columns.join(", ")}) overriding system value
    select ${values} from json_array_elements($1::json) r`
  const found = openRowsHash()
  let waiting: string[] = []
  const write = async () => {
    if (waiting.length > 0) await client.query(insert, [`[${waiting.join(",")}]`])
    waiting = []
  }
  for await (const line of linesIn(path)) {
    found.add(line)
    waiting.push(line)
    if (waiting.length === atOnce) await write()
  }
  await write()
  return { rows: found.rows, hash: found.hash }
}

/** By line feeds alone: Node's own reader of lines also ends one at U+2028, which text may hold. */
async function* linesIn(path: string): AsyncGenerator<string> {
  let rest = ""
  for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
    const lines = `${rest}${chunk}`.split("\n")
    rest = lines.pop() ?? ""
    yield* lines
  }
}

const bringFiles = async (
  { storage, uploads, passing }: RestoreInto,
  folder: string,
  { files }: Manifest,
): Promise<void> => {
  try {
    await mkdir(passing, { recursive: true })
    await mkdir(uploads, { recursive: true })
    for (const [at, { path }] of files.entries()) {
      const [kind, ...key] = path.split("/")
      if (kind === "uploads") await copyFile(join(folder, path), join(uploads, key.join("/")))
      else {
        // The store takes the file itself.
        const copy = join(passing, `restored-${at}`)
        await copyFile(join(folder, path), copy)
        await storage.put(key.join("/"), copy)
        await rm(copy, { force: true })
      }
    }
  } catch (fault) {
    throw isDiskFull(fault)
      ? new BackupFault(
          "The disk of the files is full: free some space and restore again; the database is still empty.",
        )
      : fault
  } finally {
    await rm(passing, { recursive: true, force: true })
  }
}
