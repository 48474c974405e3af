import type { SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import type { commentWritten } from "./events.ts"
import type { CommentRow } from "./store.ts"

/** What happened to a comment, for those who may read it, and whom it concerns. */
export const recordComment = (
  tx: WorkspaceTx,
  kind: typeof commentWritten,
  { id, partnershipId, visibility }: CommentRow,
  about: SubjectRef,
  concerns: readonly string[] = [],
): Promise<void> =>
  tx.record(kind, {
    subjectId: id,
    partnershipId,
    visibility,
    concerns,
    payload: { aboutKind: about.kind, aboutId: about.id },
  })
