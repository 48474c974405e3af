import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect } from "vitest"
import { judgedByPdfsig } from "#test/pdfsig"
import type { Visit } from "./journey.ts"
import { aya, type LifecycleScene } from "./lifecycle-scene.ts"

/** Both hold the third version; Ben and Aya are asked to sign it. */
export const sendsToSign = async ({ bens }: LifecycleScene, host: Visit, guest: Visit): Promise<void> => {
  for (const { page } of [host, guest]) await page.getByRole("button", { name: "Agree to version 3" }).click()
  await guest.page.getByText("Every party agreed to version 3.").waitFor()
  await host.page.reload()
  await host.page.getByRole("button", { name: "Have it signed" }).click()
  const dialog = host.page.getByRole("dialog", { name: "Who signs?" })
  for (const [place, who] of [{ name: "Ben Host", email: bens.email }, aya].entries()) {
    const signer = dialog.getByRole("group", { name: `Signer ${place + 1}` })
    await signer.getByLabel("Name").fill(who.name)
    await signer.getByLabel("Email").fill(who.email)
  }
  await dialog.getByRole("button", { name: "Have it signed" }).click()
  await host.page.getByText(/^Version 3 is being signed. In turn: /).waitFor()
}

/** Whoever is asked signs, signed in, by typing the own name. */
export const signs = async ({ page, go }: Visit, at: string, name: string, version = 3): Promise<void> => {
  await go(at)
  await page.getByRole("button", { name: "Sign", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: `Sign version ${version}` })
  await dialog.getByLabel("Your full name").fill(name)
  await dialog.getByRole("button", { name: "Sign", exact: true }).click()
  await page.getByText("Signed.", { exact: true }).waitFor()
}

/** All download the same file; another program finds its signature valid, and a changed one not; so does the public page. */
export const isSealed = async ({ visit }: Pick<LifecycleScene, "visit">, parties: readonly Visit[]): Promise<void> => {
  const files: Buffer[] = []
  for (const { page } of parties) {
    await page.reload()
    const link = page.getByRole("link", { name: "Read the sealed document" })
    // It is finished beside the request: whoever waits sees it come.
    await link.waitFor()
    files.push(await (await page.request.get((await link.getAttribute("href")) ?? "")).body())
  }
  const [sealed = Buffer.alloc(0)] = files
  for (const file of files) expect(file.equals(sealed)).toBe(true)
  const tampered = Buffer.from(sealed)
  tampered[1_500] = (tampered[1_500] ?? 0) ^ 1
  for (const [file, isValid] of [
    [sealed, true],
    [tampered, false],
  ] as const)
    for (const signature of judgedByPdfsig(file) ?? []) expect(signature.isValid).toBe(isValid)

  const stranger = await visit()
  await stranger.go("/verify")
  for (const [file, said] of [
    [tampered, "This file was changed"],
    [sealed, "This is the sealed document, unchanged"],
  ] as const) {
    const field = stranger.page.getByLabel(/Choose a PDF|Verify another file/)
    await inFile(file, (path) => field.setInputFiles(path))
    await stranger.page.getByRole("heading", { name: said }).waitFor()
  }
}

const inFile = async (content: Uint8Array, use: (path: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "keelson-lifecycle-"))
  try {
    writeFileSync(join(folder, "agreement.pdf"), content)
    await use(join(folder, "agreement.pdf"))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
