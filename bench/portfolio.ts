import { parseArgs } from "node:util"
import { startKeelson } from "./child.ts"
import type { Place } from "./http.ts"
import { type Load, load, medianLoad } from "./load.ts"
import { signIn } from "./people.ts"
import { withPlace } from "./place.ts"

/**
 * A page of fifty lines of the portfolio with all its figures, whatever it is sorted or narrowed by: requests a second and p99, first page
 * and thousandth (or the last there is), at several sizes; and what counting its groups takes, one at a time. Prints a table. `node bench/portfolio.ts [--sizes 10000,1000000]`.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,1000000" },
    connections: { type: "string", default: "32" },
    seconds: { type: "string", default: "4" },
    rounds: { type: "string", default: "3" },
  },
})
const [connections, seconds, rounds] = [Number(values.connections), Number(values.seconds), Number(values.rounds)]
const sorts = ["name", "-updatedAt", "-value", "notice", "-keptHost", "-activity"]
const pages = [1, 1_000]
const narrowed = ["health=not_scored", "type=isv"]
const grouped = ["health", "type"]
const rowsPerPage = 50
const rowsPerStride = 200

const measure = async (place: Place): Promise<ReadonlyMap<string, Load>> => {
  const keelson = await startKeelson({ ...place, only: "web" })
  try {
    const headers = { cookie: await signIn(keelson) }
    const pathOf = (sort: string, limit: number, after?: string) =>
      `/api/w/${place.slug}/partnerships?limit=${limit}&sort=${sort}${after === undefined ? "" : `&after=${after}`}`
    /** Where the page behind so many rows begins, or the last one there is. */
    const positionBehind = async (sort: string, rows: number) => {
      let after: string | undefined
      for (let at = 0; at < rows; at += rowsPerStride) {
        const limit = Math.min(rowsPerStride, rows - at)
        const answer = await fetch(`${keelson.address}${pathOf(sort, limit, after)}`, { headers })
        const { next } = (await answer.json()) as { next: string | null }
        if (next === null) break
        after = next
      }
      return after
    }
    const found = new Map<string, Load>()
    for (const sort of sorts)
      for (const page of pages) {
        const after = await positionBehind(sort, (page - 1) * rowsPerPage)
        const requests = [{ method: "GET", path: pathOf(sort, rowsPerPage, after) }]
        const measured: Load[] = []
        for (let round = -1; round < rounds; round++) {
          const one = await load({ url: keelson.address, headers, requests, connections, seconds })
          if (round >= 0) measured.push(one)
        }
        found.set(`${sort}, page ${page}`, medianLoad(measured))
      }
    const more = [
      ...narrowed.map((filter) => ({ filter, path: `${pathOf("name", rowsPerPage)}&${filter}`, connections })),
      ...grouped.map((by) => ({
        ...{ filter: `grouped by ${by}, one at a time`, connections: 1 },
        path: `/api/w/${place.slug}/portfolio-groups?by=${by}`,
      })),
    ]
    for (const { filter, path, connections: atOnce } of more) {
      const requests = [{ method: "GET", path }]
      const measured: Load[] = []
      for (let round = 0; round < rounds; round++)
        measured.push(await load({ url: keelson.address, headers, requests, connections: atOnce, seconds }))
      found.set(filter, medianLoad(measured))
    }
    return found
  } finally {
    await keelson.stop()
  }
}

const sizes = values.sizes.split(",").map(Number)
const found: ReadonlyMap<string, Load>[] = []
for (const partnerships of sizes)
  found.push(await withPlace({ partnerships, activities: partnerships * 2, events: 0, share: 1 }, measure))

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 1 })
const cells = (each: Load | undefined) =>
  each ? `${number.format(Math.round(each.perSecond))} | ${number.format(each.p99)} ms` : " | "
const row = (key: string) => `| ${key} | ${found.map((each) => cells(each.get(key))).join(" | ")} |`
process.stdout.write(
  [
    `| sorted or narrowed by | ${sizes.map((size) => `${number.format(size)}: requests/s | p99`).join(" | ")} |`,
    `|---|${sizes.map(() => "--:|--:").join("|")}|`,
    ...[...(found[0]?.keys() ?? [])].map(row),
    "",
  ].join("\n"),
)
