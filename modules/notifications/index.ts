/**
 * A notification tells one person what happened in a partnership they answer for, in the list and by mail, as they chose.
 * It is not the record of what happened (the ledger), and nobody else sees it.
 */
export { actions } from "./actions.ts"
export { jobs } from "./jobs.ts"
export { countUnread } from "./store.ts"
