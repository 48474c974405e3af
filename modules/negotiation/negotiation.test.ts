import { expect, test } from "vitest"
import {
  agreeToVersion,
  draftAgreement,
  getAgreementText,
  getRedline,
  moveAgreementDraft,
  writeAgreementText,
} from "#contract/agreements"
import { listNotifications } from "#contract/notifications"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { type Caller, startTestKeelson } from "#test/keelson"
import { recordPartnership, runQueued } from "#test/promises"
import { codeOf } from "#test/tasks"
import {
  answerClauseProposal,
  listProposals,
  proposeClauses,
  rebaseProposal,
  sendProposal,
  withdrawClauseProposal,
} from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

const clause = (key: string, ...inline: (string | { type: "term"; attrs: { kind: "margin" } })[]) => ({
  ...{ key, heading: key, level: 1 as const },
  content: [
    {
      type: "paragraph" as const,
      content: inline.map((each) => (typeof each === "string" ? { type: "text" as const, text: each } : each)),
    },
  ],
})
const margin = { type: "term", attrs: { kind: "margin" } } as const
const clauses = [
  clause("purpose", "Both sides sell together in Berlin."),
  clause("price", "The Partner receives ", margin, " of the list price."),
  clause("liability", "Liability is limited."),
]
type Clauses = readonly ReturnType<typeof clause>[]

const negotiated = async (name: string) => {
  const { id: partnership, organizationId } = await recordPartnership(manager, name)
  const body = { title: "Frame", startsOn: "2026-01-01", objectives: [], commitments: [] }
  const { id, version } = (await manager.call(draftAgreement, { partnership, ...body })).body
  await manager.call(writeAgreementText, { agreementDraft: id, clauses, terms: { margin: 20 } }, { ifMatch: version })
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  return { id, organizationId, partner: await workspace.asPartner(organizationId) }
}
type Given = Readonly<{ clauses?: Clauses; terms?: Readonly<{ margin?: number }>; more?: object }>
const propose = async (
  who: Caller,
  id: Id,
  { clauses: wanted = clauses, terms = { margin: 20 }, more = {} }: Given,
) => {
  const latest = (await who.call(getAgreementText, { agreementDraft: id })).body.number ?? 0
  const input = { agreementDraft: id, baseNumber: latest, clauses: [...wanted], terms, ...more }
  return who.call(proposeClauses, input)
}
const firstOf = async (answer: ReturnType<typeof propose>) => (await answer).body.items[0]?.id ?? ""
const accept = (who: Caller, clauseProposal: Id) => who.call(answerClauseProposal, { clauseProposal, accepts: true })
const listed = async (who: Caller, agreementDraft: Id) => (await who.call(listProposals, { agreementDraft })).body.items
const textOf = async (who: Caller, id: Id) => (await who.call(getAgreementText, { agreementDraft: id })).body
const withClause = (changed: ReturnType<typeof clause>) =>
  clauses.map((each) => (each.key === changed.key ? changed : each))

test("what one side wants otherwise is a proposal for each clause and term; the other side's yes makes the next version", async () => {
  const { id, partner } = await negotiated("Proposed")
  const wanted = withClause(clause("purpose", "Both sides sell together in Hamburg."))
  const made = (await propose(partner, id, { clauses: wanted, terms: { margin: 22 }, more: { reason: "Our office" } }))
    .body
  expect(made.items.map(({ change: { kind, key } }) => [kind, key])).toEqual([
    ["term", "margin"],
    ["edit", "purpose"],
  ])
  const [price, place] = await listed(manager, id).then((items) =>
    items.toSorted((a, b) => ((a.number ?? "") < (b.number ?? "") ? -1 : 1)),
  )
  expect(place).toMatchObject({ side: "partner", number: "1", heading: "purpose", reason: "Our office", state: "open" })
  expect(place?.line?.counts).toMatchObject({ replaced: 1, inserted: 0, deleted: 0 })
  expect(codeOf(await accept(partner, place?.id ?? ""))).toEqual([403, "own-proposal"])
  const done = await accept(manager, place?.id ?? "")
  expect(done.body).toMatchObject({ state: "accepted", madeNumber: 2, answered: { side: "host", words: null } })
  const now = await textOf(partner, id)
  expect(now).toMatchObject({ number: 2, text: { clauses: wanted, terms: { margin: 20 } } })
  expect(now.versions[0]).toMatchObject({ number: 2, side: "partner", proposalId: place?.id })
  // The host knows whose words they are; who of the host took them over is the proposal's.
  expect((await textOf(manager, id)).versions[0]?.by).toMatch(/^partner_admin/)
  const rejected = await manager.call(answerClauseProposal, {
    clauseProposal: price?.id ?? "",
    accepts: false,
    words: "Too much",
  })
  expect(rejected.body).toMatchObject({ state: "rejected", madeNumber: null, answered: { words: "Too much" } })
  expect(codeOf(await accept(manager, price?.id ?? ""))).toEqual([409, "proposal-settled"])
  expect((await textOf(manager, id)).number).toBe(2)
  const lines = (await partner.call(getRedline, { agreementDraft: id, from: 1, to: 2 })).body
  expect(lines.counts).toMatchObject({ replaced: 1, moves: 0, clausesInserted: 0 })
  expect(codeOf(await partner.call(getRedline, { agreementDraft: id, from: 1, to: 9 }))).toEqual([
    422,
    "no-such-version",
  ])
})

test("who had agreed to a version agrees to the next one anew", async () => {
  const { id, partner } = await negotiated("Agreed anew")
  await partner.call(agreeToVersion, { agreementDraft: id, number: 1 })
  expect((await textOf(manager, id)).missing).toMatchObject([{ side: "host", partyName: null }])
  await accept(manager, await firstOf(propose(partner, id, { clauses: withClause(clause("liability", "No limit.")) })))
  const { missing, abilities } = await textOf(partner, id)
  expect([missing.length, abilities.agree]).toEqual([2, true])
})

test("scenario 16: two proposals on one sentence: the second is out of date, and its author brings it up to date", async () => {
  const { id, partner } = await negotiated("Twice")
  const one = await firstOf(propose(partner, id, { terms: { margin: 22 } }))
  const net = withClause(clause("price", "The Partner receives ", margin, " of the list price net of taxes."))
  const other = await firstOf(propose(manager, id, { clauses: net }))
  const elsewhere = await firstOf(
    propose(manager, id, { clauses: withClause(clause("liability", "Liability is limited to fees.")) }),
  )
  await accept(manager, one)
  const seen = new Map((await listed(partner, id)).map((each) => [each.id, each]))
  expect([seen.get(other)?.isOutdated, seen.get(elsewhere)?.isOutdated]).toEqual([true, false])
  expect(codeOf(await accept(partner, other))).toEqual([409, "proposal-outdated"])
  expect(codeOf(await manager.call(rebaseProposal, { clauseProposal: elsewhere, as: "both" }))).toEqual([
    409,
    "not-outdated",
  ])
  expect(codeOf(await partner.call(rebaseProposal, { clauseProposal: other, as: "both" }))).toEqual([
    403,
    "not-your-proposal",
  ])
  const rebased = (await manager.call(rebaseProposal, { clauseProposal: other, as: "both" })).body
  expect(rebased).toMatchObject({ isOutdated: false, baseNumber: 2, state: "open" })
  await accept(partner, other)
  expect((await textOf(partner, id)).text).toMatchObject({ clauses: net, terms: { margin: 22 } })
})

test("scenario 16: accepted and withdrawn at once, and accepted twice at once: one holds, and the other is told", async () => {
  const { id, partner } = await negotiated("Raced")
  for (let run = 0; run < 4; run += 1) {
    const before = (await textOf(manager, id)).number ?? 0
    const wanted = clauses.map((each) =>
      each.key === "liability" ? clause("liability", `Limited, ${run} times.`) : each,
    )
    const proposal = await firstOf(propose(partner, id, { clauses: wanted }))
    const second =
      run < 2 ? partner.call(withdrawClauseProposal, { clauseProposal: proposal }) : accept(manager, proposal)
    const answers = await Promise.all([accept(manager, proposal), second])
    const codes = answers.map(({ status }) => status).toSorted()
    expect(codes).toEqual([200, 409])
    const { state } = (await listed(manager, id)).find((each) => each.id === proposal) ?? {}
    const after = (await textOf(manager, id)).number ?? 0
    expect(after - before).toBe(state === "accepted" ? 1 : 0)
  }
})

test("a proposal that was not sent is its own side's: in lists and counts, and for every act", async () => {
  const { id, partner } = await negotiated("Unsent")
  const wanted = withClause(clause("liability", "Liability is excluded."))
  const own = await firstOf(propose(manager, id, { clauses: wanted, more: { send: false } }))
  expect(await listed(partner, id)).toEqual([])
  expect((await accept(partner, own)).status).toBe(404)
  expect((await listed(manager, id))[0]).toMatchObject({ state: "draft", proposedAt: null, isOutdated: false })
  expect(codeOf(await accept(manager, own))).toEqual([409, "not-sent"])
  expect((await manager.call(sendProposal, { clauseProposal: own })).body).toMatchObject({ state: "open" })
  expect(codeOf(await manager.call(sendProposal, { clauseProposal: own }))).toEqual([409, "proposal-settled"])
  expect((await listed(partner, id)).map((each) => each.id)).toEqual([own])
  expect(codeOf(await partner.call(withdrawClauseProposal, { clauseProposal: own }))).toEqual([
    403,
    "not-your-proposal",
  ])
  expect((await manager.call(withdrawClauseProposal, { clauseProposal: own })).body.state).toBe("withdrawn")
})

test("a clause that comes, goes or moves is proposed by itself, and lands where it was meant", async () => {
  const { id, partner } = await negotiated("Rearranged")
  const [purpose, price, liability] = clauses as [Clauses[number], Clauses[number], Clauses[number]]
  const conduct = clause("conduct", "Both sides act fairly.")
  const made = (await propose(partner, id, { clauses: [liability, purpose, conduct] })).body.items
  expect(made.map(({ change }) => change.kind).toSorted()).toEqual(["delete", "insert", "move"])
  for (const { id: each } of made) await accept(manager, each)
  const { text, numbers } = await textOf(partner, id)
  expect(text?.clauses).toEqual([liability, purpose, conduct])
  expect(numbers).toEqual(["1", "2", "3"])
  expect(price.key).toBe("price")
})

test("of a consortium every company proposes, reads what was sent, and agrees for itself", async () => {
  const { partnership, first, second } = await recordConsortium(workspace)
  const body = { title: "Three of us", startsOn: "2026-01-01", objectives: [], commitments: [] }
  const { id, version } = (await manager.call(draftAgreement, { partnership, ...body })).body
  await manager.call(writeAgreementText, { agreementDraft: id, clauses, terms: { margin: 20 } }, { ifMatch: version })
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  const wanted = withClause(clause("liability", "Each is liable for itself."))
  const kept = await firstOf(propose(second, id, { clauses: wanted, more: { send: false } }))
  expect([await listed(first, id), await listed(manager, id)]).toEqual([[], []])
  await second.call(sendProposal, { clauseProposal: kept })
  const [seen] = await listed(first, id)
  expect(seen).toMatchObject({ id: kept, side: "partner" })
  expect(seen?.partyName).toEqual(expect.any(String))
  await accept(first, kept)
  for (const who of [manager, first]) await who.call(agreeToVersion, { agreementDraft: id, number: 2 })
  expect((await textOf(second, id)).missing).toMatchObject([{ side: "partner", partyName: seen?.partyName }])
  await second.call(agreeToVersion, { agreementDraft: id, number: 2 })
  expect((await textOf(manager, id)).missing).toEqual([])
})

test("what was proposed in one act is told once to who may accept it, and no more once none of it waits", async () => {
  const { id, partner } = await negotiated("Told")
  const told = async () => {
    await runQueued("notifications.tell", keelson)
    const { items } = (await partner.call(listNotifications, {})).body
    return items.filter(({ kind }) => kind === "clauses_proposed").map(({ payload }) => payload.draftId)
  }
  const wanted = withClause(clause("liability", "Liability is limited to fees."))
  const made = (await propose(manager, id, { clauses: wanted, terms: { margin: 22 } })).body.items
  expect([made.length, await told()]).toEqual([2, [id]])
  await accept(partner, made[1]?.id ?? "")
  expect(await told()).toEqual([id])
  await accept(partner, made[0]?.id ?? "")
  expect(await told()).toEqual([])
})

test("nothing is proposed where nothing lies before both sides, nothing is changed, or nobody may", async () => {
  const { id, partner, organizationId } = await negotiated("Refused")
  expect(codeOf(await propose(partner, id, {}))).toEqual([422, "nothing-proposed"])
  expect(codeOf(await propose(partner, id, { more: { baseNumber: 7 } }))).toEqual([422, "no-such-version"])
  expect(codeOf(await propose(partner, id, { clauses: [...clauses, ...clauses] }))).toEqual([422, "clause-key-doubled"])
  const long = Array.from({ length: 16 }, (_, at) => clause(`long-${at}`, "a".repeat(19_000)))
  expect(codeOf(await propose(partner, id, { clauses: long }))).toEqual([422, "text-too-long"])
  const changed = { clauses: withClause(clause("purpose", "Apart.")) }
  const seller = await workspace.asPartner(organizationId, "seller")
  expect(codeOf(await propose(await workspace.as("viewer"), id, changed))).toEqual([403, "role-may-not"])
  const asked = await firstOf(propose(manager, id, changed))
  expect(codeOf(await accept(seller, asked))).toEqual([403, "role-may-not"])
  expect((await propose(seller, id, { clauses: withClause(clause("price", "More.")) })).status).toBe(201)
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "draft" })
  expect((await accept(partner, asked)).status).toBe(404)
  expect(codeOf(await propose(manager, id, { more: { baseNumber: 1 }, ...changed }))).toEqual([409, "not-in-review"])
})
