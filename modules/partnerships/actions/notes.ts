import type { WorkspaceActor } from "#core/actor"
import { privateTo } from "#core/actor"
import { ownName } from "#modules/workspaces"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import * as contract from "../contract.ts"
import { noteWritten } from "../events.ts"
import { mayWriteNote } from "../policy.ts"
import * as store from "../store.ts"

type Row = Awaited<ReturnType<typeof store.insertNote>>

const noteFor = (actor: WorkspaceActor, { authorId, visibility, ...row }: Row): contract.Note => ({
  ...row,
  visibility: visibility as contract.Note["visibility"],
  isOwn: authorId === actor.userId,
})

export const listNotes = action(contract.listNotes, {
  load: (tx, { partnership }) => store.findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, actor }, { id }, page) => {
    const { items, next } = await store.listNotes(tx, id, page)
    return { items: items.map((row) => noteFor(actor, row)), next }
  },
})

export const writeNote = action(contract.writeNote, {
  load: (tx, { partnership }) => store.findPartnership(tx, partnership),
  may: mayWriteNote,
  act: async ({ tx, actor }, { id: partnershipId }, { body, isPrivate }) => {
    const authorId = actor.userId ?? ""
    const visibility = isPrivate ? actor.side : "shared"
    const note = {
      id: newId(),
      partnershipId,
      privateTo: privateTo(actor, visibility),
      body,
      authorId,
      authorName: await ownName(tx),
    } as const
    const row = await store.insertNote(tx, note)
    await tx.record(noteWritten, { subjectId: row.id, partnershipId, visibility })
    return noteFor(actor, row)
  },
})
