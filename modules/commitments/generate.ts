import type { PlainDate } from "#core/time"
import { addDays, dateIn } from "#core/time"
import type { IsWorkday } from "#core/workdays"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { isExhausted, occurrencesOf } from "./rules.ts"
import * as store from "./store.ts"

/** Occurrences always reach at least this far; they are then made for twice the time, so that each commitment is visited once a quarter. */
export const daysAhead = 90

/**
 * Makes the occurrences of these commitments up to half a year from today. What fell due before the commitment was entered
 * is not made: nobody knows here whether it was kept, and unknown is not missed.
 */
export const generateOccurrences = async (
  tx: WorkspaceTx,
  commitments: readonly store.CommitmentRow[],
  isWorkday: IsWorkday,
): Promise<void> => {
  const until = addDays(tx.today, 2 * daysAhead)
  // What is promised of an answer falls due with each that is waited for, and by no rhythm.
  const made = commitments
    .filter(({ answers }) => answers === null)
    .flatMap((commitment) =>
      occurrencesOf(commitment, firstDay(tx, commitment), until, isWorkday).map((day) => ({
        id: newId(),
        commitmentId: commitment.id,
        partnershipId: commitment.partnershipId,
        partyId: commitment.partyId,
        windowDays: commitment.windowDays,
        ...day,
      })),
    )
  await store.insertOccurrences(tx, made)
  const reached = commitments.map((commitment) => ({
    id: commitment.id,
    until: commitment.answers !== null || isExhausted(commitment, until) ? store.allMade : until,
  }))
  await store.saveReach(tx, reached)
}

const firstDay = (
  { actor }: WorkspaceTx,
  { occurrencesUntil, startsOn, createdAt }: store.CommitmentRow,
): PlainDate => {
  if (occurrencesUntil !== null) return addDays(occurrencesUntil, 1)
  const enteredOn = dateIn(actor.timeZone, createdAt)
  return startsOn > enteredOn ? startsOn : enteredOn
}
