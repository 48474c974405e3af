import { abilityOf } from "#core/ability"
import type { Id } from "#core/ids"
import { isRefusal, refuse } from "#core/refusal"
import { againstVersion, type FileAgainst, findDraft, latestVersion, lockDraft } from "#modules/agreements"
import { longestComment, sayIn } from "#modules/discussions"
import { holdFiles, sendFiles, waitingContent } from "#modules/files"
import { action } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { termsIn } from "#rules/agreements"
import * as contract from "./contract.ts"
import { lyingNow } from "./lying.ts"
import { mayPropose } from "./policy.ts"
import { proposeChanges } from "./proposing.ts"
import { decideNegotiable } from "./rules.ts"
import type * as store from "./store.ts"
import { changeIn, proposalViews } from "./view.ts"

/** Beyond this a Word file holds more than the text of an agreement; what is read is held whole. */
const mostBytes = 20 * 1024 * 1024
/** As many comments become comments here; more stay in the file, and are named as that. */
const mostComments = 100

/** The file as it waits, compared with its version. It was looked through for viruses before a byte of it is read here. */
const opened = async (tx: WorkspaceTx, platform: ActPlatform, draftId: Id, file: Id) => {
  const content = await waitingContent(tx, { kind: "agreement_draft", id: draftId }, file)
  if (content === undefined) return refuse("file-not-there", { field: "file" })
  if (isRefusal(content)) return content
  if (content.bytes > mostBytes) return refuse("word-file-too-large")
  const stream = await platform.storage.read(content.key)
  if (stream === undefined) return refuse("file-not-there", { field: "file" })
  const against = await againstVersion(tx, platform, draftId, stream)
  if (isRefusal(against)) return against
  return { name: content.fileName, hash: content.hash, against }
}

type Comment = FileAgainst["comments"][number]
type Changes = FileAgainst["changes"]

/** Which of the changes a comment is about: what is proposed of its clause, or of a value that is shown there. */
const homeOf = ({ key }: Comment, { changes, base }: Pick<FileAgainst, "changes" | "base">): number => {
  if (key === null) return -1
  const own = changes.findIndex(({ change }) => change.kind !== "term" && change.key === key)
  if (own >= 0) return own
  const shown = termsIn(base.clauses.find((clause) => clause.key === key)?.content ?? [])
  return changes.findIndex(({ change }) => change.kind === "term" && shown.includes(change.key))
}

const bodyOf = ({ author, text }: Comment): string => (author === "" ? text : `${author} (Word): ${text}`)

/** Comments that find a thread, each with the place of its change. */
const placed = (against: FileAgainst): ReadonlyMap<Comment, number> => {
  const found = against.comments
    .map((comment) => [comment, homeOf(comment, against)] as const)
    .filter(([comment, at]) => at >= 0 && comment.text !== "" && bodyOf(comment).length <= longestComment)
  return new Map(found.slice(0, mostComments))
}

const preview = action(contract.previewWordFile, {
  load: (tx, { agreementDraft }) => findDraft(tx, agreementDraft),
  may: mayPropose,
  act: async ({ tx, actor, platform }, draft, { file }) => {
    const taken = await opened(tx, platform, draft.id, file)
    if (isRefusal(taken)) return taken
    const { name, hash, against } = taken
    const { number, base, changes, comments, left } = against
    const homes = placed(against)
    const headingOf = (key: string | null) =>
      (base.clauses.find((clause) => clause.key === key) ?? insertedIn(changes, key))?.heading ?? null
    return {
      ...{ name, hash, number, latest: (await latestVersion(tx, draft.id))?.number ?? number, terms: base.terms },
      items: changes.map(({ change, isMarked }) => ({ change, isMarked, ...changeIn(base, change) })),
      comments: comments.map((comment) => ({
        ...{ author: comment.author, text: comment.text, heading: headingOf(comment.key) },
        isTaken: homes.has(comment),
      })),
      left,
      abilities: { send: abilityOf(mayPropose(actor), decideNegotiable(await lyingNow(tx, platform, draft))) },
    }
  },
})

const insertedIn = (changes: Changes, key: string | null) =>
  changes.flatMap(({ change }) => (change.kind === "insert" && change.key === key ? [change.after] : []))[0]

const takeIn = action(contract.takeInWordFile, {
  load: (tx, { agreementDraft }) => lockDraft(tx, agreementDraft),
  may: mayPropose,
  act: async ({ tx, platform }, draft, { file, reason }) => {
    const lying = await lyingNow(tx, platform, draft)
    const allowed = decideNegotiable(lying)
    if (isRefusal(allowed)) return allowed
    const taken = await opened(tx, platform, draft.id, file)
    if (isRefusal(taken)) return taken
    const { name, hash, against } = taken
    const kept = await keepForBoth(tx, draft, file)
    if (isRefusal(kept)) return kept
    // The latest stands first wherever proposals are listed: so what the file does not mark is put down last.
    const proposed = against.changes.map(({ change, isMarked }) => ({
      ...{ change, word: { fileId: file, name, hash, isMarked, left: against.left } },
    }))
    const made = await proposeChanges(tx, draft, proposed.toReversed(), {
      ...{ baseNumber: against.number, reason, send: true },
    })
    if (isRefusal(made)) return made
    const rows = made.toReversed()
    await carryComments(tx, draft.partnershipId, rows, placed(against))
    return { items: await proposalViews(tx, { draft, lying }, rows) }
  },
})

type Subject = Readonly<{ id: Id; partnershipId: Id }>

/** From now on the file is of both sides, and nobody takes it away. */
const keepForBoth = async (tx: WorkspaceTx, { id, partnershipId }: Subject, file: Id) => {
  const subject = { kind: "agreement_draft", id }
  const sent = await sendFiles(tx, [file], { ...subject, partnershipId, privateTo: null })
  return isRefusal(sent) ? sent : holdFiles(tx, subject, [file], "evidence")
}

const carryComments = async (
  tx: WorkspaceTx,
  partnershipId: Id,
  rows: readonly store.ProposalRow[],
  homes: ReadonlyMap<Comment, number>,
): Promise<void> => {
  for (const [comment, at] of homes) {
    const row = rows[at]
    if (row === undefined) continue
    const subject = { kind: "clause_proposal", id: row.id }
    await sayIn(tx, { subject, partnershipId, privateTo: null }, { body: bodyOf(comment) })
  }
}

export const wordFileActions = [preview, takeIn]
