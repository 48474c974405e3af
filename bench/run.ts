import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import pg from "pg"
import type { Effort } from "./http.ts"
import { compareHttp, measureReads } from "./http.ts"
import { withPlace } from "./place.ts"
import type { Findings } from "./report.ts"
import { reportOf } from "./report.ts"
import type { Sizes } from "./seed.ts"
import { fullSize } from "./seed.ts"
import { soak } from "./soak.ts"
import { measureStarts } from "./start.ts"
import type { WebFindings } from "./web/section.ts"
import { webSection } from "./web/section.ts"

/**
 * `npm run bench`: everything docs/benchmarks.md quotes, about an hour; `--growth-to` and `--scan` take smaller numbers of
 * partnerships for less time, and the report says which. `npm run bench -- --quick` measures a twentieth of the data in a few
 * minutes and prints the report instead of writing it. `npm run bench -- --web` measures the pages alone and writes their section
 * anew. `npm run bench -- --soak 30` only soaks, for that many minutes, see soak.ts.
 */
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    web: { type: "boolean", default: false },
    "growth-to": { type: "string", default: "1000000" },
    scan: { type: "string", default: String(fullSize.partnerships) },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "5" },
    soak: { type: "string" },
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

/** A bench that prints its own figures, when it is there. */
const runOther = (name: string, file: string, ...args: readonly string[]): Findings["others"] => {
  const path = join(import.meta.dirname, file)
  if (!existsSync(path)) return []
  say(name)
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, path, ...args], {
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`${file} failed:\n${stderr}`)
  return [{ name, said: stdout.trim() }]
}

if (values.soak !== undefined) {
  say(`soaking for ${values.soak} minutes`)
  process.stdout.write(`${await soak(Number(values.soak))}\n`)
  process.exit()
}

const measureWeb = (): WebFindings => {
  const [web] = runOther("Web", "web.ts", ...(quick ? ["5000", "--rounds", "1"] : []))
  if (!web) throw new Error("bench/web.ts is missing")
  return JSON.parse(web.said) as WebFindings
}

const measureAll = async (): Promise<string> => {
  say("starts")
  const starts = await measureStarts()
  say(`HTTP over ${sizes.partnerships} partnerships`)
  const overHttp = await withPlace(sizes, async (place) => ({
    comparisons: await compareHttp(place, effort),
    reads: await measureReads(place, effort),
    postgres: await versionOf(place.databaseUrl),
  }))
  const before = await readsAt(growth.from)
  const after = await readsAt(growth.to)
  return reportOf({
    sizes,
    ...overHttp,
    growth: { ...growth, before, after },
    starts,
    web: measureWeb(),
    others: [
      ...runOther("Import", "import.ts", ...(quick ? ["50000"] : [])),
      ...runOther("Drift scan", "scan.ts", quick ? "1000" : values.scan),
    ],
  })
}

/** The report as it stands with a new section about the web, at the old one's place or at its end. */
const withNewWeb = (report: string): string => {
  const section = `${webSection(measureWeb())}\n\n`
  const old = /^## Web\n[\s\S]*?(?=^## |$(?![\s\S]))/m
  const renewed = old.test(report) ? report.replace(old, () => section) : `${report.trimEnd()}\n\n${section}`
  return `${renewed.trimEnd()}\n`
}

const file = join(import.meta.dirname, "..", "docs", "benchmarks.md")
if (values.web) writeFileSync(file, withNewWeb(readFileSync(file, "utf8")))
else if (quick) process.stdout.write(`${await measureAll()}\n`)
else writeFileSync(file, `${await measureAll()}\n`)
