import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { addDays } from "#core/time"
import { sql } from "#platform/database"
import { dueSoonDays } from "./rules.ts"

/**
 * What is derived of a task, in SQL over rows of `task` (named by the alias `of`). Each is the rule of the same name;
 * `facts.test.ts` holds the two together.
 */
const column = (of: string, name: string) => sql.ref(`${of}.${name}`)

/** Something it waits for is neither done nor skipped: the rule `heldUpBy`. */
export const isWaitingIn = (of: string, workspaceId: Id) =>
  sql<boolean>`exists (select from task before where before.workspace_id = ${workspaceId}
    and before.id = any(${column(of, "waitsFor")}) and before.state = 'open')`

export const isOverdueIn = (of: string, workspaceId: Id, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} = 'open' and ${column(of, "dueOn")} < ${today}::date and not ${isWaitingIn(of, workspaceId)})`

export const isDueSoonIn = (of: string, workspaceId: Id, today: PlainDate) =>
  sql<boolean>`(${column(of, "state")} = 'open' and ${column(of, "dueOn")} between ${today}::date and ${addDays(today, dueSoonDays)}::date
    and not ${isWaitingIn(of, workspaceId)})`
