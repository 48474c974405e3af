import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { afterAll, expect, test } from "vitest"
import { sealAndKeep } from "#modules/seals"
import { hardPaper } from "#platform/documents/paperForTests"
import { objectKey } from "#platform/storage/storage"
import { recordPartnership } from "#test/promises"
import { withNoteBox } from "#test/sealing"
import { startJourney } from "./journey.ts"

const { keelson, visit } = await startJourney("verifying")
const { platform } = keelson
const workspace = await keelson.workspace("Nordlicht GmbH")
const { id: partnershipId } = await recordPartnership(await workspace.as("partner_manager"), "Cascade")
const made = await platform.renderer.make({ form: "pdf", paper: hardPaper })
if (!(made instanceof Uint8Array)) throw new Error("a document is made in memory")
const sealed = await sealAndKeep(platform, workspace.system, {
  subject: { kind: "partnership", id: partnershipId },
  ...{ partnershipId, pdf: made, title: "Reseller agreement", fileName: "Reseller agreement.pdf" },
  ...{ contentHash: "a".repeat(64), signers: 3, reason: "Signed by Ben, Aya and Carl" },
})
const bytes = await buffer(
  (await platform.storage.read(objectKey(workspace.system.workspaceId, sealed.sha256))) ?? Readable.from([]),
)
const folder = mkdtempSync(join(tmpdir(), "keelson-verify-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: Uint8Array | string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const choose = "Choose a PDF, or drop it here"

test("somebody without an account is told that the file is the one that was sealed, and what it is", async () => {
  const { page, go, see } = await visit()
  await go("/verify")
  await see("verify")
  await page.getByLabel(choose).setInputFiles(file("Reseller agreement.pdf", bytes))
  const found = page.getByRole("status")
  await found.getByRole("heading", { name: "This is the sealed document, unchanged" }).waitFor()
  for (const said of ["Nordlicht GmbH", "Reseller agreement.pdf", sealed.sha256])
    expect(await found.textContent()).toContain(said)
  await see("verify-sealed")
  const saved = page.waitForEvent("download")
  await page.getByRole("button", { name: "Download the authority’s certificate" }).click()
  expect((await saved).suggestedFilename()).toBe("keelson-authority.pem")
})

test("of a file to which something was added it is said, with no word of whose it is; then another one is tried, by keyboard", async () => {
  const { page, go, see, expectRefusal } = await visit()
  expectRefusal("422 POST /api/verify")
  await go("/verify")
  await page.getByLabel(choose).setInputFiles(file("noted.pdf", await withNoteBox(bytes, "24 %")))
  const found = page.getByRole("status")
  await found.getByRole("heading", { name: "Something was added after the last signature" }).waitFor()
  expect(await found.textContent()).not.toMatch(/Nordlicht|Reseller/)
  await see("verify-added")
  const again = page.getByLabel("Verify another file")
  await again.focus()
  expect(await again.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true)
  await again.setInputFiles(file("letter.pdf", "a letter"))
  await page.getByRole("alert").getByText("This is not a PDF.").waitFor()
  await page.getByLabel(choose).setInputFiles(file("before.pdf", made))
  await page.getByRole("heading", { name: "Not the file we sealed" }).waitFor()
  await see("verify-not-ours")
})

test("it is read in one's own language", async () => {
  const { page, go } = await visit({ locale: "ja-JP" })
  await go("/verify")
  await page.getByRole("heading", { level: 1, name: "文書を確認する" }).waitFor()
})
