import type { Clause } from "./clause.ts"

/**
 * The number of each clause, from where it stands: "1", "2", "2.1", "3". A clause of the second level that none stands before
 * counts as one of the first, so no number begins with nothing.
 */
export const numberClauses = (clauses: readonly Pick<Clause, "level">[]): string[] => {
  let [chapter, section] = [0, 0]
  return clauses.map(({ level }) => {
    if (level === 1 || chapter === 0) {
      chapter += 1
      section = 0
      return `${chapter}`
    }
    section += 1
    return `${chapter}.${section}`
  })
}
