import { spawnSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import pg from "pg"
import type { Effort } from "./http.ts"
import { compareHttp, measureReads } from "./http.ts"
import { withPlace } from "./place.ts"
import { growthSection, httpSection, opening, printed, sectionOf, startSection, withSection } from "./report.ts"
import type { Sizes } from "./seed.ts"
import { fullSize } from "./seed.ts"
import { soak } from "./soak.ts"
import { measureStarts } from "./start.ts"
import type { WebFindings } from "./web/section.ts"
import { webSection } from "./web/section.ts"

/**
 * `npm run bench`: everything docs/benchmarks.md quotes but the soak, about an hour; `--growth-to` and `--scan` take smaller numbers of
 * partnerships for less time, and the report says which. `npm run bench -- --quick` measures a twentieth of the data in a few
 * minutes and prints the report instead of writing it. `npm run bench -- --only import` (or `http`, `growth`,
 * `start`, `scan`, `portfolio`, `web`, `documents`, `soak`, or several with commas) measures that alone and writes its section anew; a soak takes `--minutes`.
 */
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    "growth-to": { type: "string", default: "1000000" },
    scan: { type: "string", default: String(fullSize.partnerships) },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "5" },
    minutes: { type: "string", default: "30" },
  },
})
const { quick } = values
const sizes: Sizes = quick ? { partnerships: 5_000, activities: 50_000, events: 100_000 } : fullSize
const growth = quick ? { from: 1_000, to: 20_000 } : { from: 10_000, to: Number(values["growth-to"]) }
const effort: Effort = {
  seconds: quick ? 1 : Number(values.seconds),
  rounds: quick ? 3 : Number(values.rounds),
  connections: [1, 8, 32],
}
const say = (line: string) => process.stderr.write(`bench: ${line}\n`)

const readsAt = (partnerships: number) => {
  say(`list, get and home at ${partnerships} partnerships`)
  const few = { partnerships, activities: partnerships * 2, events: partnerships * 2, share: 1 }
  return withPlace(few, (place) => measureReads(place, effort))
}

const versionOf = async (databaseUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ version: string }>("select split_part(version(), ' on ', 1) as version")
  await client.end()
  return rows[0]?.version ?? "PostgreSQL"
}

/** A bench that prints its own figures. */
const runOther = (name: string, file: string, ...args: readonly string[]): string => {
  say(name)
  const path = join(import.meta.dirname, file)
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, path, ...args], {
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`${file} failed:\n${stderr}`)
  return stdout.trim()
}

const measureSoak = (): Promise<string> => {
  say(`soaking for ${values.minutes} minutes`)
  return soak(Number(values.minutes))
}

const measureHttp = (): Promise<string> => {
  say(`HTTP over ${sizes.partnerships} partnerships`)
  return withPlace(sizes, async (place) =>
    httpSection(sizes, await compareHttp(place, effort), await versionOf(place.databaseUrl)),
  )
}

const measureGrowth = async (): Promise<string> => {
  say(`deep pages over ${sizes.partnerships} partnerships`)
  const reads = await withPlace(sizes, (place) => measureReads(place, effort))
  return growthSection({ reads, ...growth, before: await readsAt(growth.from), after: await readsAt(growth.to) })
}

/** Each part is measured, and written anew, without the others. */
const sections: Readonly<Record<string, () => string | Promise<string>>> = {
  http: measureHttp,
  growth: measureGrowth,
  start: async () => startSection(await measureStarts()),
  web: () =>
    webSection(JSON.parse(runOther("web", "web.ts", ...(quick ? ["5000", "--rounds", "1"] : []))) as WebFindings),
  import: () =>
    printed(
      "Import",
      "Budget: 6 x COPY of the same rows into the bare table.",
      runOther("import", "import.ts", ...(quick ? ["50000"] : [])),
    ),
  scan: () =>
    printed(
      "Drift scan",
      "Budget: 100,000 partnerships of 12 signals and 156 weeks in 3 minutes on two cores, 1.5 GiB; 1,000 changed ones in 5 s.",
      runOther("drift scan", "scan.ts", quick ? "1000" : values.scan),
    ),
  portfolio: () =>
    printed(
      "Portfolio",
      "Budget: >= 900 requests/s of a page of fifty lines with all figures, 32 connections, page 1 and page 1,000 alike; p99 <= 1.5 x from 10,000 to 1,000,000 partnerships.",
      runOther(
        "portfolio",
        "portfolio.ts",
        ...(quick ? ["--sizes", "1000,20000"] : ["--sizes", `10000,${values["growth-to"]}`]),
      ),
    ),
  documents: () =>
    printed(
      "Documents",
      "Budget: a PDF of a partnership in 300 ms end to end, a workbook of 100,000 rows x 10 in 15 s and in constant memory, both off the request's thread. Server, its two making threads and the reader share one process here, so the memory is that of all.",
      runOther("documents", "documents.ts", ...(quick ? ["5000", "20000"] : [])),
    ),
  capacity: () =>
    printed(
      "Capacity",
      "Reckoned from the measured costs above, as docs/scaling.md says.",
      runOther("capacity", "capacity.ts"),
    ),
  cluster: () =>
    printed("Cluster", "The same requests against the cluster of CITUS_URL.", runOther("cluster", "cluster.ts")),
  soak: async () =>
    printed(
      "Soak",
      "Mixed load over more connections than the pool can take at once. Budget: no growth of memory, queues bounded, every 503 with Retry-After.",
      await measureSoak(),
    ),
}

const file = join(import.meta.dirname, "..", "docs", "benchmarks.md")
const standing = readFileSync(file, "utf8")

/** The whole report; a soak that stands there stays. */
const soaked = sectionOf(standing, "## Soak")
const all = Object.keys(sections).filter((name) => name !== "soak" && name !== "cluster")

let report = values.only === undefined ? opening() : standing
for (const name of values.only?.split(",") ?? all) {
  const measure = sections[name]
  if (measure === undefined)
    throw new Error(`There is no section ${name}; there are ${Object.keys(sections).join(", ")}.`)
  report = withSection(report, await measure())
}
if (values.only === undefined && soaked) report = withSection(report, soaked.trimEnd())
if (quick) process.stdout.write(report)
else writeFileSync(file, `${report.trimEnd()}\n`)
