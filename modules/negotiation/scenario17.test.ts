import pg from "pg"
import { afterAll, expect, test } from "vitest"
import {
  agreeToVersion,
  amendAgreement,
  type DraftView,
  draftAgreement,
  editAgreementDraft,
  getAgreementDraft,
  getAgreementText,
  listAgreementClauses,
  moveAgreementDraft,
  putInForce,
  writeAgreementText,
} from "#contract/agreements"
import { getCommitment, listCommitments } from "#contract/commitments"
import { listObjectives } from "#contract/objectives"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { monthly, recordPartnership, runJob } from "#test/promises"
import { codeOf } from "#test/tasks"
import { answerClauseProposal, listProposals, proposeClauses } from "./contract.ts"

// Scenario 17: a promise knows its clause. What the editor does with keys is web/acts/negotiation/clauseKeys.test.ts.

const clock = movableClock("2027-01-04T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")

const clause = (key: string, words: string) => ({
  ...{ key, heading: key.toUpperCase(), level: 1 as const },
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }],
})
const [k5, k6, k7] = [clause("k5", "Sell."), clause("k6", "Answer within 48 hours."), clause("k7", "Report.")] as const
const clauses = [k5, k6, k7]
type Clauses = ReturnType<typeof clause>[]
const signed = { hostSigner: "Ben", partnerSigner: "Aya", signedOn: "2027-01-04" }
const answer = monthly("host", { title: "Answer in 48 h" })
const goal = { category: "revenue", metric: "revenue", title: "Revenue", target: 100, unit: "EUR" } as const

const textOf = async (agreementDraft: Id, who: Caller = manager) => {
  return (await who.call(getAgreementText, { agreementDraft })).body
}
const draftOf = async (agreementDraft: Id, who: Caller = manager): Promise<DraftView> =>
  (await who.call(getAgreementDraft, { agreementDraft })).body as DraftView
const write = async (agreementDraft: Id, given: Clauses) =>
  manager.call(
    writeAgreementText,
    { agreementDraft, clauses: given, terms: {} },
    { ifMatch: (await textOf(agreementDraft)).version },
  )
const move = (agreementDraft: Id, to: "in_review" | "draft") => manager.call(moveAgreementDraft, { agreementDraft, to })
const edit = async (agreementDraft: Id, change: (content: DraftView["content"]) => object) => {
  const { content, version, validFrom } = await draftOf(agreementDraft)
  const said = { agreementDraft, ...(validFrom === null ? {} : { validFrom }), ...content, ...change(content) }
  return manager.call(editAgreementDraft, said as never, { ifMatch: version })
}
const naming = (title: string, clauseKey: string) => (content: DraftView["content"]) => ({
  commitments: content.commitments.map((line) => (line.title === title ? { ...line, clauseKey } : line)),
})
const promisedIn = ({ content }: DraftView) => content.commitments.map(({ title }) => title)

const begun = async (name: string) => {
  const { id: partnership, organizationId } = await recordPartnership(manager, name)
  const body = { title: "Frame", startsOn: "2027-01-01", endsOn: "2027-12-31", objectives: [goal] }
  const commitments = [answer, monthly("partner", { title: "Report" })]
  const { id } = (await manager.call(draftAgreement, { partnership, ...body, commitments })).body
  await write(id, clauses)
  return { id, partnership, partner: await workspace.asPartner(organizationId) }
}
const agreed = async (agreementDraft: Id, partner: Caller) => {
  const number = (await textOf(agreementDraft)).number ?? 0
  for (const who of [manager, partner]) await who.call(agreeToVersion, { agreementDraft, number })
  return manager.call(putInForce, { agreementDraft, ...signed })
}

test("scenario 17: a promise names its clause, wherever the clause moves to, and shows it in force", async () => {
  const { id, partnership, partner } = await begun("In force")
  const [refused] = [await edit(id, naming("Answer in 48 h", "elsewhere"))]
  expect(codeOf(refused)).toEqual([422, "no-such-clause"])
  expect((await edit(id, naming("Answer in 48 h", "k6"))).status).toBe(200)
  await edit(id, ({ objectives }) => ({ objectives: objectives.map((each) => ({ ...each, clauseKey: "k5" })) }))
  await move(id, "in_review")
  const { versions } = await textOf(id)
  expect(await textOf(id, partner)).toMatchObject({
    promised: [
      { key: "k6", title: "Answer in 48 h", owedBy: "host", isStanding: false, endsOn: null },
      { key: "k5", title: "Revenue", owedBy: null },
    ],
  })
  // Another clause for a promise is another content: whoever agreed has not agreed to that.
  await move(id, "draft")
  await edit(id, naming("Report", "k7"))
  await move(id, "in_review")
  expect((await textOf(id)).versions[0]).toMatchObject({ number: 2, agreedBy: [] })
  expect((await textOf(id)).versions[0]?.hash).not.toBe(versions[0]?.hash)
  await manager.call(proposeClauses, { agreementDraft: id, baseNumber: 2, clauses: [k6, k7, k5], terms: {} })
  for (const { id: clauseProposal } of (await partner.call(listProposals, { agreementDraft: id })).body.items)
    expect((await partner.call(answerClauseProposal, { clauseProposal, accepts: true })).status).toBe(200)
  expect((await agreed(id, partner)).status).toBe(200)
  const { commitments } = (await partner.call(listCommitments, { partnership })).body
  const made = commitments.find(({ title }) => title === "Answer in 48 h")
  expect(made).toMatchObject({ clauseKey: "k6", agreementId: id })
  expect((await partner.call(getCommitment, { commitment: made?.id ?? "" })).body).toMatchObject({ clauseKey: "k6" })
  expect((await manager.call(listObjectives, { partnership })).body.items).toMatchObject([{ clauseKey: "k5" }])
  expect((await partner.call(listAgreementClauses, { agreement: id })).body).toMatchObject({
    ...{ draftId: id },
    items: [
      { key: "k6", number: "1", heading: "K6" },
      { key: "k7", number: "2" },
      { key: "k5", number: "3" },
    ],
  })
})

test("scenario 17: in a first version what was promised in a clause that is taken out does not come into force", async () => {
  const { id, partnership, partner } = await begun("Taken out")
  await edit(id, naming("Answer in 48 h", "k6"))
  await write(id, [k5, k7])
  expect((await draftOf(id)).findings).toContainEqual(
    expect.objectContaining({ code: "gone-with-clause", title: "Answer in 48 h", at: "commitments", blocks: false }),
  )
  // Until it is sent, it is the host's own paper: the line is still there to be given another clause, and so is its old one.
  expect(promisedIn(await draftOf(id))).toContain("Answer in 48 h")
  expect((await edit(id, naming("Report", "k7"))).status).toBe(200)
  await write(id, clauses)
  await move(id, "in_review")
  const before = await textOf(id)
  await partner.call(proposeClauses, { agreementDraft: id, baseNumber: 1, clauses: [k5, k7], terms: {} })
  const [waiting] = (await manager.call(listProposals, { agreementDraft: id })).body.items
  await manager.call(answerClauseProposal, { clauseProposal: waiting?.id ?? "", accepts: true })
  expect(promisedIn(await draftOf(id, partner))).toEqual(["Report"])
  expect((await textOf(id)).versions[0]?.hash).not.toBe(before.versions[0]?.hash)
  expect((await draftOf(id, partner)).findings.map(({ code }) => code)).toContain("gone-with-clause")
  expect((await agreed(id, partner)).status).toBe(200)
  const { commitments } = (await partner.call(listCommitments, { partnership })).body
  expect(commitments.map(({ title }) => title)).toEqual(["Report"])
  expect(promisedIn(await draftOf(id))).toEqual(["Report"])
})

test("scenario 17: in a change the promise ends on the day that was said before it was proposed", async () => {
  const { id: agreement, partnership, partner } = await begun("Changed")
  await edit(agreement, naming("Answer in 48 h", "k6"))
  await move(agreement, "in_review")
  await agreed(agreement, partner)
  const wanted = { agreement, kind: "change" as const, validFrom: "2027-07-01", reason: "no clocks any more" }
  const { id } = (await manager.call(amendAgreement, wanted)).body
  await move(id, "in_review")
  expect((await textOf(id, partner)).promised).toMatchObject([
    { key: "k6", title: "Answer in 48 h", isStanding: true, endsOn: "2027-06-30" },
  ])
  await manager.call(proposeClauses, { agreementDraft: id, baseNumber: 1, clauses: [k5, k7], terms: {} })
  const [waiting] = (await partner.call(listProposals, { agreementDraft: id })).body.items
  // The partner's own session writes no draft; what it accepts holds all the same.
  expect((await partner.call(answerClauseProposal, { clauseProposal: waiting?.id ?? "", accepts: true })).status).toBe(
    200,
  )
  expect((await draftOf(id, partner)).changes?.commitments.removed).toMatchObject([{ title: "Answer in 48 h" }])
  const made = await agreed(id, partner)
  expect(made.body).toMatchObject({ state: "agreed" })
  clock.moveTo("2027-07-01T09:00:00.000Z")
  await runJob("agreements.apply-agreed", keelson)
  const { commitments } = (await partner.call(listCommitments, { partnership })).body
  expect(commitments.find(({ title }) => title === "Answer in 48 h")).toMatchObject({ endsOn: "2027-06-30" })
  expect(commitments.find(({ title }) => title === "Report")).toMatchObject({ endsOn: "2027-12-31" })
})

test("scenario 17: a doubled key is refused, by the server and by the database", async () => {
  const { id } = await begun("Doubled")
  expect(codeOf(await write(id, [k5, k6, { ...k7, key: "k6" }]))).toEqual([422, "clause-key-doubled"])
  await move(id, "in_review")
  const doubled = pool.query(
    `insert into agreement_version (workspace_id, id, partnership_id, draft_id, number, text, content, hash, party_id, made_at)
      select workspace_id, gen_random_uuid(), partnership_id, draft_id, 99, jsonb_set(text, '{clauses,2,key}', '"k6"'),
        content, hash, party_id, made_at from agreement_version where draft_id = $1`,
    [id],
  )
  await expect(doubled).rejects.toThrow(/agreement_version_clause_keys/)
})
const pool = new pg.Pool({ connectionString: keelson.ownerUrl })
afterAll(() => pool.end())
