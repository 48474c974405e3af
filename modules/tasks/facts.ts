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

/** A lateral join named `as` with the open task about a thing that is due first, as `task`: null where there is none. */
export const nextTaskAbout = (workspaceId: Id, kind: string, id: ReturnType<typeof sql>, as: string) =>
  sql`left join lateral (select jsonb_build_object('id', t.id, 'title', t.title, 'dueOn', t.due_on) as task from task t
    where t.workspace_id = ${workspaceId} and t.subject_kind = ${kind} and t.subject_id = ${id} and t.state = 'open'
    order by t.due_on nulls last, t.id limit 1) ${sql.ref(as)} on true`
