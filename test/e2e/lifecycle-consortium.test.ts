import { expect, test } from "vitest"
import { draftAgreement, moveAgreementDraft } from "#contract/agreements"
import { startSigning } from "#contract/signing"
import { movableClock } from "#test/clock"
import { recordConsortium } from "#test/consortium"
import { memberWith, monthly, partnerAddress } from "#test/promises"
import { startJourney } from "./journey.ts"
import { isSealed, signs } from "./lifecycle-sealing.ts"
import { phone } from "./looks.ts"

/*
 * Three parties, each in a browser of its own: one proposes, the host accepts, all three hold the same version, and the two who sign last
 * press at the same time. One document comes of it.
 */
const journey = await startJourney("lifecycle-consortium", { clock: movableClock("2027-03-01T09:00:00.000Z") })
const { keelson, visit } = journey
const workspace = await keelson.workspace("Nordlicht")
const { partnership, companies, host, first, second } = await recordConsortium(workspace)
const [one, two] = companies
const { id: draft } = (
  await host.call(draftAgreement, {
    ...{ partnership, title: "Three of us", startsOn: "2027-03-01", endsOn: "2028-02-29", objectives: [] },
    commitments: [monthly("host"), monthly("partner", { party: one }), monthly("partner", { party: two })],
  })
).body
const at = `/w/${workspace.slug}/partnerships/${partnership}/negotiation/${draft}`
const inPortal = at.replace("/w/", "/portal/")

test("a consortium of three: one proposes, all hold the same version, and one document is sealed of two who sign at once", async () => {
  const [ours, ones, twos] = [
    await visit({ cookie: host.cookie }),
    await visit({ cookie: first.cookie, look: phone }),
    await visit({ cookie: second.cookie }),
  ]
  await ours.go(at)
  await ours.page.getByRole("button", { name: "Write the text" }).click()
  const editor = ours.page.getByRole("textbox", { name: "Text of the agreement" })
  await editor.locator("h3").first().click()
  await ours.page.keyboard.type("Purpose")
  await ours.page.keyboard.press("Enter")
  await ours.page.keyboard.type("We build one product.")
  await ours.page.getByRole("button", { name: "Save", exact: true }).click()
  await ours.page.getByText("These words are your side's own.").waitFor()
  await host.call(moveAgreementDraft, { agreementDraft: draft, to: "in_review" })

  await ones.go(inPortal)
  await ones.page.getByRole("button", { name: "Propose changes" }).click()
  await ones.page.getByRole("textbox", { name: "Text of the agreement" }).getByText("We build one product.").click()
  await ones.page.keyboard.press("End")
  await ones.page.keyboard.type(" Each keeps its patents.")
  await ones.page.getByRole("button", { name: "Send proposals" }).click()
  await ones.page.getByText("One proposal waits for an answer.").waitFor()
  // Whoever did not propose it reads whose it is, by name.
  await twos.go(inPortal)
  await twos.page.getByText("Each keeps its patents.").first().waitFor()
  await twos.page.getByText("Grid One").first().waitFor()
  await twos.see("proposed-by-another")
  await ours.page.reload()
  await ours.page.getByRole("region", { name: "Proposal on Purpose" }).getByRole("button", { name: "Accept" }).click()
  await ours.page.getByText("Version 2 lies before both sides.").waitFor()

  for (const { page } of [ours, ones, twos]) {
    await page.reload()
    await page.getByRole("button", { name: "Agree to version 2" }).click()
    await page
      .getByText(/Your side holds version 2|Every party agreed to version 2/)
      .first()
      .waitFor()
  }
  const signers = [
    {
      partyId: workspace.system.workspaceId,
      name: "Ben Host",
      email: (await memberWith(keelson, workspace, "owner")).email,
    },
    { partyId: one, name: "Olga One", email: await partnerAddress(keelson, one) },
    { partyId: two, name: "Tom Two", email: await partnerAddress(keelson, two) },
  ]
  expect((await host.call(startSigning, { agreementDraft: draft, signers })).status).toBe(201)
  await signs(ours, at, "Ben Host", 2)
  await Promise.all([signs(ones, inPortal, "Olga One", 2), signs(twos, inPortal, "Tom Two", 2)])
  await isSealed(journey, [ours, ones, twos])
  await twos.see("sealed")
})
