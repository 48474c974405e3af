import type { Visibility } from "#core/actor"
import { sideOf } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { findPartnership } from "#modules/partnerships"
import { ownName } from "#modules/workspaces"
import { action, whoeverSeesIt } from "#platform/action"
import { sniff } from "#platform/sniff"
import { objectKey } from "#platform/storage/storage"
import { findSubject, findSubjects, type SubjectRow } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import { attach } from "./attach.ts"
import * as contract from "./contract.ts"
import { fileRemoved } from "./events.ts"
import { mayAddFile, mayRemoveFile } from "./policy.ts"
import { acceptedEndings, decideRemoval, decideRoom, decideType, whyNot } from "./rules.ts"
import * as store from "./store.ts"
import { fileView, fileViews } from "./view.ts"

type Asked = Readonly<{ subjectKind: string; subjectId: string }>
type Subjects = Parameters<typeof findSubject>[1]
type Context = Readonly<{ contributed: Readonly<{ subjects: Subjects }> }>

const about = (tx: WorkspaceTx, { subjectKind, subjectId }: Asked, { contributed }: Context) =>
  findSubject(tx, contributed.subjects, { kind: subjectKind, id: subjectId })

/** A file, and only together with what it is about: who no longer sees the one sees the other no more. */
const fileWithSubject = async (
  tx: WorkspaceTx,
  find: typeof store.findFile,
  id: string,
  { contributed }: Context,
): Promise<store.FileRow | undefined> => {
  const file = await find(tx, id)
  if (!file) return undefined
  const subject = await findSubject(tx, contributed.subjects, { kind: file.subjectKind, id: file.subjectId })
  return subject && file
}

/** What is said about a thing that is private to a party is private to it, too; null where the sender chooses. */
const onlyFor = ({ actor }: WorkspaceTx, { privateTo }: SubjectRow): Visibility | null =>
  privateTo === null ? null : sideOf(privateTo, actor)

const list = action(contract.listFiles, {
  load: about,
  may: whoeverSeesIt,
  act: async ({ tx, actor, platform }, subject, { subjectKind, limit, after }) => {
    const { items, next } = await store.listOfSubject(tx, { kind: subjectKind, id: subject.id }, { limit, after })
    const { mostBytes, mostPerSubject } = platform.config.files
    return {
      items: await fileViews(tx, items),
      next,
      limits: { bytes: mostBytes, files: mostPerSubject, endings: [...acceptedEndings] },
      onlyFor: onlyFor(tx, subject),
      abilities: { add: mayAddFile(actor, subject) },
    }
  },
})

const add = action(contract.addFile, {
  load: async (tx, input, platform) => {
    const subject = await about(tx, input, platform)
    return subject && { ...subject, kind: input.subjectKind }
  },
  may: mayAddFile,
  receive: async (upload, { actor, platform }) => {
    const mediaType = decideType({ ...upload, ...(await sniff(upload.path)) })
    if (isRefusal(mediaType)) return mediaType
    // Before the bytes go into the store, so that what finds no room takes none; of the subject the act asks.
    const storedBytes = await platform.transact(actor, (tx) => store.storedBytes(tx), "read")
    const room = decideRoom({ files: 0, storedBytes }, upload.bytes, platform.config.files)
    if (isRefusal(room)) return room
    await platform.storage.put(objectKey(actor.workspaceId, upload.hash), upload.path)
    return { ...upload, mediaType }
  },
  act: async ({ tx, actor, platform }, subject, { upload, audience, isUnsent }) => {
    const isOwn = audience === "own" || isUnsent
    const visibility = onlyFor(tx, subject) ?? (isOwn ? actor.side : "shared")
    const given = { upload, isUnsent, visibility, uploaderName: await ownName(tx) }
    const row = await attach(tx, platform, subject, given)
    return isRefusal(row) ? row : fileView(tx, row)
  },
})

const listOfPartnership = action(contract.listPartnershipFiles, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, platform }, { id }, { limit, after }) => {
    const { items, next } = await store.listOfPartnership(tx, id, { limit, after })
    const refs = items.map(({ subjectKind, subjectId }) => ({ kind: subjectKind, id: subjectId }))
    const subjectOf = await findSubjects(tx, platform.contributed.subjects, refs)
    const views = await fileViews(tx, items)
    const named = views.flatMap((view) => {
      const subject = subjectOf({ kind: view.subjectKind, id: view.subjectId })
      return subject ? [{ ...view, subjectName: subject.name }] : []
    })
    return { items: named, next }
  },
})

const get = action(contract.getFile, {
  load: (tx, { file }, platform) => fileWithSubject(tx, store.findFile, file, platform),
  may: whoeverSeesIt,
  act: async ({ tx }, row) => fileView(tx, row),
})

const download = action(contract.downloadFile, {
  load: (tx, { file }, platform) => fileWithSubject(tx, store.findFile, file, platform),
  may: whoeverSeesIt,
  act: async ({ actor }, row) => {
    const refusal = whyNot(row)
    if (refusal !== undefined) return { refusal }
    const { name: fileName, mediaType, bytes, hash } = row
    return { fileName, mediaType, bytes, key: objectKey(actor.workspaceId, hash) }
  },
})

const remove = action(contract.removeFile, {
  load: (tx, { file }, platform) => fileWithSubject(tx, store.lockFile, file, platform),
  may: mayRemoveFile,
  act: async ({ tx, actor, now }, row) => {
    const allowed = decideRemoval(row)
    if (isRefusal(allowed)) return allowed
    await store.saveFile(tx, row.id, { removedAt: now, removedBy: actor.userId ?? null })
    const { name, subjectKind, subjectId, hash, partnershipId, visibility } = row
    await tx.record(fileRemoved, {
      subjectId: row.id,
      partnershipId,
      visibility,
      payload: { name, subjectKind, subjectId, hash },
    })
    return { removed: true as const }
  },
})

export const actions = [list, add, listOfPartnership, get, download, remove]
