import { oneLine } from "#core/oneLine"
import { refuse } from "#core/refusal"
import { dateIn } from "#core/time"
import { findWorkspace } from "#modules/workspaces"
import type { LinkToPress } from "#platform/link"
import type { WorkspaceTx } from "#platform/tx"
import { applicantAnswered } from "../events.ts"
import { toldState, wordsIn } from "../rules.ts"
import * as store from "../store.ts"

const stageOf = async (tx: WorkspaceTx, { candidateId }: store.ApplicationRow) =>
  candidateId === null ? null : ((await store.stagesOf(tx, [candidateId])).get(candidateId) ?? null)

const askedFor = ({ additions }: store.ApplicationRow) => additions.at(-1)?.asked ?? ""

/**
 * The receipt of an application: it tells where it stands, and nothing else, and takes what was asked for. Whoever holds it reads
 * neither what they wrote nor what the workspace thinks of it. The mail repeats no word of theirs, because the address is not shown to be
 * their own.
 */
export const applicationByLink: LinkToPress = {
  kind: "application_state",
  about: "application",
  days: 180,
  weight: "light",
  show: async (tx, id, { say, format }) => {
    const [row, workspace] = [await store.applications.find(tx, id), await findWorkspace(tx)]
    const form = row && (await store.forms.find(tx, row.formId))
    if (!row || !form || !workspace) return undefined
    const words = (key: string, holes?: Readonly<Record<string, unknown>>) => say(`links:application.${key}`, holes)
    const told = toldState(row.state, await stageOf(tx, row))
    const facts = [
      { term: words("form"), text: wordsIn(form.words, [row.language])?.title ?? "" },
      { term: words("receivedOn"), text: format.date(dateIn(tx.actor.timeZone, row.receivedAt)) },
      { term: words("state.label"), text: words(`state.${told}`) },
    ]
    const heading = words("heading", { workspace: workspace.name })
    if (told !== "asked") return { heading, facts, buttons: [], settled: words(`settled.${told}`), note: words("note") }
    return {
      ...{ heading, facts: [...facts, { term: words("asked"), text: askedFor(row) }], note: words("note") },
      buttons: [{ press: "add", label: words("add"), asksFor: words("addAsks") }],
    }
  },
  press: async (tx, id, { words }) => {
    const row = await store.applications.lock(tx, id)
    if (!row || toldState(row.state, await stageOf(tx, row)) !== "asked") return refuse("not-found")
    const open = row.additions.at(-1)
    if (!open) return refuse("not-found")
    const additions = [...row.additions.slice(0, -1), { ...open, words, at: tx.now }]
    await store.saveAdditions(tx, id, "received", additions)
    const form = await store.forms.find(tx, row.formId)
    await tx.record(applicantAnswered, {
      ...{ subjectId: id, source: "link" },
      payload: { name: row.company, form: form ? store.titleOf(form) : "" },
    })
    return true
  },
  done: (_press, { say }) => say("links:application.added"),
  letter: async (tx, id, { url, days, speech: { say } }) => {
    const [row, workspace] = [await store.applications.find(tx, id), await findWorkspace(tx)]
    if (!row || !workspace) return undefined
    const holes = { workspace: oneLine(workspace.name), url, days, asked: askedFor(row) }
    const kind = row.state === "asked" ? "asked" : "received"
    return {
      subject: say(`mails:application.${kind}.subject`, holes),
      text: say(`mails:application.${kind}.text`, holes),
    }
  },
}
