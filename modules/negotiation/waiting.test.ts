import { expect, test } from "vitest"
import {
  agreeToVersion,
  draftAgreement,
  getAgreementText,
  moveAgreementDraft,
  writeAgreementText,
} from "#contract/agreements"
import { getHome } from "#contract/home"
import { groupOf } from "#core/attention"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { type Caller, startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import {
  answerClauseProposal,
  listProposals,
  proposalsWaiting,
  proposeClauses,
  sendProposal,
  versionsWaiting,
  withdrawClauseProposal,
} from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const clause = (key: string, words: string) => ({
  ...{ key, heading: key, level: 1 as const },
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
})
const clauses = [clause("purpose", "Sell."), clause("payment", "Pay.")]
const margin = {
  ...clause("price", "x"),
  content: [{ type: "paragraph", content: [{ type: "term", attrs: { kind: "margin" } }] }],
}

const lying = async (partnership: Id, title: string, given: object[] = clauses) => {
  const body = { title, startsOn: "2026-01-01", objectives: [], commitments: [] }
  const { id, version } = (await manager.call(draftAgreement, { partnership, ...body })).body
  const text = { agreementDraft: id, clauses: given as typeof clauses, terms: {} }
  await manager.call(writeAgreementText, text, { ifMatch: version })
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  return id
}
/** What waits for this person: how many proposals on which text, and which version of which. */
const waitsFor = async (who: Caller, whose: "mine" | "all" = "all") => {
  const { groups } = (await who.call(getHome, { whose })).body
  const [proposals, versions] = [groupOf(groups, proposalsWaiting), groupOf(groups, versionsWaiting)]
  expect(proposals.counts.waiting.count + versions.counts.waiting.count).toBe(
    proposals.items.length + versions.items.length,
  )
  return [
    ...proposals.items.map((each) => `${each.title}: ${each.proposals} proposals`),
    ...versions.items.map((each) => `${each.title}: version ${each.number}`),
  ]
}
const propose = async (who: Caller, agreementDraft: Id, words: string[], send = true) => {
  const { number } = (await who.call(getAgreementText, { agreementDraft })).body
  const wanted = clauses.map((each, at) => (words[at] === undefined ? each : clause(each.key, words[at])))
  return (await who.call(proposeClauses, { agreementDraft, baseNumber: number ?? 0, clauses: wanted, terms: {}, send }))
    .body.items
}

test("what waits for one's own answer stands on one's own home, on both sides, and is gone when it was answered", async () => {
  const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
  const partner = await workspace.asPartner(organizationId)
  const seller = await workspace.asPartner(organizationId, "seller")
  const viewer = await workspace.as("viewer")
  const id = await lying(partnership, "Frame")
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([["Frame: version 1"], ["Frame: version 1"]])
  // Who may not agree is not asked, and of others' partnerships whoever asks for one's own is not told.
  expect([await waitsFor(seller), await waitsFor(viewer)]).toEqual([[], []])
  expect(await waitsFor(await workspace.as("admin"), "mine")).toEqual([])
  await partner.call(agreeToVersion, { agreementDraft: id, number: 1 })
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([["Frame: version 1"], []])

  // While something is proposed, that is what waits, and for the other side alone; a draft of a proposal waits for nobody else.
  const [kept] = await propose(partner, id, ["Sell together."], false)
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([["Frame: version 1"], []])
  await partner.call(sendProposal, { clauseProposal: kept?.id ?? "" })
  const [other] = await propose(partner, id, ["Sell.", "Pay late."])
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([["Frame: 2 proposals"], []])
  expect([await waitsFor(seller), await waitsFor(viewer)]).toEqual([[], []])
  await partner.call(withdrawClauseProposal, { clauseProposal: other?.id ?? "" })
  expect(await waitsFor(manager)).toEqual(["Frame: 1 proposals"])
  await manager.call(answerClauseProposal, { clauseProposal: kept?.id ?? "", accepts: true })
  // Accepted, it made a version that neither side has agreed to.
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([["Frame: version 2"], ["Frame: version 2"]])
  for (const who of [manager, partner]) await who.call(agreeToVersion, { agreementDraft: id, number: 2 })
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([[], []])
})

test("a text that nobody can agree to, and one that was taken back, waits for nobody", async () => {
  const { id: partnership, organizationId } = await recordPartnership(manager, "Delta")
  const partner = await workspace.asPartner(organizationId)
  await lying(partnership, "Open terms", [margin])
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([[], []])
  const id = await lying(partnership, "Taken back")
  await propose(partner, id, ["Sell together."])
  expect(await waitsFor(manager)).toEqual(["Taken back: 1 proposals"])
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "draft" })
  expect([await waitsFor(manager), await waitsFor(partner)]).toEqual([[], []])
})

test("in a consortium each company is asked for its own word, and answers what another one proposes", async () => {
  const { partnership, first: one, second: other } = await recordConsortium(workspace, "Three")
  const id = await lying(partnership, "Joint")
  await one.call(agreeToVersion, { agreementDraft: id, number: 1 })
  expect([await waitsFor(one), await waitsFor(other)]).toEqual([[], ["Joint: version 1"]])
  await propose(other, id, ["Sell together."])
  expect([await waitsFor(one), await waitsFor(other)]).toEqual([["Joint: 1 proposals"], []])
  expect((await one.call(listProposals, { agreementDraft: id })).body.items).toHaveLength(1)
})
