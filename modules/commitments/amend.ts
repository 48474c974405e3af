import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import type { IsWorkday } from "#core/workdays"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { enterCommitments, type Line } from "./enter.ts"
import { generateOccurrences } from "./generate.ts"
import { occurrencesOf } from "./rules.ts"
import * as store from "./store.ts"

type Amended = Readonly<{
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
 * with whatever became of it.
 */
export const amendCommitments = async (
  tx: WorkspaceTx,
  of: Readonly<{ partnershipId: Id; agreementId: Id }>,
  { ended, corrected, replaced, entered }: Amended,
): Promise<void> => {
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  const yesterday = addDays(tx.today, -1)
  const over = [...ended, ...replaced.map(({ id }) => id)]
  const before = new Map((await store.lockThese(tx, over)).map((row) => [row.id, row]))
  await store.dropPlanned(tx, [...over, ...corrected.map(({ id }) => id)], tx.today)
  await store.endThese(tx, over, yesterday, store.allMade)
  const said = []
  for (const { id, line } of corrected) said.push(await store.correct(tx, id, line, yesterday))
  await generateOccurrences(tx, said, isWorkday)
  const anew = replaced.map(({ id, line }) => ({ ...line, ...rhythmAfter(before.get(id), line, tx.today, isWorkday) }))
  await enterCommitments(tx, of, [...anew, ...entered])
}

/** The new promise begins today; where it comes as often as the old one, on the days on which that one would have fallen due. */
const rhythmAfter = (
  old: store.CommitmentRow | undefined,
  line: Line,
  today: PlainDate,
  isWorkday: IsWorkday,
): Pick<Line, "startsOn" | "firstDueOn"> => {
  const startsOn = old && old.startsOn > today ? old.startsOn : today
  if (!old || old.cadence !== line.cadence || line.cadence === "once") return { startsOn }
  const [next] = occurrencesOf({ ...old, endsOn: null }, startsOn, addDays(startsOn, 400), isWorkday)
  return { startsOn, firstDueOn: next?.firstDueOn ?? null }
}
