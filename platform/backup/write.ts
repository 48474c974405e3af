import { createHash } from "node:crypto"
import { createReadStream, createWriteStream, type Dirent, existsSync } from "node:fs"
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { Readable, Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import type pg from "pg"
import type { Instant } from "#core/time"
import { isDiskFull } from "#platform/disk-full"
import type { Storage } from "#platform/storage/storage"
import { BackupFault, format, type Manifest, manifestFile, sealed } from "./manifest.ts"
import { exactText, type Kept, keptTables, linesOf, openRowsHash, sequencesOf } from "./tables.ts"

export type BackupOf = Readonly<{
  client: pg.ClientBase
  storage: Storage
  /** Where files of imports that are not done yet lie. */
  uploads: string
  madeAt: Instant
  say: (line: string) => void
}>

/**
 * Writes everything that is kept into a new folder: all rows as they stood at one moment, and then the files, which are never changed
 * and are there before the rows that name them. Until it is whole the folder is called `<folder>.partial`.
 */
export const writeBackup = async (of: BackupOf, folder: string): Promise<Manifest> => {
  if (existsSync(folder)) throw new BackupFault(`${folder} is there already: name a folder that is not there yet.`)
  const partial = `${folder}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(join(partial, "tables"), { recursive: true, mode: 0o700 })
  try {
    const rows = await writeRowsOf(of, partial)
    const files = [...(await copyObjects(of, partial)), ...(await copyUploads(of, partial))]
    const manifest: Manifest = { format, madeAt: of.madeAt, ...rows, files }
    await writeFile(join(partial, manifestFile), sealed(manifest), { mode: 0o600 })
    await rename(partial, folder)
    return manifest
  } catch (fault) {
    await rm(partial, { recursive: true, force: true })
    throw isDiskFull(fault)
      ? new BackupFault(`The disk of ${folder} is full: free some space, or name a folder on another disk.`)
      : fault
  }
}

const writeRowsOf = async ({ client, say }: BackupOf, folder: string) => {
  await client.query(`begin isolation level repeatable read read only; ${exactText.replaceAll("set ", "set local ")}`)
  try {
    const { rows: seen } = await client.query<{ name: string }>("select name from schema_migration order by name")
    const kept = await keptTables(client)
    const tables: Manifest["tables"] = []
    for (const table of kept) {
      const written = await writeTable(client, table, tableFile(folder, table.name))
      tables.push({ name: table.name, columns: [...table.columns], ...written })
      say(`${table.name}: ${written.rows.toLocaleString("en")} rows (${tables.length} of ${kept.length} tables).`)
    }
    return { migrations: seen.map(({ name }) => name), tables, sequences: await sequencesOf(client) }
  } finally {
    await client.query("rollback")
  }
}

export const tableFile = (folder: string, name: string): string =>
  join(folder, "tables", `${name.replaceAll('"', "")}.jsonl`)

const writeTable = async (client: pg.ClientBase, table: Kept, path: string) => {
  const rows = openRowsHash()
  const file = createHash("sha256")
  async function* text() {
    for await (const lines of linesOf(client, table)) {
      for (const line of lines) rows.add(line)
      const piece = `${lines.join("\n")}\n`
      file.update(piece)
      yield piece
    }
  }
  await pipeline(Readable.from(text()), createWriteStream(path, { mode: 0o600, flags: "wx" }))
  return { rows: rows.rows, rowsHash: rows.hash, hash: file.digest("hex") }
}

const copyObjects = async ({ storage, say }: BackupOf, folder: string): Promise<Manifest["files"]> => {
  const files: Manifest["files"] = []
  for await (const { key } of storage.list()) {
    const bytes = await storage.read(key)
    if (bytes) files.push(await copy(bytes, folder, `objects/${key}`))
    if (files.length % 1_000 === 999) say(`${(files.length + 1).toLocaleString("en")} files.`)
  }
  return files
}

const copyUploads = async ({ uploads }: BackupOf, folder: string): Promise<Manifest["files"]> => {
  const found: Dirent[] = await readdir(uploads, { withFileTypes: true }).catch(() => [])
  const files: Manifest["files"] = []
  for (const { name } of found.filter((each) => each.isFile() && /^[\w-]+$/.test(each.name)))
    files.push(await copy(createReadStream(join(uploads, name)), folder, `uploads/${name}`))
  return files
}

const copy = async (from: Readable, folder: string, path: string): Promise<Manifest["files"][number]> => {
  const hash = createHash("sha256")
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
  await pipeline(from, meter, createWriteStream(join(folder, path), { mode: 0o600, flags: "wx" }))
  return { path, bytes, hash: hash.digest("hex") }
}
