import { foreignIdKey } from "#core/foreignId"
import type { Id } from "#core/ids"
import { type CompanyDoubt, nameKey, ownDomains, whichCompany } from "#rules/organizations"

export type AlikeCompany = Readonly<{
  id: Id
  name: string
  names: readonly string[]
  domains: readonly string[]
  ids: readonly string[]
}>

/** Two companies that may be one, and what speaks for it. */
export type AlikePair = Readonly<{
  one: AlikeCompany
  other: AlikeCompany
  why: "same" | Exclude<CompanyDoubt, "namesake">
}>

/** Companies that share a key are compared with the first few that have it: what everybody has identifies nobody. */
const mostCompared = 20

/**
 * Companies that an import would take for one, or ask about, by its own rule: each is sought among those before it. Namesakes with
 * other ids or domains are two.
 */
export const alikeCompanies = (companies: readonly AlikeCompany[], most: number): readonly AlikePair[] => {
  const pairs: AlikePair[] = []
  const byKey = new Map<string, AlikeCompany[]>()
  const withKeys = (keys: readonly string[]) => [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))]
  for (const each of companies) {
    const company = { ...each, domains: ownDomains(each.domains) }
    const keys = {
      ids: company.ids.map((id) => `i ${foreignIdKey(id)}`),
      domains: company.domains.map((domain) => `d ${domain.toLowerCase()}`),
      names: company.names.map((name) => `n ${nameKey(name)}`),
    }
    const found = whichCompany(company, {
      sameId: withKeys(keys.ids)[0],
      sameDomain: withKeys(keys.domains),
      sameName: withKeys(keys.names),
    })
    if (found.which === "known") pairs.push({ one: found.company, other: company, why: "same" })
    if (found.which === "doubtful" && found.doubt !== "namesake")
      pairs.push({ one: found.company, other: company, why: found.doubt })
    if (pairs.length >= most) return pairs
    for (const key of [...keys.ids, ...keys.domains, ...keys.names]) {
      const those = byKey.get(key) ?? []
      if (those.length < mostCompared) byKey.set(key, [...those, company])
    }
  }
  return pairs
}
