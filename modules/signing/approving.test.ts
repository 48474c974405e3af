import { afterAll, expect, test } from "vitest"
import {
  agreeToVersion,
  askTextApproval,
  draftAgreement,
  getAgreementText,
  getClauseLibrary,
  getTextApproval,
  moveAgreementDraft,
  putInForce,
  writeAgreementText,
} from "#contract/agreements"
import { answerApproval, getApproval, listApprovals, setApprovalRule, withdrawApproval } from "#contract/approvals"
import type { Id } from "#core/ids"
import type { Caller } from "#test/keelson"
import { recordPartnership } from "#test/promises"
import { signingScene } from "#test/signing"
import { codeOf } from "#test/tasks"

/*
 * Scenario 18: what is approved is a text. Who approves a deviation from the ready text before it is signed, what a new version asks
 * anew, and what the other side is told of it.
 */
const scene = await signingScene()
const { workspace, manager, benSigns, ayaSigns, startWith, overview, run, clock } = scene
afterAll(scene.smtp.stop)

const owner = await workspace.as("owner")
const finance = await workspace.as("finance")
const legal = await workspace.as("contributor")
const steps = [
  { name: "Finance", role: "finance" as const, condition: "margin > 20" },
  { name: "Legal", role: "contributor" as const, condition: "liabilityChanged" },
]
const ruled = (wanted: object[], ifMatch: number) =>
  owner.call(setApprovalRule, { approvable: "agreement.signing", steps: wanted } as never, { ifMatch })
await ruled(steps, 0)

type Text = { clauses: { key: string; content: object[] }[]; terms: Record<string, unknown> }
const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const withClause = (text: Text, key: string, said: string): Text => ({
  ...text,
  clauses: text.clauses.map((clause) => (clause.key === key ? { ...clause, content: [paragraph(said)] } : clause)),
})
const withTerms = (text: Text, more: object): Text => ({ ...text, terms: { ...text.terms, ...more } })

/** A draft in the ready words of its type, with somebody of the partner. */
const drafted = async (name: string, language: "en" | "de" | "ja" = "en") => {
  const { id: partnership, organizationId } = await recordPartnership(manager, name)
  const partner = await workspace.asPartner(organizationId)
  const library = (await manager.call(getClauseLibrary, { partnership, language })).body
  const amount = { amountMinor: 50_000_000, currency: "EUR" }
  const asked = { territory: "DE", liability_cap: amount, governing_law: "German law" }
  const ready = withTerms(library.text as Text, asked)
  const body = { title: `Frame ${name}`, startsOn: "2027-04-01", objectives: [], commitments: [] }
  const { id } = (await manager.call(draftAgreement, { partnership, ...body })).body
  return { id, partner, organizationId, ready }
}

/** Writes these words, and lays them before both sides. */
const lay = async (id: Id, text: Text, holders: readonly Caller[] = []) => {
  const lying = (await manager.call(getAgreementText, { agreementDraft: id })).body
  if (lying.state === "in_review") await manager.call(moveAgreementDraft, { agreementDraft: id, to: "draft" })
  const { version } = (await manager.call(getAgreementText, { agreementDraft: id })).body
  await manager.call(writeAgreementText, { agreementDraft: id, ...text } as never, { ifMatch: version })
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  await run()
  const now = (await manager.call(getAgreementText, { agreementDraft: id })).body
  for (const holder of holders) await holder.call(agreeToVersion, { agreementDraft: id, number: now.number ?? 0 })
  return { number: now.number, hash: now.versions[0]?.hash ?? "" }
}

const standing = async (id: Id) => (await manager.call(getTextApproval, { agreementDraft: id })).body
const waiting = async (id: Id) =>
  (await manager.call(listApprovals, { state: "waiting" })).body.items.find(({ subjectId }) => subjectId === id)
const answer = (who: Caller, { id, hash }: { id: Id; hash: string }, decision: "approve" | "reject" = "approve") =>
  who.call(answerApproval, { approval: id, hash, decision, ...(decision === "reject" ? { reason: "Too much" } : {}) })
const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("nothing waits")
  return value
}

test("scenario 18: approval is of a text: unchanged it stands, a new version asks only whom it concerns", async () => {
  const made = await drafted("Whole")
  const { id, partner, ready } = made
  await lay(id, ready)
  await lay(id, withTerms(ready, { margin: 21 }))
  const changed = withClause(ready, "liability", "Each Party is liable without any limit.")
  const v3 = await lay(id, withTerms(changed, { margin: 22 }))
  expect(v3.number).toBe(3)

  const before = await standing(id)
  expect(before.deviations).toEqual({
    clauses: [{ key: "liability", heading: "Liability", how: "changed" }],
    terms: [{ kind: "margin", ready: 20, value: 22 }],
  })
  expect(before.steps.map(({ name, agreed }) => [name, agreed])).toEqual([
    ["Finance", null],
    ["Legal", null],
  ])
  await manager.call(askTextApproval, { agreementDraft: id })
  expect(codeOf(await manager.call(askTextApproval, { agreementDraft: id }))).toEqual([409, "approval-waits"])
  const first = must(await waiting(id))
  expect(first).toMatchObject({ hash: v3.hash, intent: { number: 3 }, subjectKind: "agreement_draft" })

  // The partner knows that it waits and since when, and nothing else.
  expect((await partner.call(getAgreementText, { agreementDraft: id })).body.inApprovalSince).toBe(
    "2027-03-03T09:00:00.000Z",
  )
  expect(codeOf(await partner.call(getTextApproval, { agreementDraft: id }))).toEqual([403, "role-may-not"])
  expect(codeOf(await partner.call(getApproval, { approval: first.id }))).toEqual([404, "not-found"])

  expect((await answer(finance, first)).body.state).toBe("waiting")
  expect((await answer(legal, first)).body.state).toBe("approved")
  expect((await partner.call(getAgreementText, { agreementDraft: id })).body.inApprovalSince).toBeNull()

  // Saved unchanged: no version, and what was approved stands.
  expect(await lay(id, withTerms(changed, { margin: 22 }), [manager, partner])).toEqual(v3)
  expect((await standing(id)).steps.map(({ agreed }) => agreed?.hash)).toEqual([v3.hash, v3.hash])
  expect((await overview(manager, id)).abilities.start).toBe(true)

  // 24 %: finance is asked again with old and new shown, by itself; legal agreed to this liability already.
  clock.moveTo("2027-03-05T09:00:00.000Z")
  const v4 = await lay(id, withTerms(changed, { margin: 24 }), [manager, partner])
  expect(v4.number).toBe(4)
  const again = must(await waiting(id))
  expect(again.hash).toBe(v4.hash)
  expect(again.steps).toMatchObject([
    {
      name: "Finance",
      because: { asked: "met", reasons: [{ text: "margin > 20", seen: [{ name: "margin", value: 24 }] }] },
      before: { version: 3, seen: [{ name: "margin", value: 22 }] },
    },
  ])
  expect((await standing(id)).steps).toMatchObject([
    { name: "Finance", isWaiting: true, agreed: null },
    {
      name: "Legal",
      isWaiting: false,
      agreed: { number: 3, hash: v3.hash, by: [{ name: "contributor of Nordlicht" }] },
    },
  ])
  expect((await partner.call(getAgreementText, { agreementDraft: id })).body.inApprovalSince).toBe(
    "2027-03-05T09:00:00.000Z",
  )

  // Old buttons approve nothing: that of what was approved, and, of what waits, once it is replaced.
  expect(codeOf(await answer(finance, first))).toEqual([409, "version-replaced-since"])
  // To signature while a step waits: refused, and the step is named.
  const early = await startWith(id, [benSigns, ayaSigns({ ...made, email: "aya@cascade.example" })])
  expect(codeOf(early)).toEqual([409, "approval-first"])
  expect((early.body as unknown as { detail: object }).detail).toEqual({ names: ["Finance"] })
  expect((await overview(manager, id)).abilities.start).toBe("approval-first")
  const dated = { agreementDraft: id, signedOn: "2027-03-03", hostSigner: "Ben", partnerSigner: "Aya" }
  expect(codeOf(await manager.call(putInForce, dated))).toEqual([409, "approval-first"])

  // 20 %: finance falls away. Nobody is asked, and legal's word of version 3 stands.
  const v5 = await lay(id, withTerms(changed, { margin: 20 }), [manager, partner])
  expect(await waiting(id)).toBeUndefined()
  expect((await finance.call(getApproval, { approval: again.id })).body.state).toBe("void")
  expect(codeOf(await answer(finance, again))).toEqual([409, "version-replaced-since"])
  expect(await standing(id)).toMatchObject({
    number: v5.number,
    steps: [{ name: "Legal", agreed: { number: 3 } }],
    leftOut: [{ name: "Finance" }],
  })
  expect((await partner.call(getAgreementText, { agreementDraft: id })).body.inApprovalSince).toBeNull()

  // The ready text's liability: legal falls away, too.
  await lay(id, ready, [manager, partner])
  expect(await standing(id)).toMatchObject({ steps: [], deviations: { clauses: [], terms: [] } })
  expect(codeOf(await manager.call(askTextApproval, { agreementDraft: id }))).toEqual([409, "nothing-to-approve"])
  expect((await startWith(id, [benSigns, ayaSigns({ ...made, email: "aya@cascade.example" })])).status).toBe(201)
})

test("scenario 18: other words of the clause that was approved, or of a term it shows, ask legal again", async () => {
  const { id, ready } = await drafted("Liable")
  await lay(id, withClause(ready, "liability", "Each Party is liable without any limit."))
  await manager.call(askTextApproval, { agreementDraft: id })
  await answer(legal, must(await waiting(id)))
  await lay(id, withClause(ready, "liability", "No Party is liable for anything."))
  expect((await waiting(id))?.steps.map(({ name }) => name)).toEqual(["Legal"])
  // Another clause is none of legal's business by this rule; but what waits is of the version that lies there.
  const elsewhere = withClause(withClause(ready, "liability", "No Party is liable for anything."), "marketing", "None.")
  const latest = await lay(id, elsewhere)
  const asked = must(await waiting(id))
  expect(asked.hash).toBe(latest.hash)
  await answer(legal, asked)
  await lay(id, withClause(elsewhere, "marketing", "Some."))
  expect(await waiting(id)).toBeUndefined()
  expect((await standing(id)).steps[0]?.agreed?.number).toBe(3)
})

test("back to the value that was approved: nobody is asked; a request under way keeps the steps that had agreed", async () => {
  const { id, ready } = await drafted("Back")
  const changed = withClause(ready, "liability", "Each Party is liable without any limit.")
  await lay(id, withTerms(changed, { margin: 22 }))
  await manager.call(askTextApproval, { agreementDraft: id })
  // Finance has agreed and legal not yet, when another clause is changed: only legal is left to be asked.
  await answer(finance, must(await waiting(id)))
  const elsewhere = withClause(withTerms(changed, { margin: 22 }), "marketing", "None.")
  await lay(id, elsewhere)
  expect((await waiting(id))?.steps.map(({ name }) => name)).toEqual(["Legal"])
  await answer(legal, must(await waiting(id)))
  await lay(id, withTerms(elsewhere, { margin: 23 }))
  expect((await waiting(id))?.steps.map(({ name }) => name)).toEqual(["Finance"])
  await lay(id, elsewhere)
  expect(await waiting(id)).toBeUndefined()
  expect((await standing(id)).steps.map(({ name, agreed }) => [name, agreed?.number])).toEqual([
    ["Finance", 1],
    ["Legal", 2],
  ])
})

test("scenario 18: a no ends it; the next version asks nobody by itself, and is signed by nobody either", async () => {
  const made = await drafted("Refused")
  const { id, partner, ready } = made
  await lay(id, withTerms(ready, { margin: 25 }), [manager, partner])
  await manager.call(askTextApproval, { agreementDraft: id })
  await answer(finance, must(await waiting(id)), "reject")
  expect((await overview(manager, id)).abilities.start).toBe("approval-first")
  await lay(id, withTerms(ready, { margin: 24 }), [manager, partner])
  expect(await waiting(id)).toBeUndefined()
  expect((await standing(id)).abilities.ask).toBe(true)
  expect((await overview(manager, id)).abilities.start).toBe("approval-first")
  await manager.call(askTextApproval, { agreementDraft: id })
  const asked = must(await waiting(id))
  await manager.call(withdrawApproval, { approval: asked.id })
  expect((await partner.call(getAgreementText, { agreementDraft: id })).body.inApprovalSince).toBeNull()
  // What was taken over as in force before is not asked for: it holds already.
  expect((await manager.call(putInForce, { agreementDraft: id, takenOver: true })).status).toBe(200)
})

test("a text begun in Japanese or German deviates from nothing", async () => {
  for (const language of ["ja", "de"] as const) {
    const { id, ready } = await drafted(`Begun ${language}`, language)
    await lay(id, ready)
    expect((await standing(id)).deviations).toEqual({ clauses: [], terms: [] })
  }
})

test("what was approved by an older edition of the rule stays so, for this version; the next one is asked by the new edition", async () => {
  const { id, partner, ready } = await drafted("Edition")
  await lay(id, withTerms(ready, { margin: 30 }), [manager, partner])
  await manager.call(askTextApproval, { agreementDraft: id })
  await answer(finance, must(await waiting(id)))
  await ruled([...steps, { name: "Head", role: "executive" }], 1)
  expect((await overview(manager, id)).abilities.start).toBe(true)
  await lay(id, withTerms(ready, { margin: 30, payment_days: 60 }), [manager, partner])
  expect((await waiting(id))?.steps.map(({ name }) => name)).toEqual(["Head"])
  // A step without a condition is about the whole: every version is asked of it.
  await answer(scene.ben, must(await waiting(id)))
  await lay(id, withTerms(ready, { margin: 30, payment_days: 59 }), [manager, partner])
  expect((await waiting(id))?.steps.map(({ name }) => name)).toEqual(["Head"])
  await ruled([], 2)
  const none = await drafted("Unruled")
  await lay(none.id, withTerms(none.ready, { margin: 90 }), [manager, none.partner])
  expect((await overview(manager, none.id)).abilities.start).toBe(true)
})
