import type { Id } from "#core/ids"
import type { DemoChapter } from "#platform/demo"
import { newId } from "#platform/ids"
import { insertNote, saveTags } from "./store.ts"

/** What both sides wrote down for each other, and what ours keep to themselves. */
const shared = [
  "Agreed to meet every second Tuesday. Invitations go out from our side; whoever cannot come sends somebody.",
  "Their new colleague in sales starts next month and needs access to the training material.",
  "Both sides want a reference customer by summer; three candidates are named, none is asked yet.",
] as const
const ours = [
  "Ask finance before the next review: their CFO asked twice about margins, in passing.",
  "They also talk to a competitor of ours. Not a secret, but not ours to mention.",
  "Good people, slow paper. Whatever needs a signature takes them six weeks.",
] as const

const notes: DemoChapter = async (tx, { id: partnershipId, owner, random }) => {
  const note = (body: string, privateTo: Id | null) =>
    insertNote(tx, { id: newId(), partnershipId, privateTo, body, authorId: owner.userId, authorName: owner.name })
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random.uniform() * all.length)] as T
  if (random.uniform() < 0.6) await note(oneOf(shared), null)
  if (random.uniform() < 0.4) await note(oneOf(ours), tx.actor.workspaceId)
}

/** Words the host's people sort their partners by; told by the name, so that the rest of the story stays as it is. */
const words = ["Key account", "Marketplace", "Public sector", "Rebuild 2027", "Reference"] as const

const tags: DemoChapter = async (tx, { id, name }) => {
  const told = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const added = words.filter((_, at) => (told + at) % 4 === 0)
  await saveTags(tx, [{ id, added, removed: [] }], newId)
}

export const demo = [notes, tags]
