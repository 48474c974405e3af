import { nameKey } from "#rules/organizations"

type Company = Readonly<{ name: string; domains: readonly string[] }>

/** So many tell a company from others; as many as a company's own record has. */
const mostDomains = 50

/**
 * What companies as they were typed or pasted add to those that are listed: new ones, each once whatever the writing, with all domains that were
 * said of it; and those that are there, with whatever domains they did not have yet. O(companies + there).
 */
export const listingOf = <L extends Company>(
  companies: readonly Company[],
  there: readonly L[],
): Readonly<{ fresh: readonly Company[]; known: readonly string[]; widened: readonly L[] }> => {
  const listed = new Map(there.map((each) => [nameKey(each.name), each]))
  const said = new Map<string, Company>()
  for (const { name, domains } of companies) {
    const before = said.get(nameKey(name))
    said.set(nameKey(name), { name: before?.name ?? name, domains: together(before?.domains ?? [], domains) })
  }
  const known = [...said].flatMap(([key, company]) => {
    const entry = listed.get(key)
    return entry === undefined ? [] : [{ company, entry, domains: together(entry.domains, company.domains) }]
  })
  return {
    fresh: [...said].filter(([key]) => !listed.has(key)).map(([, company]) => company),
    known: known.map(({ company }) => company.name),
    widened: known.flatMap(({ entry, domains }) =>
      domains.length > entry.domains.length ? [{ ...entry, domains }] : [],
    ),
  }
}

const together = (some: readonly string[], more: readonly string[]): readonly string[] =>
  [...new Set([...some, ...more])].slice(0, mostDomains)
