import { partyOf, type Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"

const notes = tableOf<{ visibility: Visibility }>()(
  "note",
  ["id", "visibility", "body", "authorId", "authorName", "createdAt"],
  { made: ["createdAt"] },
)

export const insertNote = notes.insert

/** Newest first; row-level security leaves out what is private to another party. */
export const listNotes = (tx: WorkspaceTx, partnershipId: Id, asked: { limit: number; after?: string | undefined }) =>
  notes.page(tx, { ...asked, sort: "-id" }, (rows) =>
    rows
      .where("partnershipId", "=", partnershipId)
      .where(({ eb, or }) => or([eb("privateTo", "is", null), eb("privateTo", "=", partyOf(tx.actor))])),
  )
