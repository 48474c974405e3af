import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import * as store from "./store.ts"

type Line = Omit<store.NewObjective, "id" | "partnershipId" | "agreementId">
type Amended = Readonly<{
  /** The first day on which the others count no more, and the new ones do; null where they were entered wrongly. */
  from: PlainDate | null
  ended: readonly Id[]
  corrected: readonly Readonly<{ id: Id; line: Line }>[]
  replaced: readonly Readonly<{ id: Id; line: Line }>[]
  entered: readonly Line[]
}>

/** Amends the objectives of an agreement: an agreed change counts from its day, a correction from the beginning. */
export const amendObjectives = async (
  tx: WorkspaceTx,
  of: Readonly<{ partnershipId: Id; agreementId: Id }>,
  { from, ended, corrected, replaced, entered }: Amended,
): Promise<void> => {
  const over = await store.objectivesNamed(tx, [...ended, ...replaced.map(({ id }) => id)])
  for (const { id, startsOn } of over) await store.saveObjective(tx, id, { validUntil: from ?? startsOn })
  for (const { id, line } of corrected) await store.saveObjective(tx, id, line)
  await store.insertObjectives(
    tx,
    [...replaced.map(({ line }) => line), ...entered].map((line) => ({
      id: newId(),
      ...of,
      ...line,
      validFrom: from,
    })),
  )
}
