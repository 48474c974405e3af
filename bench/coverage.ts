import { parseArgs } from "node:util"
import pg from "pg"
import { startKeelson } from "./child.ts"
import { load } from "./load.ts"
import { signIn } from "./people.ts"
import { withPlace } from "./place.ts"

/**
 * The coverage map over many companies, one reader at a time: the map itself by parts of the world and by regions, and the companies of a cell. Prints a
 * table. `node bench/coverage.ts [--companies 100000]`.
 */
const { values } = parseArgs({
  options: { companies: { type: "string", default: "100000" }, seconds: { type: "string", default: "5" } },
})
const [partnerships, seconds] = [Number(values.companies), Number(values.seconds)]

const paths = [
  ...["/coverage", "/coverage?places=region&entries=capability"],
  "/coverage/companies?place=155&entry=retail",
]

await withPlace({ partnerships, activities: 0, events: 0, share: 1 }, async (place) => {
  const client = new pg.Client({ connectionString: place.databaseUrl })
  await client.connect()
  await client
    .query(`update organization set
      country = ('{DE,FR,GB,US,BR,JP,IN,ZA,AU,SE}'::text[])[1 + abs(hashtext(id::text)) % 10],
      industries = ('{"{Retail}","{Health}","{Retail,Finance}","{Mining}","{}"}'::text[])[1 + abs(hashtext(name)) % 5]::text[],
      capabilities = ('{"{Training}","{Integration,Support}","{}"}'::text[])[1 + abs(hashtext(name)) % 3]::text[]`)
    .then(() => client.query("vacuum analyze organization"))
    .finally(() => client.end())
  const keelson = await startKeelson({ ...place, only: "web" })
  try {
    const headers = { cookie: await signIn(keelson) }
    for (const path of paths) {
      const requests = [{ method: "GET", path: `/api/w/${place.slug}${path}` }]
      const { p50, p99 } = await load({ url: keelson.address, headers, requests, connections: 1, seconds })
      process.stdout.write(`| ${path} | ${p50.toFixed(0)} ms | ${p99.toFixed(0)} ms |\n`)
    }
  } finally {
    await keelson.stop()
  }
})
