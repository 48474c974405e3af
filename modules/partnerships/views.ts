import { abilityOf } from "#core/ability"
import type { Actor } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { WorkspaceTx } from "#platform/tx"
import type { PartnershipRecord } from "./contract.ts"
import { mayEditPartnership, mayWriteNote } from "./policy.ts"
import { decideMovable, type Stage, stageMoves } from "./rules.ts"
import * as store from "./store.ts"

/** What this actor may do with a partnership, and why not. */
export const abilitiesOf = (actor: Actor, { stage }: Readonly<{ stage: Stage }>): PartnershipRecord["abilities"] => ({
  edit: mayEditPartnership(actor),
  move: abilityOf(mayEditPartnership(actor), decideMovable(stage)),
  note: mayWriteNote(actor),
})

type Led = Readonly<{ organizationId: Id; organizationName: string; startedOn: PlainDate | null }>

/** Every company that takes part, the one that leads first. */
export const partiesOf = (row: Led, further: readonly store.FurtherParty[]): PartnershipRecord["parties"] => [
  {
    organizationId: row.organizationId,
    name: row.organizationName,
    isLeading: true,
    joinedOn: row.startedOn,
    leftOn: null,
  },
  ...further.map((party) => ({ ...party, isLeading: false })),
]

/** A partnership as an act on it left it. */
export const recordFor = async (tx: WorkspaceTx, id: Id): Promise<PartnershipRecord> => {
  const row = await store.findRecord(tx, id)
  if (!row) throw new Error(`partnership ${id} was there a moment ago`)
  const { furtherParties, ...record } = row
  return {
    ...record,
    parties: partiesOf(record, furtherParties),
    moves: [...stageMoves[record.stage]],
    abilities: abilitiesOf(tx.actor, record),
  }
}
