import { type Again, asRecord, changedColumns, type RowChange, type SomeOfRow } from "#core/importable/again"
import { amountText } from "#core/money"
import type { WorkspaceTx } from "#platform/tx"
import { resumeAnswers, voidAnswers } from "../answer.ts"
import { dealCloseDateMoved, dealCorrected, dealMoved } from "../events.ts"
import { type DealState, isWaiting, leadsTo } from "../rules.ts"

const stateOf = ({ state }: SomeOfRow): DealState => state as DealState

/** What a later file of the other system may say anew of a deal. */
export const corrections: Again<
  | "partnership_id"
  | "name"
  | "customer"
  | "amount_minor"
  | "currency"
  | "state"
  | "registered_at"
  | "answered_at"
  | "asked_at"
  | "resumed_at"
  | "close_on"
> = {
  called: "name",
  sameBy: ["partnership_id", "name", "customer"],
  corrects: [
    // Whose deal it is was agreed with two companies: people move it, and a file that says another partner is told.
    { field: "partner", columns: ["partnership_id"], may: () => false },
    { field: "name", columns: ["name"] },
    { field: "customer", columns: ["customer"], mayBeEmpty: true },
    {
      ...{ field: "amount", columns: ["amount_minor", "currency"], mayBeEmpty: true },
      shows: (row) => amountText(row["amount_minor"], row["currency"]),
    },
    {
      ...{ field: "state", columns: ["state"] },
      may: (stored, row) => leadsTo(stateOf(stored), stateOf(row)),
      // The file does not say when it was asked back, or answered: no time is reckoned from it.
      along: (_, row) => ({
        closed_on: row["closed_on"],
        unclocked: isWaiting(stateOf(row)) ? "question" : null,
      }),
      shows: (row) => String(row["state"]).replaceAll("_", " "),
    },
    {
      ...{ field: "registered_on", columns: ["registered_at"] },
      isUnknown: ({ registered_to }) => registered_to === "unknown",
      along: (_, { registered_to }) => ({ registered_to }),
    },
    { field: "answered_on", columns: ["answered_at"], mayBeEmpty: true },
    { field: "asked_on", columns: ["asked_at"] },
    { field: "resumed_on", columns: ["resumed_at"] },
    {
      ...{ field: "close_on", columns: ["close_on"], mayBeEmpty: true },
      // A deal that was closed on the day that the file said then was closed on the day that it says now.
      along: (stored, row) =>
        stored["closed_on"] != null && stored["closed_on"] === stored["close_on"] && row["close_on"] != null
          ? { closed_on: row["close_on"] }
          : {},
    },
  ],
}

/** Writes into the ledger what a later file, or its undoing, changed, as when people do; time that ran for an answer stops to count, or goes on. */
export const dealsChanged = async (tx: WorkspaceTx, changes: readonly RowChange[]): Promise<void> => {
  const about = ({ id, after }: RowChange) => ({
    ...{ subjectId: id, partnershipId: String(after["partnership_id"]), source: "import" },
  })
  const name = ({ after }: RowChange) => String(after["name"])
  const moved = changes.filter(({ before, after }) => before["state"] !== after["state"])
  const closing = changes.filter(({ before, after }) => before["close_on"] !== after["close_on"])
  await tx.recordBatch(
    dealMoved,
    moved.map((each) => ({
      ...about(each),
      payload: { name: name(each), from: stateOf(each.before), to: stateOf(each.after) },
    })),
  )
  await tx.recordBatch(
    dealCloseDateMoved,
    closing.map((each) => ({
      ...about(each),
      payload: { name: name(each), from: dayOf(each.before), to: dayOf(each.after) },
    })),
  )
  const others = changes.flatMap((each) => {
    const columns = changedColumns(each, besides)
    const payload = { name: name(each), before: asRecord(each.before, columns), after: asRecord(each.after, columns) }
    return columns.length > 0 ? [{ ...about(each), payload }] : []
  })
  await tx.recordBatch(dealCorrected, others)
  await voidAnswers(
    tx,
    moved.filter((each) => isWaiting(stateOf(each.before)) && !goesOn(each)).map(({ id }) => id),
  )
  await resumeAnswers(
    tx,
    moved.filter(goesOn).map(({ id }) => id),
  )
}

/** A file never says since when it waits anew: what waits with its time known is back where it was, by an undo. */
const goesOn = ({ after }: RowChange): boolean => isWaiting(stateOf(after)) && (after["unclocked"] ?? null) === null

/** What has an event of its own, or follows from the state. */
const besides = ["state", "close_on", "closed_on", "unclocked", "registered_to"]
const dayOf = ({ close_on }: SomeOfRow): string | null => (close_on as string | null | undefined) ?? null
