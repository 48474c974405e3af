import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { listFiles } from "#contract/files"
import { pdf, program } from "#test/bytes"
import { movableClock } from "#test/clock"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import { startJourney } from "./journey.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const { keelson, visit } = await startJourney("files", { clock })
const workspace = await keelson.workspace("Northwind Cloud")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso Services")
await enter(manager, partnership, [monthly("partner", { title: "Sends the figures", evidenceNeeded: "file" })])
const partner = await workspace.asPartner(organizationId)
clock.moveTo("2026-02-04T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)
const place = `/w/${workspace.slug}/partnerships/${partnership}`
const fileOf = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content as never),
})

test("the partner shows with a file that a promise was kept; the host opens it, byte for byte, and cannot take it away", async () => {
  const theirs = await visit({ cookie: partner.cookie })
  await theirs.go("/portal")
  await theirs.page.getByRole("button", { name: "Mark kept: Sends the figures" }).first().click()
  const dialog = theirs.page.getByRole("dialog")
  await dialog.getByRole("button", { name: "Mark kept" }).click()
  await dialog.getByText("Choose a file.").waitFor()
  const figures = pdf("Figures")
  await dialog.locator("input[type=file]").setInputFiles(fileOf("Zahlen Januar.pdf", figures))
  await dialog.getByText("Zahlen Januar.pdf").waitFor()
  await theirs.see("evidence")
  await dialog.getByRole("button", { name: "Mark kept" }).click()
  await dialog.waitFor({ state: "hidden" })

  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(`${place}/files`)
  const section = page.getByRole("region", { name: "Files" })
  await section.getByText("evidence of a promise").waitFor()
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    section.getByRole("link", { name: "Zahlen Januar.pdf" }).click(),
  ])
  expect(download.suggestedFilename()).toBe("Zahlen Januar.pdf")
  expect(readFileSync(await download.path()).equals(Buffer.from(figures))).toBe(true)
  expect(await section.getByRole("button", { name: /^Remove/ }).count()).toBe(0)
  await see("evidence-read")
})

test("several files at once: each says how it went, a renamed program is refused in words, one is ours alone, and one is removed", async () => {
  const { page, go, see, expectRefusal } = await visit({ cookie: manager.cookie })
  await go(`${place}/files`)
  const section = page.getByRole("region", { name: "Files" })
  const input = section.locator("input[type=file]")
  expectRefusal(`422 POST /api/w/${workspace.slug}/files`)
  await input.setInputFiles([fileOf("Minutes.txt", "What was said"), fileOf("offer.pdf", program())])
  await section.getByRole("link", { name: "Minutes.txt" }).waitFor()
  await section.getByRole("alert").getByText("not what the ending of its name says").waitFor()
  await see("refused")
  await section.getByRole("button", { name: "Dismiss" }).click()
  await input.setInputFiles(fileOf("setup.exe", program()))
  await section.getByRole("alert").getByText("setup.exe is not one of").waitFor()
  await section.getByText("For us alone").click()
  await input.setInputFiles(fileOf("Ours.txt", "Only for us"))
  await section.getByRole("link", { name: "Ours.txt" }).waitFor()
  const { body } = await partner.call(listFiles, { subjectKind: "partnership", subjectId: partnership })
  expect(body.items.map(({ name }) => name)).toEqual(["Minutes.txt"])
  await section.getByRole("button", { name: "Remove Minutes.txt" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click()
  await section.getByRole("link", { name: "Minutes.txt" }).waitFor({ state: "hidden" })
  expect((await partner.call(listFiles, { subjectKind: "partnership", subjectId: partnership })).body.items).toEqual([])
})

test("the PDF that both signed stands at the agreement; further files lie beside it", async () => {
  const { page, go, see } = await visit({ cookie: manager.cookie })
  await go(`${place}/agreement`)
  const section = page.getByRole("region", { name: "Agreements" })
  await section.getByRole("button", { name: "Add the signed PDF" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.locator("input[type=file]").setInputFiles(fileOf("Signed.pdf", pdf("Signed")))
  await dialog.getByLabel("Signed on").fill("2026-01-02")
  await see("signed")
  await dialog.getByRole("button", { name: "Add the signed PDF" }).click()
  await section.getByRole("link", { name: "Signed.pdf" }).waitFor()
  await section.getByText("signatures not checked").waitFor()
  await section.getByRole("button", { name: "Files of Frame agreement" }).click()
  await page.getByRole("dialog").locator("input[type=file]").setInputFiles(fileOf("Annex.csv", "a;b\n1;2\n"))
  await page.getByRole("dialog").getByRole("link", { name: "Annex.csv" }).waitFor()
  await see("agreement-files")
})
