import { partyOf, type Side, type Visibility } from "#core/actor"
import type { Id } from "#core/ids"
import { pageIn } from "#platform/cursor"
import { anyOf, sql } from "#platform/database"
import { tableOf } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { CheckState, Hold } from "../rules.ts"

type SubjectRef = Readonly<{ kind: string; id: Id }>

const files = tableOf<{ heldAs: Hold | null }>()("file", ["id"], { made: ["uploadedAt"] })

export const insertFile = files.insert
export const saveFile = files.save

/** A file with what is known of its bytes. What is private to another party is left out here, and by row-level security again. */
const everyFile = ({ db, actor }: WorkspaceTx) =>
  db
    .selectFrom("file")
    .innerJoin("fileObject", (join) =>
      join.onRef("fileObject.workspaceId", "=", "file.workspaceId").onRef("fileObject.hash", "=", "file.hash"),
    )
    .select([
      "file.id",
      "file.partnershipId",
      "file.subjectKind",
      "file.subjectId",
      "file.hash",
      "file.name",
      "file.mediaType",
      "file.partyId",
      "file.privateTo",
      "file.visibility",
      "file.uploadedBy",
      "file.uploaderName",
      "file.uploadedAt",
      "file.heldAs",
      "file.removedAt",
      "fileObject.bytes",
      "fileObject.checkState",
      "fileObject.found",
      "fileObject.goneAt",
    ])
    .$narrowType<{ heldAs: Hold | null; checkState: CheckState; visibility: Visibility; side: Side }>()
    .where("file.workspaceId", "=", actor.workspaceId)
    .where("fileObject.workspaceId", "=", actor.workspaceId)
    .where(({ eb, or }) => or([eb("file.privateTo", "is", null), eb("file.privateTo", "=", partyOf(actor))]))
    // What waits to be sent is its uploader's alone.
    .where(({ eb, or }) => or([eb("file.unsentBy", "is", null), eb("file.unsentBy", "=", actor.userId ?? "")]))

/** The files of partnerships; those of whoever is no partner yet are asked for by what they came with. */
const filesWithObjects = (tx: WorkspaceTx) =>
  everyFile(tx).where("file.partnershipId", "is not", null).$narrowType<{ partnershipId: Id }>()

export const findFile = (tx: WorkspaceTx, id: Id) => filesWithObjects(tx).where("file.id", "=", id).executeTakeFirst()

export const lockFile = (tx: WorkspaceTx, id: Id) =>
  filesWithObjects(tx).where("file.id", "=", id).forUpdate("file").executeTakeFirst()

export type FileRow = NonNullable<Awaited<ReturnType<typeof findFile>>>

type PageAsked = Readonly<{ limit: number; after?: string | undefined }>
const newestFirst = { by: "file.id", id: "file.id", descending: true } as const

export const listOfSubject = (tx: WorkspaceTx, { kind, id }: SubjectRef, { limit, after }: PageAsked) =>
  pageIn(
    filesWithObjects(tx)
      .where("file.subjectKind", "=", kind)
      .where("file.subjectId", "=", id)
      .where("file.unsentBy", "is", null)
      .where("file.removedAt", "is", null),
    { ...newestFirst, limit, after },
  )

export const listOfPartnership = (tx: WorkspaceTx, partnershipId: Id, { limit, after }: PageAsked) =>
  pageIn(
    filesWithObjects(tx)
      .where("file.partnershipId", "=", partnershipId)
      .where("file.unsentBy", "is", null)
      .where("file.removedAt", "is", null),
    { ...newestFirst, limit, after },
  )

/** The files of these things, in the order in which they came. */
export const filesOn = async (tx: WorkspaceTx, kind: string, ids: readonly Id[]): Promise<FileRow[]> =>
  ids.length === 0
    ? []
    : filesWithObjects(tx)
        .where("file.subjectKind", "=", kind)
        .where("file.subjectId", "=", anyOf(ids))
        .where("file.unsentBy", "is", null)
        .where("file.removedAt", "is", null)
        .orderBy("file.id")
        .execute()

/** The files about things of no partnership, in the order in which they came. */
export const filesOutside = (tx: WorkspaceTx, kind: string, ids: readonly Id[]) =>
  everyFile(tx)
    .where("file.partnershipId", "is", null)
    .where("file.subjectKind", "=", kind)
    .where("file.subjectId", "=", anyOf(ids))
    .where("file.removedAt", "is", null)
    .orderBy("file.id")
    .execute()

export const deleteOutside = async (
  { db, actor }: WorkspaceTx,
  kind: string,
  subjectIds: readonly Id[],
): Promise<void> => {
  await db
    .deleteFrom("file")
    .where("workspaceId", "=", actor.workspaceId)
    .where("partnershipId", "is", null)
    .where("subjectKind", "=", kind)
    .where("subjectId", "=", anyOf(subjectIds))
    .execute()
}

/** Room that strangers' files take, which are uploaded by nobody with a name; the same bytes count as often as they came. */
export const bytesOutside = async ({ db, actor }: WorkspaceTx): Promise<number> => {
  const row = await db
    .selectFrom("file")
    .innerJoin("fileObject", (join) =>
      join.onRef("fileObject.workspaceId", "=", "file.workspaceId").onRef("fileObject.hash", "=", "file.hash"),
    )
    .select(({ fn }) => fn.sum<number | null>("fileObject.bytes").as("bytes"))
    .where("file.workspaceId", "=", actor.workspaceId)
    .where("fileObject.workspaceId", "=", actor.workspaceId)
    .where("file.partnershipId", "is", null)
    .where("file.uploaderName", "=", "")
    .where("file.removedAt", "is", null)
    .executeTakeFirst()
  return row?.bytes ?? 0
}

/** Of these the actor's own that wait to be sent, locked. */
export const lockUnsent = (tx: WorkspaceTx, ids: readonly Id[]): Promise<FileRow[]> =>
  filesWithObjects(tx)
    .where("file.id", "=", anyOf(ids))
    .where("file.unsentBy", "=", tx.actor.userId ?? "")
    .where("file.removedAt", "is", null)
    .orderBy("file.id")
    .forUpdate("file")
    .execute()

/** One of the actor's own that wait to be sent. */
export const findUnsent = (tx: WorkspaceTx, id: Id): Promise<FileRow | undefined> =>
  filesWithObjects(tx)
    .where("file.id", "=", id)
    .where("file.unsentBy", "=", tx.actor.userId ?? "")
    .where("file.removedAt", "is", null)
    .executeTakeFirst()

/** How many files of somebody's wait to be sent. */
export const countUnsent = async ({ db, actor }: WorkspaceTx): Promise<number> => {
  const row = await db
    .selectFrom("file")
    .select(({ fn }) => fn.countAll<number>().as("files"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("unsentBy", "=", actor.userId ?? "")
    .where("removedAt", "is", null)
    .executeTakeFirstOrThrow()
  return row.files
}

export const discardUnsent = async ({ db, actor, now }: WorkspaceTx, before: string): Promise<void> => {
  await sql`select discard_unsent_files(${actor.workspaceId}, ${before}, ${now})`.execute(db)
}

/** How many files of a subject the actor's party sees. */
export const countFiles = async ({ db, actor }: WorkspaceTx, { kind, id }: SubjectRef): Promise<number> => {
  const row = await db
    .selectFrom("file")
    .select(({ fn }) => fn.countAll<number>().as("files"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectKind", "=", kind)
    .where("subjectId", "=", id)
    .where("unsentBy", "is", null)
    .where("removedAt", "is", null)
    .executeTakeFirstOrThrow()
  return row.files
}

/** Of these the ones that every party sees and that are about this subject, locked. */
export const sharedFilesOf = (tx: WorkspaceTx, { kind, id }: SubjectRef, ids: readonly Id[]): Promise<FileRow[]> =>
  filesWithObjects(tx)
    .where("file.subjectKind", "=", kind)
    .where("file.subjectId", "=", id)
    .where("file.id", "=", anyOf(ids))
    .where("file.privateTo", "is", null)
    .orderBy("file.id")
    .forUpdate("file")
    .execute()

/** The files with these bytes that are still there, as far as the actor sees them. */
export const filesWithHash = (tx: WorkspaceTx, hash: string) =>
  everyFile(tx).where("file.hash", "=", hash).where("file.removedAt", "is", null).execute()

/** Of these the ones that every party sees, as the record names them. */
export const sharedFiles = ({ db, actor }: WorkspaceTx, ids: readonly Id[]) =>
  db
    .selectFrom("file")
    .select(["id", "name", "mediaType", "hash", "uploaderName", "uploadedAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", anyOf(ids))
    .where("privateTo", "is", null)
    .execute()
