import { expect, test } from "vitest"
import { draftAgreement, getAgreementText, moveAgreementDraft, writeAgreementText } from "#contract/agreements"
import { listComments, listThreads, writeComment } from "#contract/discussions"
import type { Id } from "#core/ids"
import { unzip } from "#platform/archives/zip"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { recordPartnership, runQueued } from "#test/promises"
import { listProposals, proposeClauses, sendProposal } from "./contract.ts"

const keelson = await startTestKeelson({ clock: movableClock("2026-01-02T09:00:00.000Z") })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const clause = (key: string, words: string) => ({
  ...{ key, heading: key, level: 1 as const },
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
})
const clauses = [clause("purpose", "Sell."), clause("payment", "Pay in thirty days.")]
const secret = "walkawayprice"

const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId)
const body = { title: "Frame", startsOn: "2026-01-01", objectives: [], commitments: [] }
const { id: agreementDraft, version } = (await manager.call(draftAgreement, { partnership, ...body })).body
await manager.call(writeAgreementText, { agreementDraft, clauses, terms: {} }, { ifMatch: version })
await manager.call(moveAgreementDraft, { agreementDraft, to: "in_review" })
const versionId = (await manager.call(getAgreementText, { agreementDraft })).body.versions[0]?.id ?? ""
const propose = async (who: Caller, words: string, send = true) => {
  const wanted = [clauses[0], clause("payment", words)] as typeof clauses
  const asked = { agreementDraft, baseNumber: 1, clauses: wanted, terms: {}, send }
  return (await who.call(proposeClauses, asked)).body.items[0]?.id ?? ""
}
const say = async (who: Caller, subjectKind: string, subjectId: Id, audience: "own" | "shared" = "own") =>
  who.call(writeComment, { subjectKind, subjectId, audience, body: `our ${secret} is 18` })

/** All that somebody is answered about this text, with what says whether it is another answer than before. */
const allThat = async (who: Caller, proposal: Id) => {
  const about = `subjectKind=clause_proposal&subjectId=${proposal}`
  const addresses = [
    ...[`/agreement-drafts/${agreementDraft}`, `/agreement-drafts/${agreementDraft}/text`],
    ...[`/agreement-drafts/${agreementDraft}/proposals`, `/partnerships/${partnership}/agreement-drafts`],
    ...[`/agreement-versions/${versionId}`, `/agreement-versions/${versionId}/document.pdf`],
    ...[`/agreement-versions/${versionId}/document.docx`, `/partnerships/${partnership}/threads`],
    ...[`/partnerships/${partnership}/threads?state=all`, `/comments?${about}`, `/comments?${about}&audience=own`],
    ...[`/comments?subjectKind=agreement_draft&subjectId=${agreementDraft}`, "/home?whose=all", "/notifications"],
    ...[`/search?text=${secret}`, `/partnerships/${partnership}/found-comments?text=${secret}`],
    ...[`/partnerships/${partnership}/timeline`, `/partnerships/${partnership}`],
  ]
  return Promise.all(
    addresses.map(async (address) => {
      const answer = await fetch(`${keelson.address}/api/w/${workspace.slug}${address}`, {
        headers: { cookie: who.cookie },
      })
      const bytes = Buffer.from(await answer.arrayBuffer())
      const said = bytes.toString("latin1")
      if (answer.status >= 400) return [address, answer.status, JSON.parse(said).code] as const
      if (address.endsWith(".docx"))
        return [address, answer.status, [...unzip(bytes)].map(([name, part]) => `${name} ${part}`).join("\n")] as const
      // That one has taken a document away oneself stands there, too.
      const rows = address.endsWith("/timeline")
        ? JSON.parse(said).items.filter(({ kind }: { kind: string }) => !kind.endsWith("exported"))
        : said
      return [address, answer.status, [answer.headers.get("etag"), rows]] as const
    }),
  )
}

test.each([
  ["the host", manager, partner],
  ["the partner", partner, manager],
])(
  "what %s says among its own of a proposal and of the text changes no answer that the other side gets",
  async (_, own, other) => {
    const proposal = await propose(other, `Pay in ${own === manager ? 45 : 60} days.`)
    await runQueued("notifications.tell", keelson)
    const before = await allThat(other, proposal)
    expect(before.flatMap(([address, status]) => (status >= 500 || status === 404 ? [address] : []))).toEqual([])
    const said = [await say(own, "clause_proposal", proposal), await say(own, "agreement_draft", agreementDraft)]
    expect(said.map(({ status }) => status)).toEqual([201, 201])
    await runQueued("notifications.tell", keelson)
    const after = await allThat(other, proposal)
    expect(after).toEqual(before)
    expect(JSON.stringify(after.filter(([address]) => !address.includes(secret)))).not.toContain(secret)
    // Among its own it is there, and counted.
    const { items } = (await own.call(listThreads, { partnership })).body
    expect(items.filter(({ visibility }) => visibility !== "shared").length).toBeGreaterThanOrEqual(2)
  },
)

test("what was said of a proposal before it was sent stays among one's own when it is", async () => {
  const proposal = await propose(partner, "Pay in ninety days.", false)
  // Of what is one's own nothing is shared, and nobody else can ask.
  expect((await say(partner, "clause_proposal", proposal, "shared")).status).toBe(422)
  expect((await say(partner, "clause_proposal", proposal)).status).toBe(201)
  expect((await say(manager, "clause_proposal", proposal)).status).toBe(404)
  await partner.call(sendProposal, { clauseProposal: proposal })
  const asked = { subjectKind: "clause_proposal", subjectId: proposal }
  for (const audience of ["shared", "own"] as const)
    expect((await manager.call(listComments, { ...asked, audience })).body.items).toEqual([])
  expect((await partner.call(listComments, { ...asked, audience: "own" })).body.items).toHaveLength(1)
  expect(JSON.stringify((await manager.call(listProposals, { agreementDraft })).body)).not.toContain(secret)
})
