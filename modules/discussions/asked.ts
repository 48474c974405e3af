import { partyOf } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import type { Platform } from "#platform/platform"
import { findSubject, type SubjectRow } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { type Audience, decideAudience } from "./rules.ts"

export type Asked = Readonly<{ subjectKind: string; subjectId: Id; audience: Audience }>

/** What is talked about, if the actor may see it. */
export const subjectOf = (tx: WorkspaceTx, { subjectKind, subjectId }: Asked, { contributed }: Platform) =>
  findSubject(tx, contributed.subjects, { kind: subjectKind, id: subjectId })

/** Its thread of the audience that was asked for. */
export const threadOf = (tx: WorkspaceTx, subject: SubjectRow, { subjectKind, subjectId, audience }: Asked) => {
  const decided = decideAudience(subject, audience, partyOf(tx.actor))
  if (isRefusal(decided)) return decided
  return { subject: { kind: subjectKind, id: subjectId }, partnershipId: subject.partnershipId, ...decided }
}
