import type { Id } from "#core/ids"
import { anyOf } from "#platform/database"
import { type Row, tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Answer, AssessmentState } from "../rules.ts"

/** As anybody may read it: what somebody is still writing is not among the columns. */
const assessments = tableOf<{ state: AssessmentState }>()(
  "assessment",
  [
    ...(["id", "candidateId", "round", "yardstick", "assessorId", "state", "recusal", "askedAt", "settledAt"] as const),
    ...(["couldSee", "version"] as const),
  ],
  { made: ["askedAt"] },
)
export type AssessmentRow = Row<typeof assessments>

export const findAssessment = assessments.find
export const lockAssessment = assessments.lock
export const saveAssessment = assessments.save
export const insertAssessments = assessments.insertAll
export const removeAssessment = assessments.remove

/** Who was asked about these candidates in any round, in the order of asking. */
export const assessmentsOf = (tx: WorkspaceTx, candidateIds: readonly Id[]): Promise<AssessmentRow[]> =>
  assessments.rows(tx).where("candidateId", "=", anyOf(candidateIds)).orderBy("askedAt").orderBy("id").execute()

/** What the assessor alone reads. */
export const ownDraft = async ({ db, actor }: WorkspaceTx, id: Id, assessorId: Id): Promise<Answer[]> => {
  const row = await db
    .selectFrom("assessment")
    .select("draft")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("assessorId", "=", assessorId)
    .executeTakeFirstOrThrow()
  return row.draft as unknown as Answer[]
}

export const keepDraft = (tx: WorkspaceTx, id: Id, draft: readonly Answer[]) =>
  saveAssessment(tx, id, { draft: JSON.stringify(draft) })

const sent = tableOf<{ answers: Answer[] }>()(
  "assessmentAnswers",
  ["id", "assessmentId", "number", "answers", "afterSeeing", "sentAt"],
  { made: ["sentAt"] },
)
export type SentRow = Row<typeof sent>

type NewAnswers = Readonly<{
  id: Id
  assessmentId: Id
  number: number
  answers: readonly Answer[]
  afterSeeing: boolean
}>

export const insertAnswers = (tx: WorkspaceTx, { answers, ...said }: NewAnswers) =>
  sent.insert(tx, { ...said, answers: JSON.stringify(answers) })

/** All that was sent of these assessments, in the order of sending. Whoever calls this has asked whether the reader may know. */
export const sentOf = (tx: WorkspaceTx, assessmentIds: readonly Id[]): Promise<SentRow[]> =>
  sent.rows(tx).where("assessmentId", "=", anyOf(assessmentIds)).orderBy("number").execute()
