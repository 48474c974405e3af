import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A signature as poppler's `pdfsig`, another program than ours, judges it. */
export type Judged = Readonly<{ field: string; signer: string; at: string; isValid: boolean; coversAll: boolean }>

const isThere = (() => {
  try {
    execFileSync("pdfsig", ["-v"], { stdio: "ignore" })
    return true
  } catch (fault) {
    return (fault as { code?: string }).code !== "ENOENT"
  }
})()

/** What `pdfsig` says of a file; undefined on a machine that has none, where our own reader is the only judge. */
export const judgedByPdfsig = (pdf: Uint8Array): readonly Judged[] | undefined => {
  if (!isThere) return undefined
  const folder = mkdtempSync(join(tmpdir(), "keelson-pdfsig-"))
  try {
    writeFileSync(join(folder, "one.pdf"), pdf)
    return execFileSync("pdfsig", ["-nocert", join(folder, "one.pdf")], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, TZ: "UTC", LC_ALL: "C.UTF-8", HOME: folder },
    })
      .split(/^Signature #\d+:$/m)
      .slice(1)
      .map((said) => {
        const line = (name: string) => new RegExp(`^ +- ${name}: (.*)$`, "m").exec(said)?.[1] ?? ""
        return {
          field: line("Signature Field Name"),
          signer: line("Signer Certificate Common Name"),
          at: line("Signing Time"),
          isValid: line("Signature Validation") === "Signature is Valid.",
          coversAll: /^ +- Total document signed$/m.test(said),
        }
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
