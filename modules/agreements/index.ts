/**
 * An agreement is what both sides signed: its term, notice, and the objectives and promises that come from its clauses.
 * It is not the promises themselves (commitments) nor the goals (objectives), which live on in modules of their own.
 */
export { actions } from "./actions.ts"
export { jobs } from "./jobs.ts"
