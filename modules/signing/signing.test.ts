import { afterAll, beforeEach, expect, test } from "vitest"
import { draftAgreement, listAgreements, moveAgreementDraft, putInForce } from "#contract/agreements"
import { listEvents } from "#contract/audit"
import { listLinks } from "#contract/links"
import { proposeClauses } from "#contract/negotiation"
import { runAsOwner } from "#test/owner-connection"
import { recordPartnership, runJob } from "#test/promises"
import { clauses, signingScene, start, typed } from "#test/signing"
import { codeOf } from "#test/tasks"
import * as contract from "./contract.ts"

/*
 * Who signs an agreement, signed in or by a link and a code; what cannot be signed; and what is kept of a signature. Scenarios 2 and 12.
 */
const scene = await signingScene()
const {
  keelson,
  workspace,
  manager,
  ben,
  pageOf,
  agreed,
  benSigns,
  ayaSigns,
  startWith,
  overview,
  signerNamed,
  sign,
  signByLink,
  stateOf,
  run,
  addressOf,
  boxOf,
} = scene
afterAll(scene.smtp.stop)
beforeEach(() => scene.clock.moveTo(start))

test("both sign, signed in, and what they signed is in force, with who signed and on which day", async () => {
  const made = await agreed("Plain")
  const begun = await startWith(made.id, [benSigns, ayaSigns(made)])
  expect(begun.status).toBe(201)
  expect(begun.body.latest).toMatchObject({ state: "open", versionNumber: 1 })
  await run()
  expect((await signerNamed(manager, made.id, "Aya Mori")).hasAccount).toBe(true)
  expect((await sign(made.partner, made.id, "Aya Mori")).body.latest?.state).toBe("open")
  const strokes = [
    [
      [0, 10],
      [500, 200],
    ],
  ]
  const last = await sign(ben, made.id, "Ben Host", { kind: "drawn", strokes })
  expect(last.body.latest).toMatchObject({ state: "signed", concludedAt: null })
  await run()
  expect(await stateOf(made.id)).toBe("in_force")
  const { latest } = await overview(made.partner, made.id)
  expect(latest).toMatchObject({ state: "signed", concludedAt: expect.any(String), stuck: null })
  expect(latest?.signers.map(({ mark, method }) => [mark?.kind, method])).toEqual([
    ["drawn", "sign_in"],
    ["typed", "sign_in"],
  ])
  const [agreement] = (await manager.call(listAgreements, { partnership: made.partnership })).body.items
  expect(agreement).toMatchObject({ hostSigner: "Ben Host", partnerSigner: "Aya Mori", signedOn: "2027-03-03" })
  // The finished document is one file for both, sealed once, and the agreement's own.
  expect(latest?.sealed).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect((await overview(manager, made.id)).latest?.sealed).toEqual(latest?.sealed)
  expect(agreement?.signedFile?.id).toBe(latest?.sealed?.fileId)
  // Made once more, as after a crash: nothing is sealed over itself, and nothing is told twice.
  await runJob("signing.seal", keelson, { workspaceId: workspace.system.workspaceId, signingId: latest?.id })
  expect((await overview(manager, made.id)).latest?.sealed).toEqual(latest?.sealed)
  const told = `select 1 from event where kind = 'agreement_signing.sealed' and subject_id = '${latest?.id}'`
  expect(await runAsOwner(keelson.ownerUrl, told)).toHaveLength(1)
})

test("what lies open is not sent to be signed; a draft that is being signed stays as it is", async () => {
  const made = await agreed("Held")
  const unheld = await recordPartnership(manager, "Unheld")
  const body = { title: "Unheld", startsOn: "2027-03-01", objectives: [], commitments: [] }
  const { id } = (await manager.call(draftAgreement, { partnership: unheld.id, ...body })).body
  expect(codeOf(await startWith(id, [benSigns]))).toEqual([409, "not-in-review"])
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  expect(codeOf(await startWith(id, [benSigns]))).toEqual([409, "no-words"])
  expect(codeOf(await startWith(made.id, [benSigns]))).toEqual([422, "party-without-signer"])
  expect(codeOf(await startWith(made.id, [benSigns, { ...ayaSigns(made), partyId: unheld.organizationId }]))).toEqual([
    422,
    "no-such-party",
  ])
  expect(
    codeOf(await startWith(made.id, [benSigns, { ...ayaSigns(made), email: benSigns.email.toUpperCase() }])),
  ).toEqual([422, "signer-doubled"])
  for (const who of [made.partner, await workspace.as("viewer"), await workspace.as("contributor")])
    expect(codeOf(await who.call(contract.startSigning, { agreementDraft: made.id, signers: [benSigns] }))).toEqual([
      403,
      "role-may-not",
    ])

  expect((await startWith(made.id, [benSigns, ayaSigns(made)])).status).toBe(201)
  expect(codeOf(await startWith(made.id, [benSigns, ayaSigns(made)]))).toEqual([409, "being-signed"])
  const signatures = { hostSigner: "x", partnerSigner: "y", signedOn: "2027-03-03" }
  const changed = { baseNumber: 1, clauses: [{ ...clauses[0], heading: "Aim" }], terms: {} }
  const held = [409, "being-signed"]
  expect(codeOf(await manager.call(moveAgreementDraft, { agreementDraft: made.id, to: "draft" }))).toEqual(held)
  expect(codeOf(await manager.call(moveAgreementDraft, { agreementDraft: made.id, to: "withdrawn" }))).toEqual(held)
  expect(codeOf(await manager.call(putInForce, { agreementDraft: made.id, ...signatures }))).toEqual(held)
  expect(codeOf(await made.partner.call(proposeClauses, { agreementDraft: made.id, ...changed } as never))).toEqual(
    held,
  )
})

test("scenario 14: a text that says one number in words and another in figures is not sent to be signed", async () => {
  const said = [
    { ...clauses[0], content: [{ type: "paragraph", content: [{ type: "text", text: "thirty (60) days" }] }] },
  ]
  const { id } = await agreed("Doubtful", { clauses: said })
  expect(codeOf(await startWith(id, [benSigns]))).toEqual([409, "text-in-doubt"])
})

test("nobody signs in another's name, whatever their role, nor another text", async () => {
  const made = await agreed("Others")
  await startWith(made.id, [benSigns, ayaSigns(made)])
  const { latest } = await overview(manager, made.id)
  const hash = latest?.hash ?? ""
  const aya = await signerNamed(manager, made.id, "Aya Mori")
  const asAya = { agreementSigner: aya.id, mark: typed("Aya Mori"), hash }
  for (const who of [manager, ben, await workspace.as("owner"), await workspace.asPartner(made.organizationId)]) {
    expect(codeOf(await who.call(contract.signAgreement, asAya))).toEqual([403, "not-yours-to-sign"])
    expect(codeOf(await who.call(contract.declineSigning, { agreementSigner: aya.id, reason: "no" }))).toEqual([
      403,
      "not-yours-to-sign",
    ])
  }
  const stranger = await agreed("Stranger")
  expect((await stranger.partner.call(contract.signAgreement, asAya)).status).toBe(404)
  expect((await stranger.partner.call(contract.getSigning, { agreementDraft: made.id })).status).toBe(404)
  expect(codeOf(await made.partner.call(contract.signAgreement, { ...asAya, hash: "0".repeat(64) }))).toEqual([
    409,
    "other-text",
  ])
  expect((await made.partner.call(contract.signAgreement, asAya)).status).toBe(200)
  // Pressed twice: the first one counts.
  scene.clock.moveTo("2027-03-03T09:05:00.000Z")
  expect(codeOf(await made.partner.call(contract.signAgreement, asAya))).toEqual([409, "signed-already"])
  expect((await signerNamed(manager, made.id, "Aya Mori")).doneAt).toBe(start)
})

test("scenario 2: the link is the signer's alone: nothing before the code, and its secret nowhere on the host's side", async () => {
  const made = await agreed("Alone")
  const aya = { partyId: made.organizationId, name: "Aya Mori", email: addressOf("aya") }
  await startWith(made.id, [benSigns, aya])
  await run()
  const box = boxOf(aya.email)
  const path = box.link()
  const before = await pageOf(path)
  for (const hidden of ["Frame Alone", "Both sell together", 'name="press"']) expect(before).not.toContain(hidden)
  const token = path.slice(3)
  const said = JSON.stringify([
    (await overview(manager, made.id)).latest,
    (await manager.call(listLinks, { partnership: made.partnership })).body,
    (await (await workspace.as("owner")).call(listEvents, { partnership: made.partnership, limit: 100 })).body.items,
  ])
  expect(said).toContain(aya.email)
  expect(said).not.toContain(token)
  const { shown, status } = await signByLink(box, "Aya Mori")
  expect(shown).toContain("Frame Alone")
  expect(shown).toContain("Both sell together.")
  expect(status).toBe(303)
  const signed = await signerNamed(manager, made.id, "Aya Mori")
  expect(signed).toMatchObject({ state: "signed", method: "link_code", mark: { kind: "typed", text: "Aya Mori" } })
  expect(await pageOf(path)).toContain("Signed by you")
})

test("scenario 12: what is kept of a signature is what happened: where it came from, never what was made up or is our own", async () => {
  const made = await agreed("Known")
  await startWith(made.id, [benSigns, ayaSigns(made)])
  const { latest } = await overview(manager, made.id)
  const ayas = await signerNamed(manager, made.id, "Aya Mori")
  await fetch(`${keelson.address}/api/w/${workspace.slug}/agreement-signers/${ayas.id}/sign`, {
    method: "POST",
    headers: {
      ...{ cookie: made.partner.cookie, "content-type": "application/json" },
      "x-forwarded-for": "198.51.100.9, 203.0.113.7",
    },
    body: JSON.stringify({ mark: typed("Aya Mori"), hash: latest?.hash }),
  })
  await sign(ben, made.id, "Ben Host")
  const kept = await runAsOwner<{ name: string; address: string | null }>(
    keelson.ownerUrl,
    `select name, address from agreement_signer where signing_id = '${latest?.id}' order by name`,
  )
  expect(kept).toEqual([
    { name: "Aya Mori", address: "203.0.113.7" },
    { name: "Ben Host", address: null },
  ])
  expect(JSON.stringify(await overview(manager, made.id))).not.toContain("203.0.113.7")
})

test("what could not be put in force when all have signed is not sent to be signed", async () => {
  const goal = { category: "revenue", metric: "revenue", title: "Revenue", target: 100, unit: "EUR" }
  const { id } = await agreed("Endless", {}, { objectives: [goal] })
  expect(codeOf(await startWith(id, [benSigns]))).toEqual([422, "objective-needs-end"])
})

test("a name that is longer than a signature is not cut, and what is signed by link says where it came from", async () => {
  const made = await agreed("By link")
  const aya = { partyId: made.organizationId, name: "Aya Mori", email: addressOf("aya") }
  await startWith(made.id, [benSigns, aya])
  await run()
  const far = { "x-forwarded-for": "203.0.113.8" }
  await signByLink(boxOf(aya.email), "A".repeat(201), "sign", far)
  expect((await signerNamed(manager, made.id, "Aya Mori")).state).toBe("waiting")
  await signByLink(boxOf(aya.email), "Aya Mori", "sign", far)
  const [kept] = await runAsOwner<{ address: string }>(
    keelson.ownerUrl,
    `select address from agreement_signer where email = '${aya.email}'`,
  )
  expect(kept?.address).toBe("203.0.113.8")
})
