import { foreignIdKey } from "#core/foreignId"
import type { Id } from "#core/ids"
import { textKey } from "#core/textKey"

/** What a company is told by: all its names, domains of its own, and ids of other systems. */
export type CompanyMarks = Readonly<{ names: readonly string[]; domains: readonly string[]; ids: readonly string[] }>
type Company = CompanyMarks & Readonly<{ id: Id }>

/** The companies that share something with one that is sought. */
export type Alike<C extends Company> = Readonly<{
  sameId: C | undefined
  sameDomain: readonly C[]
  sameName: readonly C[]
}>

/**
 * Why it is not sure which company is meant. One domain under several names or ids: a group, or one company in several writings. One
 * name with another domain: a second domain, or a namesake. A like name ("Apex Ltd", "Apex Inc"), and nothing for or against it.
 * Namesakes: names alike, but another id or, where they differ in writing, another domain.
 */
export type CompanyDoubt = "group-on-one-domain" | "second-domain" | "like-name" | "namesake"

export type WhichCompany<C> =
  | Readonly<{ which: "known"; company: C }>
  | Readonly<{ which: "new" }>
  | Readonly<{ which: "doubtful"; company: C; doubt: CompanyDoubt; about: string | null | undefined }>
  | Readonly<{ which: "several" }>

/** Which company is meant: an id decides, then a domain of one's own; a like name decides nothing against either. */
export const whichCompany = <C extends Company>(sought: CompanyMarks, alike: Alike<C>): WhichCompany<C> => {
  if (alike.sameId) return { which: "known", company: alike.sameId }
  return byDomain(sought, alike.sameDomain) ?? byName(sought, alike.sameName)
}

const byDomain = <C extends Company>(sought: CompanyMarks, found: readonly C[]): WhichCompany<C> | undefined => {
  const [first] = found
  if (!first) return undefined
  const same = found.find((company) => isCalled(sought, company) && !hasOtherId(sought, company))
  if (same) return { which: "known", company: same }
  const about = sought.domains.find((domain) => first.domains.includes(domain)) ?? null
  return { which: "doubtful", company: first, doubt: "group-on-one-domain", about }
}

const byName = <C extends Company>(sought: CompanyMarks, found: readonly C[]): WhichCompany<C> => {
  const exact = found.filter((company) => isCalled(sought, company))
  const named = exact.length > 0 ? exact : found
  const [first] = named
  if (!first) return { which: "new" }
  const [free, ...others] = named.filter((each) => !hasOtherId(sought, each) && !hasOtherDomain(sought, each))
  if (free && others.length > 0) return { which: "several" }
  if (free) return exact.length > 0 ? { which: "known", company: free } : doubt("like-name", free)
  const withOtherDomain = exact.find((company) => !hasOtherId(sought, company))
  return withOtherDomain ? doubt("second-domain", withOtherDomain, sought.names[0]) : doubt("namesake", first)
}

const doubt = <C>(kind: CompanyDoubt, company: C, about: string | null | undefined = null): WhichCompany<C> => ({
  ...{ which: "doubtful", company, doubt: kind, about },
})

const isCalled = (sought: CompanyMarks, { names }: CompanyMarks): boolean =>
  sought.names.some((name) => names.some((other) => other === name || textKey(other) === textKey(name)))

const hasOtherId = (sought: CompanyMarks, { ids }: CompanyMarks): boolean =>
  ids.length > 0 && sought.ids.length > 0 && !sought.ids.some((id) => ids.some((other) => sameId(id, other)))

const sameId = (one: string, other: string): boolean => foreignIdKey(one) === foreignIdKey(other)

const hasOtherDomain = (sought: CompanyMarks, { domains }: CompanyMarks): boolean =>
  domains.length > 0 && sought.domains.length > 0
