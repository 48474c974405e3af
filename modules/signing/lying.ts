import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import {
  type DraftRow,
  decideApproved,
  decideReadyToSign,
  latestHeld,
  partiesNamed,
  surroundings,
} from "#modules/agreements"
import { findWorkspace } from "#modules/workspaces"
import { decideUnheld } from "#platform/hold"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { doubtsIn, missingConsents } from "#rules/agreements"
import { decideLying } from "./rules.ts"

/** The parties that an agreement binds, the host first, and what each is called. */
export const partiesTo = async (tx: WorkspaceTx, draft: DraftRow) => {
  const { partnership, parties } = await surroundings(tx, draft)
  const [named, workspace] = [await partiesNamed(tx, draft.partnershipId), await findWorkspace(tx)]
  const nameOf = (partyId: Id): string =>
    partyId === tx.actor.workspaceId ? (workspace?.name ?? "") : (named(partyId).partyName ?? partnership.name)
  return { parties: [parties.host, ...parties.companies], named, nameOf }
}

/** Whether a draft can go to signing as it lies: its words, who holds them, and, of an amendment, what it was written upon. */
export const decideReady = async (tx: WorkspaceTx, platform: ActPlatform, draft: DraftRow, parties: readonly Id[]) => {
  const latest = await latestHeld(tx, draft.id)
  const lies = decideLying({
    ...{ state: draft.state, hasText: latest !== undefined },
    isHeldByAll: latest !== undefined && missingConsents(parties, latest).length === 0,
    hasDoubts: latest !== undefined && doubtsIn(latest.text).length > 0,
    isBeingSigned: isRefusal(await decideUnheld(tx, platform, "agreement_draft", [draft.id])),
  })
  if (isRefusal(lies)) return lies
  const ready = await decideReadyToSign(tx, draft)
  return isRefusal(ready) ? ready : decideApproved(tx, platform, draft)
}
