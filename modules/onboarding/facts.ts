import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { isOverdueIn } from "#modules/tasks"
import { sql } from "#platform/database"

/**
 * How an onboarding stands, in SQL over rows of `onboarding` (named by the alias `of`), for those who list or count: the rule `stateOf`.
 * `facts.test.ts` holds the two together.
 */
const column = (of: string, name: string) => sql.ref(`${of}.${name}`)

const hasTask = (of: string, workspaceId: Id, which: ReturnType<typeof sql>) =>
  sql<boolean>`(${column(of, "givenUpAt")} is null and exists (select from task t
    where t.workspace_id = ${workspaceId} and t.plan_id = ${column(of, "planId")} and ${which}))`

/** Running or stuck. */
export const isUnderWayIn = (of: string, workspaceId: Id) => hasTask(of, workspaceId, sql`t.state = 'open'`)

export const isStuckIn = (of: string, workspaceId: Id, today: PlainDate) =>
  hasTask(of, workspaceId, isOverdueIn("t", workspaceId, today))
