import { Readable } from "node:stream"
import { describe, expect, test } from "vitest"
import { clamd } from "#platform/virus-scan"
import { eicar } from "#test/clamd"
import { scannerProcess, scannerPrograms } from "#test/clamd-process"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership, runJob, runQueued } from "#test/promises"
import { getFile } from "./contract.ts"

const mebibyte = 1024 * 1024

/** Pieces of a quarter of a mebibyte, as the store hands them out. */
const streamOf = (mebibytes: number, end = "") => {
  const piece = Buffer.alloc(mebibyte / 4, "x")
  return Readable.from(
    [...Array.from({ length: mebibytes * 4 }, () => piece), Buffer.from(end)].filter(({ length }) => length > 0),
  )
}

describe.each(scannerPrograms)("$name", (program) => {
  const scanner = scannerProcess(program, { StreamMaxLength: 4 * mebibyte })
  const looksAtLess = { StreamMaxLength: 4 * mebibyte, MaxFileSize: mebibyte }
  const silent = scannerProcess(program, looksAtLess)
  const speaking = scannerProcess(program, { ...looksAtLess, AlertExceedsMax: "yes" })

  test("says what is clean and names what it found, wherever in the stream it lies", async () => {
    await scanner.start()
    const scan = clamd({ path: scanner.path })
    const found = { found: "Eicar-Test-Signature.UNOFFICIAL" }
    expect(await scan(Readable.from([Buffer.from("a few bytes")]))).toBe("clean")
    expect(await scan(Readable.from([Buffer.from(eicar)]))).toEqual(found)
    expect(await scan(streamOf(3, eicar))).toEqual(found)
    expect(await scan(streamOf(4))).toBe("clean")
    // Between two pieces.
    const halves = [Buffer.from(eicar.slice(0, 30)), Buffer.from(eicar.slice(30))]
    expect(await scan(Readable.from(halves))).toEqual(found)
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map((n) => scan(streamOf(1, n % 2 ? eicar : ""))))).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => (n % 2 ? found : "clean")),
    )
  })

  test("of more than it takes nothing is known, and that is no verdict", async () => {
    await expect(clamd({ path: scanner.path })(streamOf(40))).rejects.toThrow()
    // It goes on with the next.
    expect(await clamd({ path: scanner.path })(streamOf(1))).toBe("clean")
  })

  test("what is larger than it looks at passes for clean, unless it is told to say so", async () => {
    await Promise.all([silent.start(), speaking.start()])
    expect(await clamd({ path: silent.path })(streamOf(2, eicar))).toBe("clean")
    expect(await clamd({ path: silent.path })(streamOf(0, eicar))).toEqual({ found: "Eicar-Test-Signature.UNOFFICIAL" })
    expect(await clamd({ path: speaking.path })(streamOf(2))).toEqual({
      found: "Heuristics.Limits.Exceeded.MaxFileSize",
    })
    expect(await clamd({ path: speaking.path })(streamOf(0))).toBe("clean")
  })

  test("stopped in the middle of its work it is given up, and asked again when it goes on", async () => {
    scanner.signal("SIGSTOP")
    await expect(clamd({ path: scanner.path }, 200)(streamOf(1))).rejects.toThrow(/silent/)
    scanner.signal("SIGCONT")
    expect(await clamd({ path: scanner.path })(streamOf(1))).toBe("clean")
  })

  test("through the product: quarantined with a sentence, held while it is away, looked through when it is back", async () => {
    const keelson = await startTestKeelson({ environment: { CLAMD: scanner.url, CLAMD_MB: "4" } })
    const workspace = await keelson.workspace("Checked")
    const manager = await workspace.as("partner_manager")
    const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
    const partner = await workspace.asPartner(organizationId)
    const { send, bytesOf } = openUploads(keelson, workspace, partnership, manager)
    const checkOf = async (file: string) => (await manager.call(getFile, { file })).body.check

    const [bad, good] = [
      await send(manager, "bill.txt", `bill ${eicar}`),
      await send(manager, "large.txt", "y".repeat(4 * mebibyte)),
    ]
    expect(good.status).toBe(201)
    expect((await send(manager, "larger.txt", "y".repeat(4 * mebibyte + 1))).status).toBe(413)
    await runQueued("files.check", keelson)
    expect([await checkOf(bad.body.id), await checkOf(good.body.id)]).toEqual(["infected", "clean"])
    for (const who of [manager, partner]) {
      const { status, bytes } = await bytesOf(who, bad.body.id)
      expect([status, JSON.parse(bytes.toString())]).toMatchObject([
        423,
        {
          code: "file-quarantined",
          title: "A virus was found in this file, so nobody can open it. Ask for a clean one.",
        },
      ])
    }

    await scanner.kill()
    const { body: waiting } = await send(manager, "later.txt", "for later")
    await runQueued("files.check", keelson)
    expect(await checkOf(waiting.id)).toBe("checking")
    expect((await bytesOf(manager, waiting.id)).status).toBe(409)
    await scanner.start()
    await runJob("files.check-waiting", keelson)
    expect(await checkOf(waiting.id)).toBe("clean")
    expect((await bytesOf(partner, waiting.id)).bytes.toString()).toBe("for later")
  })
})
