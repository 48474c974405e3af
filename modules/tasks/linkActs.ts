import { oneLine } from "#core/oneLine"
import { isRefusal, refuse } from "#core/refusal"
import { companyNames, findPartnership } from "#modules/partnerships"
import { findRecipient, findWorkspace, lastActOn } from "#modules/workspaces"
import type { LinkToPress } from "#platform/link"
import type { Speech } from "#platform/texts"
import type { WorkspaceTx } from "#platform/tx"
import { lockBoard } from "./board.ts"
import { finish, hasFiles } from "./closing.ts"
import { mayDo } from "./policy.ts"
import { heldUpBy } from "./rules.ts"
import * as store from "./store.ts"

/** While the partnership goes on and whoever asks may do it. */
const isTheirs = async (tx: WorkspaceTx, row: store.TaskRow): Promise<boolean> => {
  if (mayDo(tx.actor, row) !== true) return false
  const partnership = await findPartnership(tx, row.partnershipId)
  return partnership !== undefined && partnership.stage !== "ended"
}

const wordsOf =
  ({ say }: Speech) =>
  (key: string, holes?: Readonly<Record<string, unknown>>) =>
    say(`links:task.${key}`, holes)

const namesOf = ({ format }: Speech, rows: readonly Readonly<{ title: string }>[]): string =>
  format.list(rows.map(({ title }) => title))

/** Why there is nothing to press: it is closed, somebody else's by now, or waits; of what waits the link stays good. */
const standing = async (tx: WorkspaceTx, row: store.TaskRow, speech: Speech): Promise<string | undefined> => {
  const words = wordsOf(speech)
  if (row.state !== "open") {
    const last = await lastActOn(tx, "task", row.id)
    const [workspace, nameOf] = await Promise.all([findWorkspace(tx), companyNames(tx, [row.partnershipId])])
    const partyName = (partyId: string) =>
      partyId === tx.actor.workspaceId ? workspace?.name : (nameOf(row.partnershipId, partyId) ?? row.partnershipName)
    const who = last?.name ?? partyName(last?.partyId ?? row.partyId) ?? ""
    const when = last ? speech.format.moment(last.recordedAt) : speech.format.date(row.closedOn ?? tx.today)
    return words(`settled.${row.state}`, { who, when, reason: row.reason ?? "" })
  }
  if (row.ownerId === null) return words("settled.dropped")
  if (row.ownerId !== tx.actor.userId) return words("settled.handed", { who: row.ownerName ?? "" })
  const held = heldUpBy(row, await store.tasksById(tx, row.waitsFor))
  return held.length === 0 ? undefined : words("settled.waits", { names: namesOf(speech, held) })
}

const show: LinkToPress["show"] = async (tx, id, speech) => {
  const row = await store.findTask(tx, id)
  if (!row || !(await isTheirs(tx, row))) return undefined
  const words = wordsOf(speech)
  const facts = [
    { term: words("terms.task"), text: row.title },
    { term: words("terms.partnership"), text: row.partnershipName ?? "" },
    { term: words("terms.dueOn"), text: row.dueOn === null ? "" : speech.format.date(row.dueOn) },
    { term: words("terms.description"), text: row.description ?? "" },
  ].filter(({ text }) => text !== "")
  const settled = await standing(tx, row, speech)
  if (settled !== undefined) return { heading: row.title, facts, buttons: [], settled }
  const withNote = { press: "done_with_note", label: words("doneWithNote"), asksFor: words("noteAsks") }
  const isEnough = !row.needsEvidence || (await hasFiles(tx, row))
  return {
    heading: words("heading", { title: row.title }),
    facts,
    buttons: isEnough ? [{ press: "done", label: words("reportDone") }, withNote] : [withNote],
  }
}

/** Lets whoever a task belongs to report it done without signing in. */
export const finishTaskByLink: LinkToPress = {
  kind: "finish_task",
  about: "task",
  days: 14,
  weight: "light",
  show,
  press: async (tx, id, { words }) => {
    const board = await lockBoard(tx, { task: id })
    if (!board || board.task.ownerId !== tx.actor.userId || !(await isTheirs(tx, board.task)))
      return refuse("not-found")
    const done = await finish(tx, board, { note: words === "" ? null : words, source: "link" })
    return isRefusal(done) ? done : true
  },
  done: (press, speech) => wordsOf(speech)(`done.${press}`),
  letter: async (tx, id, { to, url, days, speech }) => {
    const row = await store.findTask(tx, id)
    const workspace = await findWorkspace(tx)
    if (row?.state !== "open" || row.ownerId === null || !workspace) return undefined
    // Whoever asks for a new link to what is somebody else's by now, or has left, is sent none.
    if ((await findRecipient(tx, row.ownerId))?.email !== to.email) return undefined
    const title = oneLine(row.title)
    const held = heldUpBy(row, await store.tasksById(tx, row.waitsFor))
    const lines = [
      `  ${title}`,
      ...(row.dueOn === null ? [] : [`  ${wordsOf(speech)("terms.dueOn")}: ${speech.format.date(row.dueOn)}`]),
      ...(held.length === 0
        ? []
        : [`  ${wordsOf(speech)("settled.waits", { names: oneLine(namesOf(speech, held)) })}`]),
    ]
    const about = { partnership: oneLine(row.partnershipName ?? ""), workspace: oneLine(workspace.name) }
    const letter = { ...about, to: oneLine(to.name), lines: lines.join("\n"), url, days }
    return {
      subject: speech.say("mails:task.subject", { title, ...about }),
      text: speech.say("mails:task.text", letter),
    }
  },
}

export const linkActs = [finishTaskByLink]
