import type { Id } from "#core/ids"
import type { Instant, PlainDate } from "#core/time"
import { userNameOf } from "#modules/workspaces"
import { anyOf, sql } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { AgreementText, Content, DraftKind, DraftState } from "../rules.ts"

/** Neither in force nor withdrawn. */
const openStates: readonly DraftState[] = ["draft", "in_review", "agreed"]

type Closed = { kind: DraftKind; state: DraftState; content: Content; base: Content | null }

const drafts = tableOf<Closed>()(
  "agreementDraft",
  [
    "id",
    "partnershipId",
    "agreementId",
    "kind",
    "state",
    "content",
    "base",
    "validFrom",
    "reason",
    "hostSigner",
    "partnerSigner",
    "signedOn",
    "signedFileId",
    "baseVersionId",
    "inForceAt",
    "inApprovalSince",
    "privateTo",
    "version",
    "createdAt",
  ],
  { made: ["createdAt", "updatedAt"], saved: ["updatedAt"] },
)

export type DraftRow = Row<typeof drafts>
type Change = Parameters<typeof drafts.save>[2]
type Made = Parameters<typeof drafts.insert>[1]
type Said<Of> = Omit<Of, "content" | "base"> & Readonly<{ content: Content; base?: Content }>

const written = ({ content, base }: Partial<Said<Made>>) => ({
  ...(content === undefined ? {} : { content: JSON.stringify(content) }),
  ...(base === undefined ? {} : { base: JSON.stringify(base) }),
})

export const findDraft = drafts.find
export const lockDraft = drafts.lock
export const insertDraft = (tx: WorkspaceTx, made: Said<Made>) =>
  drafts.insert(tx, { ...made, ...written(made) } as Made)
export const saveDraft = (tx: WorkspaceTx, id: Id, change: Partial<Said<Change>>) =>
  drafts.save(tx, id, { ...change, ...written(change as Partial<Said<Made>>) } as Change)

/** The words that the host writes; null leaves none. */
export const saveWorkingText = (tx: WorkspaceTx, id: Id, text: AgreementText | null) =>
  drafts.save(tx, id, { text: text === null ? null : JSON.stringify(text) })

/** Since when its words wait to be approved; whoever edits the draft meanwhile has not read another one. */
export const saveInApproval = async (
  { db, actor }: WorkspaceTx,
  id: Id,
  inApprovalSince: Instant | null,
): Promise<void> => {
  await db
    .updateTable("agreementDraft")
    .set({ inApprovalSince })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute()
}

export const draftsNamed = (tx: WorkspaceTx, ids: readonly Id[]): Promise<DraftRow[]> =>
  drafts.rows(tx).where("id", "=", anyOf(ids)).execute()

/** What is written of a partnership's agreements, the newest first; what was withdrawn is not shown any more. */
export const draftsOf = (tx: WorkspaceTx, partnershipId: Id): Promise<DraftRow[]> =>
  drafts
    .rows(tx)
    .where("partnershipId", "=", partnershipId)
    .where("state", "<>", "withdrawn")
    .where(({ eb, or }) => or([eb("kind", "<>", "first"), eb("state", "<>", "in_force")]))
    .orderBy("id", "desc")
    .limit(100)
    .execute()

export const mostOpenDrafts = 100

/** What is neither in force nor withdrawn, over all partnerships that the reader sees; one more than are shown tells that there are more. */
export const openDrafts = (tx: WorkspaceTx): Promise<DraftRow[]> =>
  drafts
    .rows(tx)
    .where("state", "=", anyOf(openStates))
    .orderBy("id", "desc")
    .limit(mostOpenDrafts + 1)
    .execute()

/** Of these drafts: with whom, since when, and who wrote it. */
export const whoWrote = async (tx: WorkspaceTx, ids: readonly Id[]) => {
  const { workspaceId } = tx.actor
  const { rows } = await sql<
    Readonly<{ id: Id; partnershipName: string; writtenAt: Instant; writtenBy: string | null }>
  >`
    select d.id, p.name as partnership_name, d.created_at as written_at,
      (select ${userNameOf(workspaceId, "e.actorId")} from event e where e.workspace_id = ${workspaceId}
        and e.subject_type = 'agreement_draft' and e.subject_id = d.id and e.kind = 'agreement_draft.written'
        order by e.recorded_at limit 1) as written_by
    from agreement_draft d join partnership p on p.workspace_id = d.workspace_id and p.id = d.partnership_id
    where d.workspace_id = ${workspaceId} and d.id = any(${ids}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The amendments of an agreement that are neither in force nor withdrawn, in the order in which they will hold. */
export const openAmendmentsOf = (tx: WorkspaceTx, agreementId: Id): Promise<DraftRow[]> =>
  drafts
    .rows(tx)
    .where("agreementId", "=", agreementId)
    .where("state", "=", anyOf(openStates))
    .orderBy("validFrom")
    .orderBy("id")
    .execute()

/** Changes that were agreed and whose day has come, locked. */
export const lockAgreed = (tx: WorkspaceTx, today: PlainDate, limit: number): Promise<DraftRow[]> =>
  drafts
    .rows(tx)
    .where("state", "=", "agreed")
    .where("validFrom", "<=", today)
    .orderBy("validFrom")
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
