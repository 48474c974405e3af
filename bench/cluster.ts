import { openKeelson } from "#composition"
import type { System } from "#core/actor"
import { findOrganization, insertOrganization } from "#modules/organizations"
import { foundWorkspace } from "#modules/workspaces"
import { isCitus } from "#platform/cluster/catalogue"
import { distribute } from "#platform/cluster/distribute"
import { readConfig } from "#platform/config"
import { newId } from "#platform/ids"
import { migrate } from "#platform/migrate"
import { withClient } from "./with-client.ts"

/**
 * Acts a second on the cluster of CITUS_URL (the first machine's empty database), by one workspace and by many: what many do should grow
 * with the workers. `npm run bench -- --only cluster`.
 */
const url = process.env["CITUS_URL"]
const seconds = Number(process.argv[2] ?? 5)
const atOnce = 32

const actsASecond = async (actors: readonly System[], act: (actor: System) => Promise<unknown>): Promise<number> => {
  const end = performance.now() + seconds * 1_000
  let acts = 0
  const visitor = async (which: number) => {
    for (; performance.now() < end; acts++) await act(actors[(which + acts) % actors.length] as System)
  }
  await Promise.all(Array.from({ length: atOnce }, (_, which) => visitor(which)))
  return Math.round(acts / seconds)
}

const measure = async (ownerUrl: string): Promise<object> => {
  await migrate({ ownerUrl })
  const steps = await withClient(ownerUrl, (client) => distribute(client, () => {}))
  const config = readConfig({ KEELSON_SECRET: "x".repeat(32), LOG_LEVEL: "warn", DATABASE_CONNECTIONS: String(atOnce) })
  const { platform, close } = openKeelson({ config, ownerUrl })
  try {
    const found = (name: string) =>
      platform.transact({ kind: "anonymous" }, (tx) =>
        foundWorkspace(tx, { name, timeZone: "Europe/Berlin", currency: "EUR" }, []),
      )
    const many: System[] = []
    for (let at = 0; at < 64; at++) many.push(await found(`Bench ${at}`))
    const act = (actor: System) =>
      platform.transact(actor, async (tx) => {
        const id = newId()
        await insertOrganization(tx, id, { name: `Company ${id}` })
        await findOrganization(tx, id)
      })
    const workers = await withClient(ownerUrl, (client) =>
      client.query("select count(*)::int as count from pg_dist_node where isactive and shouldhaveshards"),
    )
    return {
      machines: workers.rows[0]?.count,
      steps,
      oneWorkspace: await actsASecond(many.slice(0, 1), act),
      manyWorkspaces: await actsASecond(many, act),
    }
  } finally {
    await close()
  }
}

if (url === undefined)
  process.stdout.write(
    "Not measured: set CITUS_URL to an empty database on the first machine of a Citus cluster with its workers added.\n",
  )
else if (!(await withClient(url, isCitus)))
  process.stdout.write(
    "Not measured: the database of CITUS_URL has no Citus; run create extension citus and add its workers.\n",
  )
else process.stdout.write(`${JSON.stringify(await measure(url))}\n`)
