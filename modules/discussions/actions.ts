import { sideOf } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { sendFiles } from "#modules/files"
import { findOrganization } from "#modules/organizations"
import { companyNames } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import { action, whoeverSeesIt } from "#platform/action"
import { newId } from "#platform/ids"
import type { WorkspaceTx } from "#platform/tx"
import { editComment, removeComment } from "./actions/own.ts"
import { findComments, listThreads, reopenThread, resolveThread } from "./actions/threads.ts"
import { subjectOf, threadOf } from "./asked.ts"
import * as contract from "./contract.ts"
import { mayMarkRead, mayWrite } from "./policy.ts"
import { audiencesOf, decideMentions, decidePace, decideText } from "./rules.ts"
import { sayIn } from "./said.ts"
import * as store from "./store.ts"
import { commentView, commentViews } from "./view.ts"

/** What the party is called that somebody speaks for. */
const nameOfParty = async (tx: WorkspaceTx): Promise<string> =>
  (await (tx.actor.kind === "partner-user" ? findOrganization(tx, tx.actor.organizationId) : findWorkspace(tx)))
    ?.name ?? ""

const list = action(contract.listComments, {
  load: subjectOf,
  may: whoeverSeesIt,
  act: async ({ tx, actor }, subject, { limit, after, sort, ...asked }) => {
    const of = threadOf(tx, subject, asked)
    if (isRefusal(of)) return of
    const thread = await store.findThread(tx, of)
    const page = thread ? await store.listComments(tx, thread.id, { limit, after, sort }) : { items: [], next: null }
    return {
      items: await commentViews(tx, page.items),
      next: page.next,
      subjectName: subject.name,
      visibility: of.privateTo === null ? ("shared" as const) : actor.side,
      ownParty: await nameOfParty(tx),
      audiences: [...audiencesOf(subject)],
      comments: thread ? thread.lastPosition - thread.removed : 0,
      readUpTo: thread ? await store.readUpTo(tx, thread.id) : null,
      ...{ resolvedAt: thread?.resolvedAt ?? null, resolvedBy: thread?.resolvedBy ?? null },
      abilities: { write: mayWrite(actor) },
    }
  },
})

const write = action(contract.writeComment, {
  load: subjectOf,
  may: mayWrite,
  act: async ({ tx, actor }, subject, { body, mentions: wanted, files, ...asked }) => {
    const of = threadOf(tx, subject, asked)
    if (isRefusal(of)) return of
    const text = decideText(body)
    if (isRefusal(text)) return text
    const mentions = decideMentions(wanted, await store.peopleWhoSee(tx, of, wanted))
    if (isRefusal(mentions)) return mentions
    const authorId = actor.userId ?? ""
    const pace = decidePace(await store.writtenLately(tx, authorId))
    if (isRefusal(pace)) return pace
    const id = newId()
    const about = { kind: "comment", id, partnershipId: of.partnershipId, privateTo: of.privateTo }
    const sent = await sendFiles(tx, files, about)
    if (isRefusal(sent)) return sent
    const row = await sayIn(tx, of, { id, body: text, mentions })
    return commentView(tx, row)
  },
})

const markRead = action(contract.markThreadRead, {
  load: subjectOf,
  may: mayMarkRead,
  act: async ({ tx }, subject, { position, ...asked }) => {
    const of = threadOf(tx, subject, asked)
    if (isRefusal(of)) return of
    const thread = await store.findThread(tx, of)
    if (!thread) return { readUpTo: 0 }
    return { readUpTo: await store.markRead(tx, thread.id, Math.min(position, thread.lastPosition)) }
  },
})

const mentionable = action(contract.listMentionablePeople, {
  load: subjectOf,
  may: whoeverSeesIt,
  act: async ({ tx, actor }, subject, { text = "", ...asked }) => {
    const of = threadOf(tx, subject, asked)
    if (isRefusal(of)) return of
    const people = await store.findPeopleWhoSee(tx, of, text)
    const nameOf = await companyNames(tx, [of.partnershipId])
    return {
      items: people.map(({ id, name, partyId }) => ({
        ...{ id, name, partyId, side: sideOf(partyId, actor), partyName: nameOf(of.partnershipId, partyId) },
      })),
    }
  },
})

export const actions = [
  ...[listThreads, list, write, editComment, removeComment, resolveThread, reopenThread, markRead],
  ...[mentionable, findComments],
]
