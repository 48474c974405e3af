import type { AgreementText, Clause } from "./clause.ts"
import type { ReadClause } from "./wordClauses.ts"
import { bookmarkOf } from "./wordParagraphs.ts"

const said = (heading: string): string => heading.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase()

/** A number that somebody wrote before a heading, where another program had turned Word's own into words. */
const numbered = /^(?:§\s*)?\d{1,3}(?:\.\d{1,3})*[.)]?\s+/

/**
 * Which clause of the version each of a file's is; undefined is a new one. First those that are called the same and carry its
 * bookmark; then those called the same, because Word leaves a bookmark with whatever somebody wrote before its heading, and other
 * programs lose it; then those that carry the bookmark and are called something else now.
 */
export const keysOf = (read: readonly ReadClause[], { clauses }: AgreementText): (string | undefined)[] => {
  const keys: (string | undefined)[] = read.map(() => undefined)
  const left = new Map(clauses.map((clause, at) => [clause.key, { clause, bookmark: bookmarkOf(clause.key, at) }]))
  const take = (fits: (one: ReadClause, clause: Clause, bookmark: string) => boolean) => {
    for (const [at, one] of read.entries()) {
      if (keys[at] !== undefined) continue
      const found = [...left.values()].find(({ clause, bookmark }) => fits(one, clause, bookmark))
      if (found === undefined) continue
      keys[at] = found.clause.key
      left.delete(found.clause.key)
    }
  }
  take((one, clause, bookmark) => one.bookmarks.includes(bookmark) && said(one.heading) === said(clause.heading))
  take((one, clause) => said(one.heading) !== "" && said(one.heading) === said(clause.heading))
  take((one, _, bookmark) => one.bookmarks.includes(bookmark))
  take((one, clause) => clause.heading !== "" && said(one.heading.replace(numbered, "")) === said(clause.heading))
  return keys
}
