/**
 * A workspace is one tenant: the host company that runs it, its settings, and who may enter.
 * It is not an organization (a company one works with), and people's accounts live outside it.
 */
export { actions } from "./actions.ts"
export { identityMails } from "./emails.ts"
export { jobs } from "./jobs.ts"
export { foundWorkspace, setUpToken } from "./setUp.ts"
export { accessOf, actorIn, alarmBudgetThen, allWorkspaces, findWorkspace } from "./store.ts"
