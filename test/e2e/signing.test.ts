import { expect, test } from "vitest"
import {
  agreeToVersion,
  draftAgreement,
  getAgreementDraft,
  moveAgreementDraft,
  writeAgreementText,
} from "#contract/agreements"
import { movableClock } from "#test/clock"
import { memberWith, recordPartnership } from "#test/promises"
import { plain } from "#test/smtp"
import { startJourney } from "./journey.ts"
import { phone } from "./looks.ts"
import { linkFrom } from "./mail.ts"

/*
 * An agreement that both sides hold to be the one is signed: the host's person signed in, by hand on a phone, the partner's by a link
 * and the code from their mailbox.
 */
const { keelson, mail, visit } = await startJourney("signing", { clock: movableClock("2027-03-03T09:00:00.000Z") })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")
const bens = await memberWith(keelson, workspace, "executive")
const { id: partnership, organizationId } = await recordPartnership(manager, "Cascade")
const partner = await workspace.asPartner(organizationId)
const { body: draft } = await manager.call(draftAgreement, {
  ...{ partnership, title: "Frame agreement", startsOn: "2027-03-01", endsOn: "2028-02-29", objectives: [] },
  commitments: [],
})
const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] })
await manager.call(
  writeAgreementText,
  {
    agreementDraft: draft.id,
    clauses: [{ key: "purpose", heading: "Purpose", level: 1, content: [paragraph("Both sides sell together.")] }],
    terms: {},
  },
  { ifMatch: draft.version },
)
await manager.call(moveAgreementDraft, { agreementDraft: draft.id, to: "in_review" })
for (const who of [manager, partner]) await who.call(agreeToVersion, { agreementDraft: draft.id, number: 1 })

const hostPage = `/w/${workspace.slug}/partnerships/${partnership}/negotiation/${draft.id}`
const aya = "aya@cascade.example"
const codes = () =>
  mail
    .mails()
    .filter(({ to }) => to.includes(aya))
    .flatMap(({ raw }) => /^\s*(\d{6})\s*$/m.exec(plain(raw))?.[1] ?? [])

test("sent to be signed, signed by hand on a phone, and by a link with a code: in force", async () => {
  const host = await visit({ cookie: manager.cookie })
  await host.go(hostPage)
  await host.page.getByRole("button", { name: "Have it signed" }).click()
  const dialog = host.page.getByRole("dialog", { name: "Who signs?" })
  const signer = (place: number) => dialog.getByRole("group", { name: `Signer ${place}` })
  await signer(1).getByLabel("Name").fill("Ben Host")
  await signer(1).getByLabel("Email").fill(bens.email)
  await signer(2).getByLabel("Name").fill("Aya Mori")
  await signer(2).getByLabel("Email").fill(aya)
  await dialog.getByLabel("One after the other").check()
  await host.see("who-signs")
  await dialog.getByRole("button", { name: "Have it signed" }).click()
  await host.page.getByText("Version 1 is being signed. In turn: Ben Host.").waitFor()
  await host.see("being-signed")

  const ben = await visit({ cookie: (await workspace.as("executive")).cookie, look: phone })
  await ben.go(hostPage)
  await ben.page.getByRole("button", { name: "Sign", exact: true }).click()
  const signing = ben.page.getByRole("dialog", { name: "Sign version 1" })
  await signing.getByText("Your signature counts for 3 Mar 2027 (Europe/Berlin).").waitFor()
  await signing.getByText("Draw", { exact: true }).click()
  await signing.getByRole("button", { name: "Sign", exact: true }).click()
  await signing.getByText("Draw your signature, or type your name.").first().waitFor()
  const sheet = await signing.locator("canvas").boundingBox()
  if (!sheet) throw new Error("there is nothing to draw on")
  await ben.page.mouse.move(sheet.x + 30, sheet.y + 40)
  await ben.page.mouse.down()
  for (const [x, y] of [
    [80, 20],
    [120, 60],
    [200, 30],
  ] as const)
    await ben.page.mouse.move(sheet.x + x, sheet.y + y)
  await ben.page.mouse.up()
  await ben.see("drawing")
  await signing.getByRole("button", { name: "Sign", exact: true }).click()
  await ben.page.getByRole("img", { name: "Ben Host" }).waitFor()
  await ben.see("signed")

  // Opened by whoever: nothing of what it is about before the code.
  const url = await linkFrom(mail, aya, "For your signature")
  const guest = await visit({ look: phone })
  await guest.go(url)
  expect(await guest.page.getByText("Both sides sell together.").count()).toBe(0)
  await guest.page.getByRole("button", { name: "Mail me the code" }).press("Enter")
  await guest.page.getByLabel("Code from the mail (6 digits)").waitFor()
  await expect.poll(codes, { message: "the mail with the code" }).toHaveLength(1)
  await guest.page.getByLabel("Code from the mail (6 digits)").fill(codes()[0] ?? "")
  await guest.page.getByRole("button", { name: "Continue" }).click()
  await guest.page.getByText("Both sides sell together.").waitFor()
  await guest.page.getByText("Sign", { exact: true }).click()
  await guest.page.getByLabel("Type your full name").fill("Aya Mori")
  await guest.see("by-link")
  await guest.page.getByRole("button", { name: "Sign now" }).click()
  await guest.page.getByText("Signed by you").first().waitFor()

  await expect
    .poll(async () => (await manager.call(getAgreementDraft, { agreementDraft: draft.id })).body.state, {
      message: "in force",
    })
    .toBe("in_force")
  await host.go(hostPage)
  await host.page.getByText("Version 1 is signed by all.").waitFor()
  await host.see("in-force")
})
