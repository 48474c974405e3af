import { afterAll, beforeEach, expect, test } from "vitest"
import { moveAgreementDraft } from "#contract/agreements"
import { listNotifications } from "#contract/notifications"
import { createOrganization } from "#contract/organizations"
import { addParty } from "#contract/partnerships"
import type { Id } from "#core/ids"
import { runAsOwner } from "#test/owner-connection"
import { signingScene, start } from "#test/signing"
import { codeOf } from "#test/tasks"
import * as contract from "./contract.ts"

/*
 * What becomes of a round: the order of signers and who takes another's place, a decline, a recall, two acts at one moment, reminders.
 * Scenarios 5 to 8.
 */
const scene = await signingScene()
const {
  keelson,
  workspace,
  manager,
  ben,
  pageOf,
  agreed,
  threeParties,
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

const eventsOf = (partnership: Id, kind: string) =>
  runAsOwner(keelson.ownerUrl, `select id from event where partnership_id = '${partnership}' and kind = '${kind}'`)

test("scenario 5: in order; a hand-over keeps the pair, old links die, and nobody is asked out of turn", async () => {
  const made = await agreed("Ordered")
  const aya = {
    partyId: made.organizationId,
    name: "Aya",
    email: addressOf("aya"),
    place: 2,
  }
  const carl = { ...aya, name: "Carl", email: addressOf("carl"), place: 3 }
  const boxes = { aya: boxOf(aya.email), carl: boxOf(carl.email) }
  await startWith(made.id, [carl, aya, { ...benSigns, place: 1 }], { isOrdered: true })
  await run()
  expect([boxes.aya.mails().length, boxes.carl.mails().length]).toEqual([0, 0])
  const asked = (await ben.call(listNotifications, {})).body.items.filter(({ kind }) => kind === "signature_asked")
  expect(asked.some(({ payload }) => payload["draftId"] === made.id)).toBe(true)
  await sign(ben, made.id, "Ben Host")
  await run()
  expect([boxes.aya.mails().length, boxes.carl.mails().length]).toEqual([1, 0])

  // The host names Kenji in Aya's place; her link leads on and signs nothing.
  const kenji = { name: "Kenji Ito", email: addressOf("kenji"), reason: "Aya travels" }
  const seen = await signerNamed(manager, made.id, "Aya")
  scene.clock.moveTo("2027-03-03T17:12:00.000Z")
  expect((await manager.call(contract.replaceSigner, { agreementSigner: seen.id, ...kenji })).status).toBe(200)
  await run()
  const old = await pageOf(boxes.aya.link())
  expect(old).not.toContain('name="press"')
  const { insteadOf } = await signerNamed(made.partner, made.id, "Kenji Ito")
  expect(insteadOf).toMatchObject({ name: "Aya", reason: "Aya travels", at: "2027-03-03T17:12:00.000Z" })
  expect(boxes.carl.mails()).toHaveLength(0)
  await signByLink(boxOf(kenji.email), "Kenji Ito")
  await run()
  expect(boxes.carl.mails()).toHaveLength(1)
  expect(await stateOf(made.id)).toBe("in_review")
  await signByLink(boxes.carl, "Carl")
  await run()
  expect(await stateOf(made.id)).toBe("in_force")
})

test("scenario 7: a decline ends it for all, at once: who had signed is told, links lead on, the reason is whose it is", async () => {
  const { id, first, second, signers } = await threeParties()
  await startWith(id, signers)
  await run()
  await sign(ben, id, "Ben Host")
  const aya = await signerNamed(first, id, "Aya")
  const declined = { agreementSigner: aya.id, reason: "The liability cap" }
  expect((await first.call(contract.declineSigning, declined)).body.latest).toMatchObject({
    ...{ state: "declined", ended: { reason: "The liability cap", by: "Aya" } },
  })
  expect(codeOf(await sign(second, id, "Carl"))).toEqual([409, "signing-over"])
  expect((await overview(second, id)).latest?.ended?.reason).toBeNull()
  expect((await overview(manager, id)).latest?.ended?.reason).toBe("The liability cap")
  await run()
  const told = (await ben.call(listNotifications, {})).body.items.filter(({ kind }) => kind === "signing_declined")
  expect(told).toHaveLength(1)
  expect((await signerNamed(manager, id, "Ben Host")).state).toBe("signed")
  // The text lies before all again, and can go to signing anew: the first signature stays in its round.
  expect((await startWith(id, signers)).status).toBe(201)
  const { latest, earlier } = await overview(manager, id)
  expect([latest?.signers.filter(({ state }) => state === "signed").length, earlier.length]).toEqual([0, 1])
})

test("scenario 6: two last signers at once, and the recall at the same moment: one end, and in force once", async () => {
  for (let turn = 0; turn < 6; turn += 1) {
    const made = await agreed(`Raced ${turn}`)
    await startWith(made.id, [benSigns, ayaSigns(made)])
    const { latest } = await overview(manager, made.id)
    const recall =
      turn % 2 === 0
        ? []
        : [manager.call(contract.recallSigning, { agreementSigning: latest?.id ?? "", reason: "A typo" })]
    const answers = await Promise.all([
      sign(ben, made.id, "Ben Host"),
      sign(made.partner, made.id, "Aya Mori"),
      ...recall,
    ])
    await run()
    await run()
    const ended = (await overview(manager, made.id)).latest
    const finished = await eventsOf(made.partnership, "agreement_signing.finished")
    expect(finished).toHaveLength(ended?.state === "signed" ? 1 : 0)
    expect(await stateOf(made.id)).toBe(ended?.state === "signed" ? "in_force" : "in_review")
    if (turn % 2 === 0) expect([ended?.state, answers.map(({ status }) => status)]).toEqual(["signed", [200, 200]])
    else expect(answers.some(({ status }) => status === 409)).toBe(true)
  }
})

test("scenario 8: a recall leaves what was signed as a record; a corrected address and a signer let go do not", async () => {
  const made = await agreed("Recalled")
  const tom = { partyId: made.organizationId, name: "Tom", email: addressOf("tom") }
  await startWith(made.id, [benSigns, ayaSigns(made), tom])
  await run()
  await sign(ben, made.id, "Ben Host")
  const old = boxOf(tom.email).link()
  const toms = await signerNamed(manager, made.id, "Tom")
  const moved = { name: "Tom", email: addressOf("tom2"), reason: "a typo in the address" }
  await manager.call(contract.replaceSigner, { agreementSigner: toms.id, ...moved })
  await run()
  expect(await pageOf(old)).not.toContain("Send the code")
  expect((await signerNamed(manager, made.id, "Ben Host")).state).toBe("signed")
  const now = (await overview(manager, made.id)).latest?.signers.find((each) => each.email === moved.email)
  expect(
    (await manager.call(contract.removeSigner, { agreementSigner: now?.id ?? "", reason: "not needed" })).status,
  ).toBe(200)
  const ayas = await signerNamed(manager, made.id, "Aya Mori")
  expect(codeOf(await manager.call(contract.removeSigner, { agreementSigner: ayas.id, reason: "x" }))).toEqual([
    409,
    "last-of-party",
  ])
  const { latest } = await overview(manager, made.id)
  const recalled = { agreementSigning: latest?.id ?? "", reason: "Clause 7 has a typo" }
  expect((await made.partner.call(contract.recallSigning, recalled)).status).toBe(403)
  expect((await manager.call(contract.recallSigning, recalled)).body.latest).toMatchObject({
    ...{ state: "recalled", ended: { reason: "Clause 7 has a typo" } },
  })
  expect(codeOf(await sign(made.partner, made.id, "Aya Mori"))).toEqual([409, "signing-over"])
  expect((await manager.call(moveAgreementDraft, { agreementDraft: made.id, to: "draft" })).status).toBe(200)
})

test("reminders reach who is in turn and nobody else, every third day, for a month", async () => {
  const made = await agreed("Reminded")
  const aya = { partyId: made.organizationId, name: "Aya", email: addressOf("aya") }
  await startWith(made.id, [benSigns, aya])
  await run()
  await sign(ben, made.id, "Ben Host")
  const box = boxOf(aya.email)
  const seen = await signerNamed(manager, made.id, "Aya")
  expect(codeOf(await manager.call(contract.remindSigner, { agreementSigner: seen.id }))).toEqual([
    429,
    "reminded-just-now",
  ])
  const after = async (days: number) => {
    scene.clock.moveTo(new Date(Date.parse(start) + days * 86_400_000).toISOString())
    await run()
    return box.mails().length
  }
  expect(await after(2)).toBe(1)
  expect(await after(3)).toBe(2)
  expect(await after(4)).toBe(2)
  scene.clock.moveTo(new Date(Date.parse(start) + 5 * 86_400_000).toISOString())
  await manager.call(contract.remindSigner, { agreementSigner: seen.id })
  await run()
  expect(box.mails()).toHaveLength(3)
  expect(await after(31)).toBe(3)
})

test("a hand-over by the signer stays in their own company, and where the host allows it", async () => {
  const made = await agreed("Handed")
  await startWith(made.id, [benSigns, ayaSigns(made)], { mayHandOver: false })
  const ayas = await signerNamed(made.partner, made.id, "Aya Mori")
  const to = { name: "Kenji", email: addressOf("kenji"), reason: "holiday" }
  const handed = { agreementSigner: ayas.id, ...to }
  expect(ayas.abilities.replace).toBe("no-hand-over")
  expect(codeOf(await made.partner.call(contract.replaceSigner, handed))).toEqual([403, "no-hand-over"])
  const free = await agreed("Free")
  await startWith(free.id, [benSigns, ayaSigns(free)])
  const own = await signerNamed(free.partner, free.id, "Aya Mori")
  expect((await free.partner.call(contract.replaceSigner, { agreementSigner: own.id, ...to })).status).toBe(200)
  const next = await signerNamed(free.partner, free.id, "Kenji")
  expect(next).toMatchObject({ side: "partner", hasAccount: false, isYou: false })
  const bensOwn = await signerNamed(free.partner, free.id, "Ben Host")
  expect(bensOwn.email).toBeNull()
  expect(codeOf(await free.partner.call(contract.replaceSigner, { ...to, agreementSigner: bensOwn.id }))).toEqual([
    403,
    "not-yours-to-sign",
  ])
})

test("what cannot be put in force by itself says why, is no longer held, and its signatures stand", async () => {
  const { id, first, second, signers } = await threeParties()
  const begun = await startWith(id, signers)
  const partnership = begun.body.latest?.partnershipId ?? ""
  // Another company joins, which has agreed to nothing: it would be bound unasked.
  const owner = await workspace.as("owner")
  const { body: late } = await owner.call(createOrganization, { name: "Late", evenIfSimilar: true })
  expect((await owner.call(addParty, { partnership, organizationId: late.id })).status).toBeLessThan(300)
  await sign(ben, id, "Ben Host")
  await sign(first, id, "Aya")
  await sign(second, id, "Carl")
  await run()
  const { latest } = await overview(manager, id)
  expect(latest).toMatchObject({ state: "signed", stuck: "not-agreed", concludedAt: null, sealed: null })
  expect(latest?.signers.map(({ state }) => state)).toEqual(["signed", "signed", "signed"])
  expect(await stateOf(id)).toBe("in_review")
  expect((await manager.call(moveAgreementDraft, { agreementDraft: id, to: "draft" })).status).toBe(200)
})
