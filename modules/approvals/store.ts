import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { partnershipNameOf } from "#modules/partnerships"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { ApprovalState, AskedStep, Decision, LeftOut, Step } from "./rules.ts"

const rules = tableOf<{ steps: readonly Step[] }>()("approvalRule", ["id", "kind", "steps", "version"])

export type RuleRow = Row<typeof rules>

export const rulesOf = (tx: WorkspaceTx) => rules.rows(tx).execute()
export const findRule = (tx: WorkspaceTx, kind: string) => rules.rows(tx).where("kind", "=", kind).executeTakeFirst()
export const lockRule = (tx: WorkspaceTx, kind: string) =>
  rules.rows(tx).where("kind", "=", kind).forUpdate().executeTakeFirst()
export const insertRule = (tx: WorkspaceTx, id: Id, kind: string, steps: readonly Step[]) =>
  rules.insert(tx, { id, kind, steps: JSON.stringify(steps) })
export const saveRule = (tx: WorkspaceTx, id: Id, steps: readonly Step[]) =>
  rules.save(tx, id, { steps: JSON.stringify(steps) })

type Typed = Readonly<{
  state: ApprovalState
  steps: readonly AskedStep[]
  leftOut: readonly LeftOut[]
  intent: Readonly<Record<string, unknown>>
}>

const approvals = tableOf<Typed>()(
  "approval",
  [
    ...(["id", "kind", "subjectKind", "subjectId", "partnershipId", "title", "amountMinor", "currency"] as const),
    ...([
      "intent",
      "hash",
      "askedBy",
      "askedByName",
      "askedAt",
      "steps",
      "step",
      "state",
      "closedAt",
      "version",
    ] as const),
    ...(["ruleEdition", "leftOut", "reachedAt", "remindedAt", "escalatedAt", "barred", "askedByPartner"] as const),
  ],
  { made: ["askedAt"] },
)

export type ApprovalRow = Row<typeof approvals>

export const findApproval = approvals.find
export const approvalsById = async (tx: WorkspaceTx, ids: readonly Id[]): Promise<readonly ApprovalRow[]> =>
  ids.length === 0
    ? []
    : approvals
        .rows(tx)
        .where("id", "=", anyOf([...ids]))
        .execute()
export const lockApproval = approvals.lock
export const saveApproval = approvals.save

type Json = "intent" | "steps" | "leftOut"
type NewApproval = Parameters<typeof approvals.insert>[1]
export const insertApproval = (
  tx: WorkspaceTx,
  { intent, steps, leftOut, ...made }: Omit<NewApproval, Json> & Pick<Typed, Json>,
) =>
  approvals.insert(tx, {
    ...made,
    ...{ intent: JSON.stringify(intent), steps: JSON.stringify(steps), leftOut: JSON.stringify(leftOut) },
  })

type Filter = Readonly<{
  limit: number
  after?: string | undefined
  sort: "-askedAt"
  state: ApprovalState | "all"
  partnership?: Id | undefined
}>

export const listApprovals = (tx: WorkspaceTx, { state, partnership, ...asked }: Filter) =>
  approvals.page(tx, asked, (rows) => {
    const wanted = state === "all" ? rows : rows.where("state", "=", state)
    return partnership === undefined ? wanted : wanted.where("partnershipId", "=", partnership)
  })

/** What waits at any time is little; beyond this nobody reads on. */
const mostWaiting = 500

export const waitingApprovals = (tx: WorkspaceTx) =>
  approvals.rows(tx).where("state", "=", "waiting").orderBy("askedAt").orderBy("id").limit(mostWaiting).execute()

/** Of these, the things for which this act waits to be approved. */
export const waitsForApproval = async (
  tx: WorkspaceTx,
  kind: string,
  subjectIds: readonly Id[],
): Promise<ReadonlySet<Id>> => {
  if (subjectIds.length === 0) return new Set()
  const rows = await approvals
    .rows(tx)
    .where("kind", "=", kind)
    .where("state", "=", "waiting")
    .where("subjectId", "=", anyOf([...subjectIds]))
    .execute()
  return new Set(rows.map(({ subjectId }) => subjectId))
}

/** As many requests of one act on one thing as are looked back on. */
const mostRequests = 100

/** What was asked of this act on one thing, the latest first. */
export const requestsOn = (tx: WorkspaceTx, kind: string, subjectId: Id): Promise<ApprovalRow[]> =>
  approvals
    .rows(tx)
    .where("kind", "=", kind)
    .where("subjectId", "=", subjectId)
    .orderBy("askedAt", "desc")
    .orderBy("id", "desc")
    .limit(mostRequests)
    .execute()

/** What waits on one thing, locked. */
export const lockWaitingOn = (tx: WorkspaceTx, subjectKind: string, subjectId: Id) =>
  approvals
    .rows(tx)
    .where("subjectKind", "=", subjectKind)
    .where("subjectId", "=", subjectId)
    .where("state", "=", "waiting")
    .orderBy("id")
    .forUpdate()
    .execute()

const answers = tableOf<{ decision: Decision }>()(
  "approvalAnswer",
  [
    ...(["id", "approvalId", "step", "userId", "name", "standsFor", "standsForNames", "decision", "reason"] as const),
    "answeredAt",
  ],
  { made: ["answeredAt"] },
)

export type AnswerRow = Row<typeof answers>

export const insertAnswer = answers.insert

export const answersTo = async (tx: WorkspaceTx, approvalIds: readonly Id[]): Promise<readonly AnswerRow[]> =>
  approvalIds.length === 0
    ? []
    : answers
        .rows(tx)
        .where("approvalId", "=", anyOf([...approvalIds]))
        .orderBy("answeredAt")
        .orderBy("id")
        .execute()

export const partnershipNames = async ({ db, actor }: WorkspaceTx, approvalIds: readonly Id[]) => {
  if (approvalIds.length === 0) return new Map<Id, string>()
  const rows = await db
    .selectFrom("approval")
    .select(["id", partnershipNameOf(actor.workspaceId, "approval.partnershipId").as("name")])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf([...approvalIds]))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name ?? ""]))
}

const deputies = tableOf()("deputy", ["id", "personId", "personName", "deputyId", "deputyName", "fromOn", "toOn"])

export type DeputyRow = Row<typeof deputies>

export const insertDeputy = deputies.insert
export const lockDeputy = deputies.lock
export const removeDeputy = deputies.remove

/** Those whose time is not over. */
export const deputiesFrom = (tx: WorkspaceTx, today: PlainDate): Promise<DeputyRow[]> =>
  deputies.rows(tx).where("toOn", ">=", today).orderBy("fromOn").orderBy("id").limit(2_000).execute()
