/**
 * The clause library: ready texts of agreements for every type of partnership, in every language. It says with what a negotiation
 * starts, and is neither an agreement nor legal advice.
 */

export { readyInEveryLanguage } from "./library/everyLanguage.ts"
export { type ReadyClause, readyClauses } from "./library/readyClauses.ts"
export { type ReadyText, readyText } from "./library/readyText.ts"
export { type ClauseSubject, clauseKeys, clauseSubjectNames, clauseSubjects } from "./library/subjects.ts"
