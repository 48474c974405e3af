import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { Logger, runMigrations } from "graphile-worker"
import pg from "pg"
import { isDistributed } from "./cluster/catalogue.ts"
import { checkRolesOnWorkers, distribute } from "./cluster/distribute.ts"
import { grantQueue, letRolesIn } from "./roles.ts"

/** Any number; the same for every Keelson, so that two servers that start together migrate one after the other. */
const migrationLock = 5_155_001

/** The oldest PostgreSQL that knows everything we ask of it. */
const oldestVersion = 15

/** The database cannot be brought forward. The message is one sentence that says what to do. */
export class MigrationFault extends Error {
  override name = "MigrationFault"
}

const ownFolder = join(import.meta.dirname, "..", "migrations")

type Options = Readonly<{
  ownerUrl: string
  folder?: string
  say?: (line: string) => void
  /** How long a migration waits for whoever reads or writes a table it changes, before it lets them by and tries again. */
  lockPatienceMs?: number
  /** Only these, as a database of then had seen them. */
  upTo?: readonly string[]
}>

/**
 * Brings the database forward: the job queue's own tables, then each `NNNN_*.sql` not yet recorded, each in its own
 * transaction; and spreads new tables where the database is a cluster. Safe to call from several servers at once, and while
 * servers of the version before serve. Throws with the file's name when one fails.
 */
export const migrate = async ({
  ownerUrl,
  folder = ownFolder,
  say = () => {},
  lockPatienceMs = 2_000,
  upTo,
}: Options): Promise<void> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 10_000,
    // Without Citus these mean nothing. A new table stays what it is until it is spread; changes go shard by shard.
    options: "-c citus.enable_local_reference_table_foreign_keys=off -c citus.multi_shard_modify_mode=sequential",
  })
  // A server that goes away in between is found out by the next statement.
  client.on("error", () => {})
  await client.connect()
  try {
    await checkVersion(client)
    await takeTurn(client)
    await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
    await client.query(
      "create table if not exists schema_migration (name text primary key, applied_at timestamptz not null default now())",
    )
    const isCluster = await isDistributed(client)
    if (isCluster) await distribute(client, say)
    const waiting = await waitingMigrations(client, folder)
    await client.query(`set lock_timeout = ${lockPatienceMs}`)
    for (const file of waiting) if (upTo?.includes(file) ?? true) await apply(client, folder, file, say)
    await client.query("set lock_timeout = 0")
    if (upTo === undefined) {
      await client.query(grantQueue)
      await letRolesIn(client, ownerUrl)
    }
    if (isCluster) {
      await distribute(client, say)
      await checkRolesOnWorkers(client)
    }
  } finally {
    await client.end()
  }
}

/** Asked for again and again, because whoever waits in one statement is waited for by `create index concurrently`: neither would end. */
const takeTurn = async (client: pg.Client): Promise<void> => {
  for (;;) {
    const { rows } = await client.query<{ is: boolean }>("select pg_try_advisory_lock($1) as is", [migrationLock])
    if (rows[0]?.is) return
    await pause(100)
  }
}

/** Migrations of the folder that the database has not seen, in their order. */
export const waitingMigrations = async (client: pg.ClientBase, folder = ownFolder): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>("select name from schema_migration")
  const applied = new Set(rows.map(({ name }) => name))
  return (await migrationsIn(folder)).filter((file) => !applied.has(file))
}

export const migrationsIn = async (folder = ownFolder): Promise<readonly string[]> =>
  (await readdir(folder)).filter((file) => /^\d{4}_.*\.sql$/.test(file)).sort()

const checkVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ server_version: string }>("show server_version")
  const version = rows[0]?.server_version ?? "unknown"
  if (Number.parseInt(version, 10) < oldestVersion)
    throw new MigrationFault(
      `The database is PostgreSQL ${version}; Keelson needs ${oldestVersion} or newer: upgrade it, or name another in DATABASE_URL.`,
    )
}

/** Whoever waits for a table keeps all others from it who come later; so nobody waits for long, and is patient by coming again. */
const attempts = 30
const lockNotAvailable = "55P03"

const apply = async (client: pg.Client, folder: string, file: string, say: (line: string) => void): Promise<void> => {
  const sql = await readFile(join(folder, file), "utf8")
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(client, file, sql)
    } catch (cause) {
      await client.query("rollback").catch(() => {})
      if ((cause as { code?: string }).code === lockNotAvailable && attempt < attempts) {
        say(`${file} waits for whoever uses a table it changes (${attempt} of ${attempts}).`)
        await pause(Math.min(100 * attempt, 2_000))
        continue
      }
      throw new MigrationFault(`migration ${file} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      })
    }
  }
}

/** `create index concurrently` and its like refuse a transaction; such a file says so first, and each statement may come twice. */
const outside = /^-- outside a transaction\b/

const applyOnce = async (client: pg.Client, file: string, sql: string): Promise<void> => {
  const recorded = `insert into schema_migration (name) values ('${file}')`
  if (!outside.test(sql)) {
    await client.query(`begin;\n${sql}\n;${recorded}; commit;`)
    return
  }
  // Such statements wait for every transaction there is, and keep nobody out meanwhile.
  const patience = await client.query<{ lock_timeout: string }>("show lock_timeout")
  await client.query("set lock_timeout = 0")
  for (const statement of [...sql.split(/;\s*$/m), recorded]) if (statement.trim()) await client.query(statement)
  await client.query(`set lock_timeout = '${patience.rows[0]?.lock_timeout}'`)
}
