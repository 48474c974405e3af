import type { InputOf } from "#core/endpoint"
import type { Id } from "#core/ids"
import { isRefusal, type Refusal, refuse } from "#core/refusal"
import { action, nothing } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { mayPropose, mayReport, maySettle, maySettleMany, mayUndo } from "./policy.ts"
import { askThem, proposeChange, withdrawChange } from "./propose.ts"
import { giveMoreTime, keepPromise, undoPromise, waivePromise } from "./settle.ts"
import * as store from "./store.ts"
import { occurrenceViews } from "./view.ts"
import { canBeAsked } from "./whoConfirms.ts"

type Settling = InputOf<typeof contract.settlePromises>
type Outcome = "done" | "proposed" | "unchanged"

/** Whether it is as asked for already: asked again, nothing is done twice. */
const isDoneAlready = async (tx: WorkspaceTx, row: store.OccurrenceRow, { how, dueOn }: Settling): Promise<boolean> => {
  if (how === "keep") return row.state === "kept" || row.state === "kept_late" || row.reportedOn !== null
  if (how === "waive" ? row.state === "waived" : row.state === "re_agreed" && row.dueOn === dueOn) return true
  const [open] = row.asked?.state === "open" ? await store.proposalsShown(tx, [row.asked.id]) : []
  return open !== undefined && open.kind === how && open.dueOn === (dueOn ?? null)
}

/** What is the same for all of one partnership: the mail that asks about them, and whether anybody is there to read it. */
type Rest = Readonly<{
  batchFor: (partnershipId: Id) => Id
  isAskable: (row: store.OccurrenceRow) => Promise<boolean>
}>

/** One of them: done where it is one's own to do, proposed where the other party has to agree. */
const settleOne = async (
  tx: WorkspaceTx,
  row: store.OccurrenceRow,
  asked: Settling,
  { batchFor, isAskable }: Rest,
): Promise<Outcome | Refusal> => {
  const { how, reason, dueOn, doneOn = tx.today, url } = asked
  const may = how === "keep" ? mayReport(tx.actor, row) : maySettle(tx.actor, row)
  const mayAsk = how !== "keep" && mayPropose(tx.actor, row)
  if (may !== true && mayAsk !== true)
    return refuse(mayAsk === false || mayAsk === "not-yours-to-propose" ? may : mayAsk)
  if (await isDoneAlready(tx, row, asked)) return "unchanged"
  if (may !== true) {
    if (!(await isAskable(row))) return refuse("nobody-to-ask")
    const change = store.askedOf({ kind: how as "waive", dueOn: dueOn ?? null })
    const done = await proposeChange(tx, row, { asked: change, reason, batchId: batchFor(row.partnershipId) })
    return isRefusal(done) ? done : "proposed"
  }
  const done =
    how === "keep"
      ? await keepPromise(tx, row, { doneOn, evidence: [shownBy(reason, url)] })
      : how === "waive"
        ? await waivePromise(tx, row, { reason })
        : await giveMoreTime(tx, row, { dueOn: dueOn ?? "", reason })
  return isRefusal(done) ? done : "done"
}

const shownBy = (note: string, url: string | undefined) =>
  url === undefined ? { kind: "note" as const, note } : { kind: "link" as const, url, note }

const titles: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...[contract.reportOccurrence, contract.waiveOccurrence, contract.reDateOccurrence, contract.proposeForPromise],
    ...[contract.undoPromise, contract.withdrawProposal],
  ].flatMap(({ refusals }) => Object.entries(refusals).map(([code, { title }]) => [code, title])),
)
const told = ({ refusal }: Refusal) => ({ code: refusal, title: titles[refusal] ?? "There is no such promise here." })

/** What became of each, in the order they were asked for, with what stands now of those that are to be found. */
const answersOf = async <O extends string>(
  tx: WorkspaceTx,
  asked: readonly Id[],
  outcomes: ReadonlyMap<Id, O | Refusal>,
) => {
  const now = await occurrenceViews(tx, await store.lockOccurrences(tx, [...outcomes.keys()]))
  const viewOf = new Map(now.map((view) => [view.id, view]))
  return {
    items: asked.map((occurrence) => {
      const outcome = outcomes.get(occurrence) ?? refuse("not-found")
      const refusal = isRefusal(outcome) ? told(outcome) : null
      return {
        ...{ occurrence, outcome: isRefusal(outcome) ? ("refused" as const) : outcome, refusal },
        now: viewOf.get(occurrence) ?? null,
      }
    }),
  }
}

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
    const askable = new Map<string, boolean>()
    const isAskable = async (row: store.OccurrenceRow): Promise<boolean> => {
      const key = `${row.partnershipId} ${row.owedBy}`
      const known = askable.get(key) ?? (await canBeAsked(tx, row))
      askable.set(key, known)
      return known
    }
    const outcomes = new Map<Id, Outcome | Refusal>()
    for (const [id, row] of rows) outcomes.set(id, await settleOne(tx, row, asked, { batchFor, isAskable }))
    for (const batch of batches.values()) await askThem(tx, batch)
    return answersOf(tx, asked.occurrences, outcomes)
  },
})

/** One of them taken back: what was done is undone, what was proposed is withdrawn. */
const takeBackOne = async (tx: WorkspaceTx, row: store.OccurrenceRow, wasProposed: boolean) => {
  const may = wasProposed ? mayPropose(tx.actor, row) : mayUndo(tx.actor, row)
  if (may !== true) return refuse(may)
  const done = wasProposed ? await withdrawChange(tx, row) : await undoPromise(tx, row)
  return isRefusal(done) ? done : ("done" as const)
}

const takeBack = action(contract.takeBackSettled, {
  load: nothing,
  may: maySettleMany,
  act: async ({ tx }, _, { settled }) => {
    const wasProposed = new Map(settled.map(({ occurrence, outcome }) => [occurrence, outcome === "proposed"]))
    const outcomes = new Map<Id, "done" | Refusal>()
    for (const row of await store.lockOccurrences(tx, [...wasProposed.keys()]))
      outcomes.set(row.id, await takeBackOne(tx, row, wasProposed.get(row.id) === true))
    return answersOf(
      tx,
      settled.map(({ occurrence }) => occurrence),
      outcomes,
    )
  },
})

export const manyActions = [settle, takeBack]
