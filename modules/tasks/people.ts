import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"
import { findOrganization } from "#modules/organizations"
import { findWorkspace, peopleOfParty } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"

/** Whose workdays a party keeps: its country's. */
export const countryOf = async (tx: WorkspaceTx, partyId: Id): Promise<string | null> =>
  partyId === tx.actor.workspaceId
    ? ((await findWorkspace(tx))?.country ?? null)
    : ((await findOrganization(tx, partyId))?.country ?? null)

type Owner = Readonly<{ ownerId: string | null; ownerName: string | null; givenBy: string | null }>

/** Whose a task becomes, as it is stored: somebody who works for its party, or nobody in particular. */
export const ownerMeant = async (
  tx: WorkspaceTx,
  partyId: Id,
  userId: string | undefined,
): Promise<Owner | Refusal<"owner-not-of-party">> => {
  if (userId === undefined) return { ownerId: null, ownerName: null, givenBy: null }
  const person = (await peopleOfParty(tx, partyId)).find((each) => each.userId === userId)
  if (!person) return refuse("owner-not-of-party", { field: "ownerId" })
  return { ownerId: userId, ownerName: person.name, givenBy: tx.actor.userId ?? null }
}

/** Whether somebody was given it by somebody else, and should hear of it. */
export const isGiven = ({ ownerId, givenBy }: Owner): boolean => ownerId !== null && ownerId !== givenBy
