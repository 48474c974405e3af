import { readyKeys } from "./starts.ts"

/** What a legal department asks about by its name, and the clauses that say it, whichever of them a type's ready text has. */
export const clauseSubjects = {
  liability: ["liability", "members-liability", "liability-by-payments", "liability-statutory"],
  warranties: ["warranties", "warranties-mutual", "third-party-claims"],
  confidentiality: ["confidentiality", "confidentiality-one-way"],
  dataProtection: ["customer-data", "data-protection"],
  rights: ["own-ip", "joint-ip", "joint-ip-one-owner", "consortium-ip", "trademarks"],
  ending: ["term", "ending-cause", "exit", "leaving", "closing-consortium", "change-of-control"],
  law: ["law-courts", "law-consortium", "law-arbitration"],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type ClauseSubject = keyof typeof clauseSubjects
export const clauseSubjectNames = Object.keys(clauseSubjects) as ClauseSubject[]

/** The key of every clause that some type's ready text has, or the library beside it. */
export const clauseKeys: readonly string[] = readyKeys
