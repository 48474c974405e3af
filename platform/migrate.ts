import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { Logger, runMigrations } from "graphile-worker"
import pg from "pg"

/** Any number; the same for every Keelson, so that two servers that start together migrate one after the other. */
const migrationLock = 5_155_001

/** The oldest PostgreSQL that knows everything we ask of it. */
const oldestVersion = 15

/** The database cannot be brought forward. The message is one sentence that says what to do. */
export class MigrationFault extends Error {
  override name = "MigrationFault"
}

const ownFolder = join(import.meta.dirname, "..", "migrations")

/**
 * Brings the database forward: the job queue's own tables, then each `NNNN_*.sql` not yet recorded, each in its own
 * transaction. Safe to call from several servers at once. Throws with the file's name when one fails.
 */
export const migrate = async ({
  ownerUrl,
  folder = ownFolder,
}: {
  ownerUrl: string
  folder?: string
}): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 })
  // A server that goes away in between is found out by the next statement.
  client.on("error", () => {})
  await client.connect()
  try {
    await checkVersion(client)
    await client.query("select pg_advisory_lock($1)", [migrationLock])
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
    await client.query(
      "create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())",
    )
    const applied = new Set(
      (await client.query<{ name: string }>("select name from schema_migration")).rows.map((row) => row.name),
    )
    const files = (await readdir(folder)).filter((file) => /^\d{4}_.*\.sql$/.test(file)).sort()
    for (const file of files) if (!applied.has(file)) await apply(client, folder, file)
  } finally {
    await client.end()
  }
}

const checkVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ server_version: string }>("show server_version")
  const version = rows[0]?.server_version ?? "unknown"
  if (Number.parseInt(version, 10) < oldestVersion)
    throw new MigrationFault(
      `The database is PostgreSQL ${version}; Keelson needs ${oldestVersion} or newer: upgrade it, or name another in DATABASE_URL.`,
    )
}

const apply = async (client: pg.Client, folder: string, file: string): Promise<void> => {
  const sql = await readFile(join(folder, file), "utf8")
  try {
    await client.query(`begin;\n${sql}\n;insert into schema_migration (name) values ('${file}'); commit;`)
  } catch (cause) {
    await client.query("rollback").catch(() => {})
    throw new MigrationFault(`migration ${file} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}
