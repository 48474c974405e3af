import { createContext, useContext } from "react"
import type { AgreementTextView } from "#contract/agreements"

export type PromisedLine = AgreementTextView["promised"][number]

/** What is promised in the clauses of the text that is shown or written. */
export const Promised = createContext<readonly PromisedLine[]>([])

export const usePromisedIn = (key: string): readonly PromisedLine[] =>
  useContext(Promised).filter((line) => line.key === key)

type Keyed = Readonly<{ key: string }>

/** What is promised in clauses that were there and are in the text no more. */
export const endingWith = (
  promised: readonly PromisedLine[],
  before: readonly Keyed[],
  after: readonly Keyed[],
): readonly PromisedLine[] => {
  const kept = new Set(after.map(({ key }) => key))
  return promised.filter(({ key }) => !kept.has(key) && before.some((clause) => clause.key === key))
}
