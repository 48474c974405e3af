import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start"
import { startKeelson } from "./child.ts"
import { fillFigures } from "./fill.ts"
import type { Place } from "./http.ts"
import { setUp } from "./people.ts"
import type { Sizes } from "./seed.ts"
import { seed } from "./seed.ts"

/** A database of the bench's own in a temporary folder, set up as a first owner would and filled; gone after `use`. */
export const withPlace = async <T>(sizes: Sizes, use: (place: Place) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "keelson-bench-"))
  // Else the server's own user could not pass, and its files would go elsewhere and outlast the bench.
  chmodSync(folder, 0o711)
  const postgres = await startEmbeddedPostgres({ folder: join(folder, "postgres"), log: () => {} })
  try {
    const databaseUrl = postgres.ownerUrl
    const keelson = await startKeelson({ folder, databaseUrl, only: "web" })
    const slug = await setUp(keelson).finally(() => keelson.stop())
    const workspaceId = await workspaceOf(databaseUrl, slug)
    await told("rows", () => seed(databaseUrl, workspaceId, sizes))
    await told("figures", () => fillFigures(folder, databaseUrl, workspaceId))
    await told("statistics", () => analyse(databaseUrl))
    return await use({ folder, databaseUrl, slug, workspaceId })
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Filling takes minutes, and whoever waits wants to know for what. */
const told = async (what: string, work: () => Promise<void>): Promise<void> => {
  const begun = performance.now()
  await work()
  process.stderr.write(`${what}: ${((performance.now() - begun) / 1_000).toFixed(1)} s\n`)
}

/** As autovacuum does sooner or later: without it the filled table is planned as the empty one it was. */
const analyse = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query("vacuum analyze").finally(() => client.end())
}

/** The id of the workspace at an address. */
export const workspaceOf = async (databaseUrl: string, slug: string): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>("select id from workspace where slug = $1", [slug])
    return rows[0]?.id ?? ""
  } finally {
    await client.end()
  }
}
