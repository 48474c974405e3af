import type { Ask, RequestOf } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import { type Made, makeSheet } from "#modules/documents"
import type { SheetRow } from "#platform/documents/paper"
import type { ActPlatform } from "#platform/platform"
import { listSecurityEvents, type SecurityEntry } from "./contract.ts"

const columns = [
  "at",
  "lastAt",
  "times",
  "kind",
  "result",
  "person",
  "side",
  "subject",
  "address",
  "device",
  "asked",
  "id",
] as const

const cellsOf = (entry: SecurityEntry): SheetRow => [
  ...[entry.at, entry.lastAt, entry.times, entry.kind, entry.isRefused ? "refused" : "done"],
  ...[entry.person?.name ?? null, entry.person?.side ?? null, entry.subjectName, entry.address, entry.device],
  ...[entry.asked.join("; "), entry.id],
]

/** The log as rows for machines, read page by page through the page's own endpoint. */
export const makeSecurityFile = (
  platform: ActPlatform,
  ask: Ask,
  timeZone: string,
  filter: Omit<RequestOf<typeof listSecurityEvents>, "limit" | "after" | "sort">,
): Promise<Made | Refusal> =>
  makeSheet(
    platform,
    "csv",
    {
      ...{ name: "security", timeZone, about: [], words: { rows: "", currency: "" } },
      columns: columns.map((key) => ({
        key,
        title: key,
        kind: key === "times" ? ("number" as const) : ("text" as const),
      })),
    },
    linesOf(ask, filter),
  )

async function* linesOf(ask: Ask, filter: object): AsyncGenerator<readonly SheetRow[]> {
  for (let after: string | undefined, more = true; more; ) {
    const page = await ask(listSecurityEvents, { ...filter, limit: 200, ...(after ? { after } : {}) })
    yield page.items.map(cellsOf)
    more = page.next !== null
    after = page.next ?? undefined
  }
}
