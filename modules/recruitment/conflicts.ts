import type { Id } from "#core/ids"
import { findSimilar } from "#modules/organizations"
import { listMembers } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import { type Conflict, conflictsOf } from "./rules.ts"
import * as store from "./store.ts"

/** A company that is looked at: one that is known here, or one that is about to be. */
type Company = Readonly<{
  id?: Id | undefined
  name: string
  domains: readonly string[]
  registrationNumber?: string | null | undefined
  country?: string | null | undefined
}>

/** What stands against taking a company as a partner; `but` is the candidate itself, which does not stand against itself. */
export const conflictsMet = async (
  tx: WorkspaceTx,
  { id, ...company }: Company,
  but?: Id,
): Promise<readonly Conflict[]> => {
  const people = (await listMembers(tx)).filter(({ deactivatedAt }) => deactivatedAt === null)
  const alike = await findSimilar(tx, company)
  return conflictsOf(company, {
    ours: people.map(({ email }) => email.slice(email.lastIndexOf("@") + 1).toLowerCase()),
    listed: await store.allListed(tx),
    alike: alike.filter((other) => other.id !== id),
    partnerships: id === undefined ? [] : await store.partnershipsWith(tx, id),
    candidates: id === undefined ? [] : await store.candidaciesOf(tx, id, but),
  })
}
