import { once } from "node:events"
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { finished } from "node:stream/promises"
import pg from "pg"
import { openKeelson } from "#composition"
import { acceptFile, catalogueOf, findRun, prepareRun, workOn } from "#modules/imports"
import { foundWorkspace } from "#modules/workspaces"
import { readConfig } from "#platform/config"
import { migrate } from "#platform/database"
import { startEmbeddedPostgres } from "#platform/embedded-postgres/start"

/**
 * A million activities through the whole import (reading, checking, partner look-up, recording with every constraint and
 * index) against COPY of the same rows into a bare table, side by side in one run. `node bench/import.ts [rows] [ids]`;
 * with "ids" every row carries the id of another system, which is looked up.
 */
const rows = Number(process.argv[2] ?? 1_000_000)
const withIds = process.argv[3] === "ids"
const partners = 1_000
const kinds = ["workshop", "call", "executive meeting", "enablement session", "contribution merged"]

const folder = mkdtempSync(join(tmpdir(), "keelson-bench-"))
chmodSync(folder, 0o711) // the database server's own user has to pass
const server = await startEmbeddedPostgres({ folder: join(folder, "postgres"), log: () => {}, preferredPort: 0 })
const { ownerUrl } = server
await migrate({ ownerUrl })
const config = readConfig({ KEELSON_FOLDER: folder, LOG_LEVEL: "warn" })
const keelson = openKeelson({ config, ownerUrl })
const catalogue = catalogueOf(keelson.platform)
const owner = new pg.Client({ connectionString: ownerUrl })
await owner.connect()
try {
  const user = { id: "bench", name: "Bench", email: "bench@example.com", locale: "en" }
  const system = await keelson.platform.transact({ kind: "anonymous" }, (tx) =>
    foundWorkspace(tx, { name: "Bench", timeZone: "Europe/Berlin", currency: "EUR" }, [{ user, role: "owner" }]),
  )
  const write = async (name: string, line: (at: number) => string, count: number, head: string): Promise<string> => {
    const path = join(folder, name)
    const out = createWriteStream(path)
    out.write(head)
    for (let at = 0; at < count; at++) if (!out.write(line(at))) await once(out, "drain")
    out.end()
    await finished(out)
    return path
  }
  const day = (at: number) => new Date(Date.UTC(2023, 0, 1) + (at % 1_000) * 86_400_000).toISOString().slice(0, 10)
  const run = async (path: string) => {
    const { id } = await keelson.platform.transact(system, async (tx) => {
      const accepted = await acceptFile(tx, catalogue, { path, fileName: "bench.csv", bytes: 0, hash: path })
      if ("refusal" in accepted) throw new Error(accepted.refusal)
      const prepared = await prepareRun(tx, catalogue, accepted.id, "importing")
      if ("refusal" in prepared) throw new Error(prepared.refusal)
      return prepared
    })
    const began = performance.now()
    await workOn(keelson.platform, system, id)
    const seconds = (performance.now() - began) / 1_000
    return { seconds, run: await keelson.platform.transact(system, (tx) => findRun(tx, id)) }
  }
  await run(await write("partners.csv", (at) => `Partner ${at},reseller\n`, partners, "name,type\n"))
  const activities = await write(
    "activities.csv",
    (at) =>
      `Partner ${(at * 7) % partners},${day(at)},${kinds[at % 5]},Person ${at % 5_000},"Agreed, and noted as ${at}",1.5${withIds ? `,A-${at}` : ""}\n`,
    rows,
    `partner,date,kind,person,summary,hours${withIds ? ",external_id" : ""}\n`,
  )
  /** Processor seconds of all connections so far: on a machine with other work they say more than the clock. */
  const serverCpu = async (): Promise<number> => {
    const { rows: backends } = await owner.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend'",
    )
    return backends.reduce((sum, { pid }) => {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? []
      return sum + (Number(fields[11]) + Number(fields[12])) / 100
    }, 0)
  }
  let peak = 0
  const meter = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 100)
  const before = process.memoryUsage().rss
  const cpu = process.cpuUsage()
  const serverBefore = await serverCpu()
  const { seconds, run: done } = await run(activities)
  clearInterval(meter)
  const used = process.cpuUsage(cpu)
  const serverUsed = (await serverCpu()) - serverBefore
  if (done?.summary.created?.["activity"] !== rows) throw new Error(`not all rows: ${JSON.stringify(done?.summary)}`)

  const { rows: sizes } = await owner.query<{ bytes: string }>("select pg_total_relation_size('activity') as bytes")
  // COPY leaves generated columns out, and so does the bare table.
  const { rows: kept } = await owner.query<{
    columns: string
  }>(`select string_agg(quote_ident(attname), ',' order by attnum) as columns
    from pg_attribute where attrelid = 'activity'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`)
  await owner.query(`create table bare as select ${kept[0]?.columns} from activity with no data`)
  const dump = "/tmp/keelson-bench.tsv"
  await owner.query(`copy activity to '${dump}'`)
  const copies: number[] = []
  const copyBefore = await serverCpu()
  for (let at = 0; at < 3; at++) {
    await owner.query("truncate bare")
    const began = performance.now()
    await owner.query(`copy bare from '${dump}'`)
    copies.push((performance.now() - began) / 1_000)
  }
  rmSync(dump, { force: true })
  const copyUsed = ((await serverCpu()) - copyBefore) / copies.length
  const copy = copies.toSorted((a, b) => a - b)[1] ?? 0
  const round = (value: number) => Math.round(value * 100) / 100
  process.stdout.write(
    `${JSON.stringify({
      rows,
      withIds,
      importSeconds: round(seconds),
      copySeconds: round(copy),
      ratio: round(seconds / copy),
      nodeCpuSeconds: round((used.user + used.system) / 1e6),
      serverCpuSeconds: round(serverUsed),
      copyCpuSeconds: round(copyUsed),
      rowsPerSecond: Math.round(rows / seconds),
      bytesPerRow: Math.round(Number(sizes[0]?.bytes) / rows),
      rssBeforeMb: Math.round(before / 1e6),
      rssPeakMb: Math.round(peak / 1e6),
    })}\n`,
  )
} finally {
  await owner.end()
  await keelson.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
