import { monitorEventLoopDelay } from "node:perf_hooks"
import { openKeelson } from "#composition"
import { readConfig } from "#platform/config"
import type { Sheet, SheetRow } from "#platform/documents/paper"
import { openRenderer } from "#platform/documents/renderer"
import { freePort } from "#platform/embedded-postgres/free-port"
import { signIn } from "./people.ts"
import { withPlace } from "./place.ts"

/**
 * Documents end to end over HTTP, and how long the server's own thread is kept from everybody else meanwhile.
 * `node bench/documents.ts [partnerships] [rows of the bare workbook]`.
 */
const partnerships = Number(process.argv[2] ?? 100_000)
const rows = Number(process.argv[3] ?? 100_000)

const mib = (bytes: number) => Math.round(bytes / 2 ** 20)
const round = (value: number) => Math.round(value * 10) / 10

/** Runs it, and says how long it took, how far memory went up, and how late the event loop came round. */
const measured = async <T>(work: () => Promise<T>) => {
  global.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const meter = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 50)
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const cpuBefore = process.cpuUsage()
  const began = performance.now()
  const result = await work()
  const ms = performance.now() - began
  const cpu = process.cpuUsage(cpuBefore)
  delay.disable()
  clearInterval(meter)
  const late = {
    p50: round(delay.percentile(50) / 1e6),
    p99: round(delay.percentile(99) / 1e6),
    max: round(delay.max / 1e6),
  }
  return { result, ms, cpuMs: (cpu.user + cpu.system) / 1_000, peakMib: mib(peak - before), late }
}

const say = (
  what: string,
  { ms, cpuMs, peakMib, late }: Omit<Awaited<ReturnType<typeof measured>>, "result">,
  more = "",
) =>
  process.stdout.write(
    `${what}: ${ms < 2_000 ? `${Math.round(ms)} ms` : `${round(ms / 1_000)} s`}${more}; ${round(cpuMs / 1_000)} s of processor; memory + ${peakMib} MiB; event loop late by ${late.p50} ms (median), ${late.p99} ms (p99), ${late.max} ms (most)\n`,
  )

/** The writer by itself: ten columns of each kind, without a database behind it. */
const bareWorkbook = async () => {
  const kinds = ["text", "number", "money", "date", "instant", "share", "text", "text", "number"] as const
  const sheet: Sheet = {
    name: "Rows",
    timeZone: "Europe/Berlin",
    columns: kinds.map((kind, index) => ({ key: `c${index}`, title: `Column ${index}`, kind })),
    about: [],
    words: { rows: "Rows", currency: "currency" },
  }
  const row = (at: number): SheetRow => [
    ...[
      `Partner ${at} 東京`,
      at,
      { amountMinor: at * 100, currency: "EUR" },
      "2026-03-02",
      "2026-03-02T10:00:00.000Z",
      0.5,
    ],
    ...["=1+1", `0000000000000000000${at}`, at / 7],
  ]
  async function* pages(): AsyncGenerator<readonly SheetRow[]> {
    for (let at = 0; at < rows; at += 200)
      yield Array.from({ length: Math.min(200, rows - at) }, (_, place) => row(at + place))
  }
  const renderer = openRenderer()
  say(
    `workbook of ${rows} rows x 10, the writer alone`,
    await measured(() => renderer.make({ form: "xlsx", sheet }, pages())),
  )
  await renderer.close()
}

const overHttp = () =>
  withPlace({ partnerships, activities: partnerships * 2, events: partnerships * 2, share: 1 }, async (place) => {
    const config = readConfig({
      KEELSON_FOLDER: place.folder,
      PORT: String(await freePort(4_397)),
      LOG_LEVEL: "warn",
      REQUESTS_PER_MINUTE: "1000000",
    })
    const keelson = openKeelson({ config, ownerUrl: place.databaseUrl })
    const { address, close } = await keelson.serve()
    try {
      const cookie = await signIn({ address })
      const base = `${address}/api/w/${place.slug}`
      const get = async (path: string) => {
        const response = await fetch(`${base}${path}`, { headers: { cookie } })
        if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
        return response
      }
      const { items } = (await (await get("/partnerships?limit=30")).json()) as { items: { id: string }[] }
      const pdfs: number[] = []
      const all = await measured(async () => {
        for (const { id } of items) {
          const began = performance.now()
          await (await get(`/partnerships/${id}/document?form=pdf&audience=host&locale=de-DE`)).arrayBuffer()
          pdfs.push(performance.now() - began)
        }
      })
      const [first = 0, ...warm] = pdfs
      const sorted = warm.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
      say(
        `PDF of a partnership, ${items.length} one after another`,
        all,
        ` (first ${Math.round(first)} ms, then median ${at(0.5)} ms, p95 ${at(0.95)} ms)`,
      )
      for (const form of ["xlsx", "csv"]) {
        const found = await measured(async () => {
          let bytes = 0
          for await (const piece of (await get(`/portfolio-document?form=${form}`)).body ?? []) bytes += piece.length
          return bytes
        })
        say(`portfolio of ${partnerships} partnerships as ${form}`, found, ` (${round(found.result / 1e6)} MB)`)
      }
    } finally {
      await close()
      await keelson.close()
    }
  })

await bareWorkbook()
await overHttp()
