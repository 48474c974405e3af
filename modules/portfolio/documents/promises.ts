import type { Ask } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import { type Desk, type Made, makeSheet, sheetOn } from "#modules/documents"
import type { SheetRow } from "#platform/documents/paper"
import type { ActPlatform } from "#platform/platform"
import { listOccurrences } from "../contract.ts"
import type { Occurrence } from "./partnershipFacts.ts"

const rowsAtOnce = 200

async function* promisePages(ask: Ask, partnership: string): AsyncGenerator<readonly Occurrence[]> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await ask(listOccurrences, { partnership, limit: rowsAtOnce, ...(after ? { after } : {}) })
    yield items
    if (next === null) return
    after = next
  }
}

/** Every promise of a partnership as a row, in the order of the register. Both sides read the same. */
export const makePromises = (
  platform: ActPlatform,
  ask: Ask,
  desk: Desk,
  partnership: string,
  form: "xlsx" | "csv",
): Promise<Made | Refusal> => {
  const { say } = desk
  const word = (area: string, code: string) => (form === "csv" ? code : say(`${area}.${code}`))
  const column = (key: string, kind: "text" | "date" | "number" = "text") =>
    ({ key, title: say(`documents:promises.${key}`), kind }) as const
  const row = (each: Occurrence): SheetRow => [
    each.title,
    each.clause,
    word("documents:portfolio.side", each.owedBy),
    each.partyName,
    each.dueOn,
    each.firstDueOn,
    each.lapsesOn,
    word("marks:occurrence", each.state),
    each.isOverdue ? word("documents:promises.is", "overdue") : null,
    each.reportedOn,
    each.closedOn,
    each.reDated,
    each.evidence.length,
    each.note,
    each.id,
  ]
  const sheet = {
    name: say("acts:title"),
    columns: [
      ...[column("promise"), column("clause"), column("owed_by"), column("party")],
      ...[column("due_on", "date"), column("first_due_on", "date"), column("lapses_on", "date")],
      ...[column("state"), column("overdue"), column("reported_on", "date"), column("closed_on", "date")],
      ...[column("re_dated", "number"), column("evidence", "number"), column("note"), column("id")],
    ],
    ...sheetOn(desk),
  }
  return makeSheet(platform, form, sheet, rowsOf(promisePages(ask, partnership), row))
}

async function* rowsOf(
  pages: AsyncIterable<readonly Occurrence[]>,
  row: (each: Occurrence) => SheetRow,
): AsyncGenerator<readonly SheetRow[]> {
  for await (const page of pages) yield page.map(row)
}
