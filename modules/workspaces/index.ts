/**
 * A workspace is one tenant: the host company that runs it, its settings, and who may enter.
 * It is not an organization (a company one works with), and people's accounts live outside it.
 */

import { defineModule } from "#platform/module"
import { actions } from "./actions.ts"
import { jobs } from "./jobs.ts"

export { identityMails } from "./emails.ts"
export { foundWorkspace, setUpToken } from "./setUp.ts"
export { accessOf, actorIn, alarmBudgetThen, allWorkspaces, findWorkspace } from "./store.ts"

export const workspaces = defineModule("workspaces", { tables: { idempotency_key: "person" }, actions, jobs })
