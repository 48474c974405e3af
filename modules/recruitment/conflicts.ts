import { domainShape } from "#core/endpoint"
import type { Id } from "#core/ids"
import { findSimilar } from "#modules/organizations"
import { listMembers } from "#modules/workspaces"
import type { WorkspaceTx } from "#platform/tx"
import { ownDomains } from "#rules/organizations"
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

type Claims = Readonly<{ website: string | null; email: string }>

/** The domains that somebody says are their company's: of its website and of their own address. Providers of mail make nobody alike. */
export const claimedDomains = (claims: Claims | undefined): readonly string[] => {
  if (claims === undefined) return []
  const said = [claims.website ?? "", claims.email.slice(claims.email.lastIndexOf("@") + 1)]
  const domains = said.map((each) => domainShape.safeParse(each).data).filter((each) => each !== undefined)
  return ownDomains([...new Set(domains)])
}

/** What stands against taking a company as a partner; `but` is the candidate itself, which does not stand
 * against itself; what whoever applied for it says of the company is looked for beside what the company's record holds. */
export const conflictsMet = async (
  tx: WorkspaceTx,
  { id, ...company }: Company,
  but?: Id,
): Promise<readonly Conflict[]> => {
  const people = (await listMembers(tx)).filter(({ deactivatedAt }) => deactivatedAt === null)
  const claimed = but === undefined ? undefined : await store.claimsOf(tx, but)
  const sought = {
    ...company,
    domains: [...company.domains, ...claimedDomains(claimed)],
    registrationNumber: company.registrationNumber ?? claimed?.registrationNumber,
  }
  const alike = await findSimilar(tx, sought)
  return conflictsOf(sought, {
    ours: people.map(({ email }) => email.slice(email.lastIndexOf("@") + 1).toLowerCase()),
    listed: await store.allListed(tx),
    alike: alike.filter((other) => other.id !== id),
    partnerships: id === undefined ? [] : await store.partnershipsWith(tx, id),
    candidates: id === undefined ? [] : await store.candidaciesOf(tx, id, but),
  })
}
