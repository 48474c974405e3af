import type { Id } from "#core/ids"
import type { Refusal } from "#core/refusal"
import { refuse } from "#core/refusal"

export { type Brought, type Mark, type MarkKind, markKinds, marksShown, type Origin } from "./rules/marksShown.ts"
export { nameKey } from "./rules/nameKey.ts"
export { domainsIn, isSharedHost, ownDomains } from "./rules/sharedHosts.ts"
export {
  type Alike,
  type CompanyDoubt,
  type CompanyMarks,
  type WhichCompany,
  whichCompany,
} from "./rules/whichCompany.ts"

/** A known organization that resembles one about to be recorded, and what gave it away. */
export type Similar = Readonly<{ id: Id; name: string; domains: string[]; why: "domain" | "registration" | "name" }>

/** A shared domain or number in a register is the same company until someone says otherwise; a like name only deserves a warning. */
export const decideCreation = (
  similar: readonly Similar[],
  evenIfSimilar: boolean,
): true | Refusal<"already-known"> => {
  const same = similar.filter(({ why }) => why !== "name")
  return same.length === 0 || evenIfSimilar || refuse("already-known", { similar: same })
}
