import { cpus, totalmem, type } from "node:os"
import type { Comparison } from "./http.ts"
import type { Load } from "./load.ts"
import type { Sizes } from "./seed.ts"
import type { Starts } from "./start.ts"

export type Read = Readonly<{ name: string; load: Load }>

/** Reads of a full-size place, and of a small and a large one. */
export type Growth = Readonly<{
  reads: readonly Read[]
  from: number
  to: number
  before: readonly Read[]
  after: readonly Read[]
}>

const count = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 0 })
const ms = (value: number) => value.toFixed(2)
const times = (ours: number, theirs: number) => (ours / theirs).toFixed(2)
const row = (...cells: readonly string[]) => `| ${cells.join(" | ")} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n")

const p99Of = (reads: readonly Read[], wanted: (name: string) => boolean): number =>
  reads.find(({ name }) => wanted(name))?.load.p99 ?? Number.NaN
const p50Of = (reads: readonly Read[], wanted: (name: string) => boolean): number =>
  reads.find(({ name }) => wanted(name))?.load.p50 ?? Number.NaN

/** The section of a bench that prints its own figures. */
export const printed = (name: string, aim: string, said: string): string =>
  `## ${name}\n\n${aim}\n\n\`\`\`\n${said}\n\`\`\``

/** The report as it stands with a section anew, at the old one's place or at its end. */
export const withSection = (report: string, section: string): string => {
  const title = section.slice(0, section.indexOf("\n"))
  const old = sectionOf(report, title)
  return old === undefined ? `${report.trimEnd()}\n\n${section}\n` : report.replace(old, () => `${section}\n\n`)
}

/** A section of the report as it stands, to its end. */
export const sectionOf = (report: string, title: string): string | undefined =>
  report.match(new RegExp(`^${title}\\n[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, "m"))?.[0]

/** How docs/benchmarks.md begins: written by the bench, never by hand. */
export const opening = (): string =>
  [
    "# Benchmarks",
    "Written by `npm run bench`. Timings differ from machine to machine: what counts are the ratios, measured side by side in one run.",
    `${cpus().length} x ${cpus()[0]?.model ?? "unknown processor"}, ${count(totalmem() / 2 ** 30)} GiB, ${type()}; Node ${process.version}; ${new Date().toISOString().slice(0, 10)}.`,
  ].join("\n\n")

export const httpSection = (sizes: Sizes, comparisons: readonly Comparison[], postgres: string): string =>
  `## Over HTTP

${count(sizes.partnerships)} partnerships in four workspaces, ${count(sizes.activities)} activities, ${count(sizes.events)} events, ${postgres}. The ceiling is \`bench/limit\`: \`node:http\` and \`pg\` sending the very statements Keelson sends, without sessions, validation or views. Both take turns in short rounds; medians. Budget: throughput at least 0.5 x, p99 at most 2.5 x.

${httpTable(comparisons)}`

export const growthSection = (growth: Growth): string =>
  `## Deep pages and growth

Budget: page 1,000 costs at most 1.2 x page 1; p99 at most 1.5 x from ${count(growth.from)} to ${count(growth.to)} partnerships.

${readsTable(growth)}`

export const startSection = ({ firstSeconds, laterSeconds, idleRssMib }: Starts): string =>
  `## Start

Budget: first start 20 s, later 4 s, 250 MiB.

${table(
  ["first start", "later start", "idle memory"],
  [[`${firstSeconds.toFixed(1)} s`, `${laterSeconds.toFixed(1)} s`, `${count(idleRssMib)} MiB`]],
)}`

const httpTable = (comparisons: readonly Comparison[]): string =>
  table(
    [
      "request",
      "connections",
      "Keelson /s",
      "ceiling /s",
      "throughput",
      "Keelson p50, p99 ms",
      "ceiling p50, p99 ms",
      "p99",
    ],
    comparisons.map(({ kind, connections, keelson, ceiling }) => [
      kind,
      String(connections),
      count(keelson.perSecond),
      count(ceiling.perSecond),
      `${times(keelson.perSecond, ceiling.perSecond)} x`,
      `${ms(keelson.p50)}, ${ms(keelson.p99)}`,
      `${ms(ceiling.p50)}, ${ms(ceiling.p99)}`,
      `${times(keelson.p99, ceiling.p99)} x`,
    ]),
  )

const readsTable = (growth: Growth): string => {
  const { reads } = growth
  const isDeep = (name: string) => name.startsWith("page ") && name !== "page 1"
  const deep = reads.find(({ name }) => isDeep(name))?.name ?? "deep page"
  const isFirst = (name: string) => name === "page 1"
  return table(
    ["what", "before", "after", "ratio"],
    [
      [
        `page 1 to ${deep}, p50 ms`,
        ms(p50Of(reads, isFirst)),
        ms(p50Of(reads, isDeep)),
        `${times(p50Of(reads, isDeep), p50Of(reads, isFirst))} x`,
      ],
      ...["list", "get", "home"].map((kind) => {
        const [before, after] = [
          p99Of(growth.before, (name) => name === kind),
          p99Of(growth.after, (name) => name === kind),
        ]
        return [
          `${kind}, ${count(growth.from)} to ${count(growth.to)} partnerships, p99 ms`,
          ms(before),
          ms(after),
          `${times(after, before)} x`,
        ]
      }),
    ],
  )
}
