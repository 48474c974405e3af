import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import { startOfDayIn } from "#core/time"
import { newId } from "#platform/ids"
import type { Tx } from "#platform/tx"
import { host } from "./cast.ts"
import type { Promises } from "./promises.ts"

/** One partnership of the demo and the company it is with. */
export type Company = Readonly<{ partnershipId: Id; organizationId: Id }>

/** Rows per statement; PostgreSQL takes 65,535 parameters. */
const batch = 1_000

export const inBatches = async <Row>(
  rows: readonly Row[],
  insert: (some: Row[]) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += batch) await insert(rows.slice(from, from + batch))
}

export const unitOf = (unit: string): string => (unit === "money" ? host.currency : unit)

/** Promises of an agreement with what became of them; the partner's are those of one company. */
export const insertCommitments = async (
  { db, actor }: Tx<System>,
  { partnershipId, organizationId, agreementId }: Company & Readonly<{ agreementId: Id }>,
  commitments: Promises["commitments"],
): Promise<void> => {
  const { workspaceId } = actor
  for (const { key: _, occurrences, madeUntil, dueAfterDays: __, unit, owedBy, ...commitment } of commitments) {
    const partyId = owedBy === "host" ? workspaceId : organizationId
    const id = newId()
    await db
      .insertInto("commitment")
      .values({
        workspaceId,
        id,
        partnershipId,
        agreementId,
        partyId,
        ...commitment,
        unit: unit === undefined ? null : unitOf(unit),
        occurrencesUntil: madeUntil,
        createdAt: startOfDayIn(actor.timeZone, commitment.startsOn),
      })
      .execute()
    const { windowDays } = commitment
    await inBatches(occurrences, (some) =>
      db
        .insertInto("occurrence")
        .values(
          some.map((occurrence) => ({
            workspaceId,
            id: newId(),
            commitmentId: id,
            partnershipId,
            partyId,
            windowDays,
            ...occurrence,
          })),
        )
        .execute(),
    )
  }
}
