import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { isSameGoal } from "./rules.ts"
import * as store from "./store.ts"

type Line = Omit<store.NewObjective, "id" | "partnershipId" | "agreementId">
type Named = Readonly<{ id: Id; line: Line }>
type Amended = Readonly<{
  /** The first day on which the others count no more, and the new ones do; null where they were entered wrongly. */
  from: PlainDate | null
  ended: readonly Id[]
  corrected: readonly Named[]
  replaced: readonly Named[]
  entered: readonly Line[]
}>

/**
 * Amends the objectives of an agreement: an agreed change counts from its day, a correction from the beginning. Nothing is written over, so
 * that what was known on a day stays known of it. Says which id each amended one has from now on.
 */
export const amendObjectives = async (
  tx: WorkspaceTx,
  of: Readonly<{ partnershipId: Id; agreementId: Id }>,
  { from, ended, corrected, replaced, entered }: Amended,
): Promise<ReadonlyMap<Id, Id>> => {
  const ids = [...ended, ...corrected.map(({ id }) => id), ...replaced.map(({ id }) => id)]
  const before = new Map((await store.objectivesNamed(tx, ids)).map((row) => [row.id, row]))
  const retracted = [...corrected.map(({ id }) => id), ...(from === null ? ended : [])]
  // A later file knows the one that counts now by its id.
  for (const id of retracted) await store.saveObjective(tx, id, { retractedAt: tx.now, externalId: null })
  if (from !== null)
    for (const id of [...ended, ...replaced.map(({ id }) => id)])
      await store.saveObjective(tx, id, { validUntil: from, endedAt: tx.now, externalId: null })
  const made = [
    ...corrected.map(({ id, line }) => ({ was: id, ...line, ...versionOf(before.get(id)) })),
    ...replaced.map(({ id, line }) => ({ was: id, validFrom: from, ...following(before.get(id), line, from) })),
    ...entered.map((line) => ({ was: undefined, ...line, validFrom: from })),
  ].map(({ was, ...line }) => ({ was, row: { ...line, ...of, id: newId() } }))
  await store.insertObjectives(
    tx,
    made.map(({ row }) => row),
  )
  return new Map(made.flatMap(({ was, row }) => (was === undefined ? [] : [[was, row.id]])))
}

type Version = Awaited<ReturnType<typeof store.objectivesNamed>>[number]

/** Said as it should have been entered, it stands where the other one stood. */
const versionOf = (row: Version | undefined) =>
  row === undefined
    ? {}
    : {
        ...{ validFrom: row.validFrom, replacesId: row.replacesId, reading: row.reading },
        externalId: row.externalId,
      }

/** Another figure of the same goal follows it; another goal begins on its day. */
const following = (before: Version | undefined, line: Line, from: PlainDate | null) =>
  before !== undefined && isSameGoal(before, line)
    ? { ...line, replacesId: before.id, externalId: before.externalId }
    : { ...line, reading: null, startsOn: from !== null && from < line.endsOn ? from : line.startsOn }
