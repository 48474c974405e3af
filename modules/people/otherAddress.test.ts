import { afterAll, expect, test } from "vitest"
import { askCode, proveLink } from "#contract/links"
import { listOwnPartnerships } from "#contract/portfolio"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { mailbox } from "#test/link-pages"
import { runAsOwner } from "#test/owner-connection"
import { recordPartnership } from "#test/promises"
import { runEverything } from "#test/queue"
import { plain, startSmtp } from "#test/smtp"
import * as contract from "./contract.ts"

/*
 * Lea is signed in for one company and opens the invitation that another of her addresses was sent: nobody joins by opening or by
 * pressing, the code from the invited mailbox adds the address to her one account, and neither company learns of the other.
 */
const smtp = await startSmtp()
afterAll(smtp.stop)
const keelson = await startTestKeelson({
  clock: movableClock("2027-06-01T08:00:00.000Z"),
  environment: { SMTP_URL: smtp.url },
})
const workspace = await keelson.workspace("Nordlicht")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const elsewhere = await keelson.workspace("Alpenblick")
const alpha = await recordPartnership(await elsewhere.as("partner_manager"), "Alpha")
const cascade = await recordPartnership(manager, "Cascade")
const lea = await elsewhere.asPartner(alpha.organizationId)
const leaHere = keelson.callerFor(workspace.slug, lea.cookie)

const invited = async (email: string) => {
  await manager.call(contract.invite, {
    email,
    side: "partner",
    role: "seller",
    organizationId: cascade.organizationId,
  })
  await runEverything(keelson)
  const raw = mailbox(smtp, email).mails().at(-1)?.raw ?? ""
  return /\/invitation\?token=([\w-]+)/.exec(plain(raw))?.[1] ?? ""
}
const codeFor = async (linkToken: string, email: string) => {
  expect((await lea.call(askCode, { linkToken })).body).toEqual({ isAskedFor: true })
  await runEverything(keelson)
  return mailbox(smtp, email).code()
}
const namesOf = async (caller: Caller) => (await caller.call(listOwnPartnerships)).body.items.map(({ name }) => name)

test("scenario 4: the invited mailbox is proven by its code, and only then does she take part for both", async () => {
  const token = await invited("lea@cascade.example")
  expect((await lea.call(contract.readInvitation, { token })).status).toBe(200)
  const pressed = await lea.call(contract.acceptInvitation, { token })
  expect([pressed.status, pressed.body]).toMatchObject([403, { code: "other-address" }])
  const forged = await lea.call(contract.acceptInvitation, { token, proof: "kx.forged" })
  expect(forged.body).toMatchObject({ code: "other-address" })
  expect((await leaHere.call(listOwnPartnerships)).status).toBe(404)

  const code = await codeFor(token, "lea@cascade.example")
  expect((await lea.call(proveLink, { linkToken: token, code: "000 00" })).body.proof).toBeNull()
  const { proof } = (await lea.call(proveLink, { linkToken: token, code })).body
  const accepted = await lea.call(contract.acceptInvitation, { token, proof: proof ?? "" })
  expect([accepted.status, accepted.body]).toMatchObject([200, { side: "partner", partnershipId: cascade.id }])
  expect([await namesOf(lea), await namesOf(leaHere)]).toEqual([["Alpha"], ["Cascade"]])

  // One account; each side knows her by the address that it invited.
  const emails = async (caller: Caller) =>
    (await caller.call(contract.listPartnerUsers, {})).body.items.map(({ email }) => email)
  expect(await emails(owner)).toEqual(["lea@cascade.example"])
  expect(await emails(await elsewhere.as("owner"))).not.toContain("lea@cascade.example")
  const told = await runAsOwner<{ payload: object }>(
    keelson.ownerUrl,
    `select payload from event where kind = 'partner_user.joined' and payload->>'organizationId' = '${cascade.organizationId}'`,
  )
  expect(told).toMatchObject([{ payload: { email: "lea@cascade.example" } }])
})

test("scenario 4: an address that has an account of its own is not taken over by another account, and not told of before the proof", async () => {
  const { organizationId } = await recordPartnership(manager, "Birch")
  await workspace.asPartner(organizationId)
  const kim = (await owner.call(contract.listPartnerUsers, {})).body.items.find(
    (each) => each.organizationId === organizationId,
  )
  const email = kim?.email ?? ""
  const token = await invited(email)
  const before = await lea.call(contract.acceptInvitation, { token })
  expect(before.body).toMatchObject({ code: "other-address" })
  const code = await codeFor(token, email)
  const { proof } = (await lea.call(proveLink, { linkToken: token, code })).body
  const after = await lea.call(contract.acceptInvitation, { token, proof: proof ?? "" })
  expect([after.status, after.body]).toMatchObject([403, { code: "sign-in-first" }])
})
