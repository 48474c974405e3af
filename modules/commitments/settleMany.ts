import type { InputOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { mayPropose, mayReport, maySettle, maySettleMany } from "./policy.ts"
import { askThem, proposeChange } from "./propose.ts"
import { giveMoreTime, keepPromise, waivePromise } from "./settle.ts"
import * as store from "./store.ts"
import { occurrenceViews } from "./view.ts"

type Settling = InputOf<typeof contract.settlePromises>
type Outcome = "done" | "proposed" | "unchanged"

/** Whether it is as asked for already: asked again, nothing is done twice. */
const isDoneAlready = async (tx: WorkspaceTx, row: store.OccurrenceRow, { how, dueOn }: Settling): Promise<boolean> => {
  if (how === "keep") return row.state === "kept" || row.state === "kept_late" || row.reportedOn !== null
  if (how === "waive" ? row.state === "waived" : row.state === "re_agreed" && row.dueOn === dueOn) return true
  const [open] = row.asked?.state === "open" ? await store.proposalsShown(tx, [row.asked.id]) : []
  return open !== undefined && open.kind === how && open.dueOn === (dueOn ?? null)
}

/** One of them: done where it is one's own to do, proposed where the other party has to agree. */
const settleOne = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  asked: Settling,
  batchFor: (partnershipId: Id) => Id,
): Promise<Outcome | Refusal> => {
  const { how, reason, dueOn, doneOn = tx.today } = asked
  const may = how === "keep" ? mayReport(tx.actor, row) : maySettle(tx.actor, row)
  const mayAsk = how !== "keep" && mayPropose(tx.actor, row)
  if (may !== true && mayAsk !== true)
    return refuse(mayAsk === false || mayAsk === "not-yours-to-propose" ? may : mayAsk)
  if (await isDoneAlready(tx, row, asked)) return "unchanged"
  if (may !== true) {
    const change = store.askedOf({ kind: how as "waive", dueOn: dueOn ?? null })
    const done = await proposeChange(tx, row, { asked: change, reason, batchId: batchFor(row.partnershipId) })
    return isRefusal(done) ? done : "proposed"
  }
  const done =
    how === "keep"
      ? await keepPromise(tx, row, { doneOn, evidence: [{ kind: "note", note: reason }] })
      : how === "waive"
        ? await waivePromise(tx, row, { reason })
        : await giveMoreTime(tx, row, { dueOn: dueOn ?? "", reason })
  return isRefusal(done) ? done : "done"
}

const titles: Readonly<Record<string, string>> = Object.fromEntries(
  [contract.reportOccurrence, contract.waiveOccurrence, contract.reDateOccurrence, contract.proposeForPromise].flatMap(
    ({ refusals }) => Object.entries(refusals).map(([code, { title }]) => [code, title]),
  ),
)
const told = ({ refusal }: Refusal) => ({ code: refusal, title: titles[refusal] ?? "There is no such promise here." })

const settle = action(contract.settlePromises, {
  load: nothing,
  may: maySettleMany,
  act: async ({ tx }, _, asked) => {
    if ((asked.how === "re_date") !== (asked.dueOn !== undefined)) return refuse("day-expected", { field: "dueOn" })
    const rows = new Map((await store.lockOccurrences(tx, asked.occurrences)).map((row) => [row.id, row]))
    const batches = new Map<Id, Id>()
    const batchFor = (partnershipId: Id): Id => {
      const batch = batches.get(partnershipId) ?? newId()
      batches.set(partnershipId, batch)
      return batch
    }
    const outcomes = new Map<Id, Outcome | Refusal>()
    for (const [id, row] of rows) outcomes.set(id, await settleOne(tx, row, asked, batchFor))
    for (const batch of batches.values()) await askThem(tx, batch)
    const now = await occurrenceViews(tx, await store.lockOccurrences(tx, [...rows.keys()]))
    const viewOf = new Map(now.map((view) => [view.id, view]))
    return {
      items: asked.occurrences.map((occurrence) => {
        const outcome = outcomes.get(occurrence) ?? refuse("not-found")
        const refusal = isRefusal(outcome) ? told(outcome) : null
        return {
          ...{ occurrence, outcome: isRefusal(outcome) ? ("refused" as const) : outcome, refusal },
          now: viewOf.get(occurrence) ?? null,
        }
      }),
    }
  },
})

export const manyActions = [settle]
