import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import type { IsWorkday } from "#core/workdays"
import { followAgreed } from "#modules/clocks"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { tellPromisedTimes } from "./answers.ts"
import { enterCommitments, type Line } from "./enter.ts"
import { generateOccurrences } from "./generate.ts"
import { occurrencesOf } from "./rules.ts"
import * as store from "./store.ts"

type Amended = Readonly<{
  /** The day from which a change was agreed; null where it was entered wrongly. */
  from: PlainDate | null
  /** Both parties want what was answered since that day to be measured by it. */
  isBackwards: boolean
  /** No longer promised from today on. */
  ended: readonly Id[]
  /** Were entered wrongly: said anew, from the beginning. */
  corrected: readonly Readonly<{ id: Id; line: Line }>[]
  /** Were agreed anew: the old promise ends yesterday, the new one begins today. */
  replaced: readonly Readonly<{ id: Id; line: Line }>[]
  entered: readonly Line[]
}>

/** What an agreement promises from that day on. */
export const standingCommitments = store.standingOf

/**
 * Amends the promises of an agreement. Nothing is changed backwards: what fell due before today stays as it was promised then,
 * with whatever became of it. Says which id each replaced one has from now on.
 */
export const amendCommitments = async (
  tx: WorkspaceTx,
  of: Readonly<{ partnershipId: Id; agreementId: Id }>,
  { from, isBackwards, ended, corrected, replaced, entered }: Amended,
): Promise<ReadonlyMap<Id, Id>> => {
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  const yesterday = addDays(tx.today, -1)
  const over = [...ended, ...replaced.map(({ id }) => id)]
  const before = new Map((await store.lockThese(tx, over)).map((row) => [row.id, row]))
  await store.dropPlanned(tx, [...over, ...corrected.map(({ id }) => id)], tx.today)
  // An answer has no day of its own: what is promised of it ends and begins with the day that was agreed.
  const answers = new Set([...before.values()].filter((row) => row.answers !== null).map(({ id }) => id))
  const dated = (line: Line) => (line.answers == null || from === null ? undefined : { startsOn: from })
  await store.endThese(
    tx,
    over.filter((id) => !answers.has(id)),
    yesterday,
    store.allMade,
  )
  if (answers.size > 0) await store.endThese(tx, [...answers], addDays(from ?? tx.today, -1), store.allMade)
  const said = []
  for (const { id, line } of corrected) said.push(await store.correct(tx, id, line, yesterday))
  await generateOccurrences(tx, said, isWorkday)
  const anew = replaced.map(({ id, line }) => ({
    ...line,
    ...rhythmAfter(before.get(id), line, tx.today, isWorkday),
    ...dated(line),
  }))
  const begun = entered.map((line) =>
    from !== null && line.startsOn < tx.today ? { ...line, startsOn: tx.today, ...dated(line) } : line,
  )
  const made = await enterCommitments(tx, of, [...anew, ...begun])
  await tellPromisedTimes(tx, of.agreementId)
  const promises = new Set(
    [...before.values(), ...made, ...said].flatMap((each) => (each.answers === null ? [] : [each.answers])),
  )
  for (const promise of from === null ? [] : promises)
    await followAgreed(tx, { partnershipId: of.partnershipId, promise, from: from ?? tx.today, isBackwards })
  return new Map(replaced.flatMap(({ id }, index) => (made[index] ? [[id, made[index].id]] : [])))
}

/** The new promise begins today; where it comes as often as the old one, on the days on which that one would have fallen due. */
const rhythmAfter = (
  old: store.CommitmentRow | undefined,
  line: Line,
  today: PlainDate,
  isWorkday: IsWorkday,
): Pick<Line, "startsOn" | "firstDueOn" | "firstAmount"> => {
  const startsOn = old && old.startsOn > today ? old.startsOn : today
  const isOtherwise = old?.cadence !== line.cadence || (old.periods ?? "contract") !== (line.periods ?? "contract")
  if (!old || isOtherwise || line.cadence === "once") return { startsOn }
  const lastAmount = line.lastAmount == null ? null : Number(line.lastAmount)
  const until = (endsOn: PlainDate | null) =>
    occurrencesOf({ ...old, endsOn, lastAmount }, startsOn, addDays(startsOn, 400), isWorkday)[0]
  // A part of a calendar's period that the end cuts off is due then; of its own periods the rest of one asks for nothing.
  const next = (old.periods === "calendar" ? until(line.endsOn ?? null) : undefined) ?? until(null)
  const firstAmount = line.firstAmount === old.firstAmount ? (next?.amount ?? null) : line.firstAmount
  return { startsOn, firstDueOn: next?.firstDueOn ?? null, firstAmount: firstAmount ?? null }
}
