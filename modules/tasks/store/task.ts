import type { Side, Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import { partnershipNameOf } from "#modules/partnerships"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Dating, Grant, OffsetUnit, TaskState } from "../rules.ts"
import { mostTasks } from "../rules.ts"
import type { About } from "./plan.ts"

/** Columns as the table's check constraints hold them. */
type Typed = Readonly<{
  owedBy: Side
  visibility: Visibility
  state: TaskState
  dating: Dating
  offsetUnit: OffsetUnit | null
  grants: readonly Grant[]
}>

export const tasks = tableOf<Typed>()(
  "task",
  [
    ...(["id", "partnershipId", "subjectKind", "subjectId", "planId", "position", "title", "description"] as const),
    ...(["partyId", "owedBy", "privateTo", "visibility", "ownerId", "ownerName", "givenBy"] as const),
    ...(["dating", "offsetCount", "offsetUnit", "follows", "country", "dueOn", "sortOn", "waitsFor"] as const),
    ...(["isOptional", "state", "closedOn", "closedAt", "reason", "note", "link", "reDated"] as const),
    ...(["grants", "needsEvidence"] as const),
    ...(["warnedAt", "overdueAt", "version"] as const),
  ],
  { made: ["createdAt"] },
)

type Change = Parameters<typeof tasks.save>[2]
export type NewTask = Parameters<typeof tasks.insert>[1]

type Made = Omit<NewTask, "grants"> & Readonly<{ grants?: readonly Grant[] }>

export const insertTasks = (tx: WorkspaceTx, made: readonly Made[]) =>
  tasks.insertAll(
    tx,
    made.map(({ grants = [], ...task }) => ({ ...task, grants: JSON.stringify(grants) })),
  )

/** With a new day, nobody has been told of that day yet. */
export const saveTask = (tx: WorkspaceTx, id: Id, change: Change) =>
  tasks.save(tx, id, { ...change, ...("dueOn" in change ? { warnedAt: null, overdueAt: null } : {}) })

/** A task with the name of its partnership. */
export const named = (tx: WorkspaceTx) =>
  tasks.rows(tx).select(partnershipNameOf(tx.actor.workspaceId, "task.partnershipId").as("partnershipName"))

export type TaskRow = NonNullable<Awaited<ReturnType<typeof findTask>>>

export const findTask = (tx: WorkspaceTx, id: Id) => named(tx).where("id", "=", id).executeTakeFirst()

export const tasksById = async (tx: WorkspaceTx, ids: readonly Id[]) =>
  ids.length === 0
    ? []
    : tasks
        .rows(tx)
        .where("id", "=", anyOf([...new Set(ids)]))
        .execute()

/** What is done and waited for one of these. */
export const doneAfter = async (tx: WorkspaceTx, ids: readonly Id[]) =>
  ids.length === 0
    ? []
    : tasks.rows(tx).where("state", "=", "done").where(sql<boolean>`waits_for && ${ids}::uuid[]`).execute()

/** Everything of these plans that the reader may see, in its order. */
export const tasksOfPlans = async (tx: WorkspaceTx, plans: readonly Id[]) =>
  plans.length === 0
    ? []
    : named(tx)
        .where("planId", "=", anyOf([...plans]))
        .orderBy("position")
        .orderBy("id")
        .execute()

/** What is still to be done of these plans. */
export const openTasksOfPlans = async (tx: WorkspaceTx, plans: readonly Id[]) =>
  plans.length === 0
    ? []
    : tasks
        .rows(tx)
        .where("state", "=", "open")
        .where("planId", "=", anyOf([...plans]))
        .execute()

const about = (tx: WorkspaceTx, { kind, id }: About) =>
  named(tx).where("subjectKind", "=", kind).where("subjectId", "=", id)

/** Everything there is to do about one thing, in its order. */
export const tasksOf = (tx: WorkspaceTx, subject: About) =>
  about(tx, subject).orderBy("position").orderBy("id").limit(mostTasks).execute()

/**
 * The same, locked in one order: what waits for what, and what moves with what, is decided over all of them, so that two acts on
 * the same thing come one after the other.
 */
export const lockTasksOf = (tx: WorkspaceTx, subject: About) =>
  about(tx, subject).orderBy("id").limit(mostTasks).forUpdate("task").execute()
