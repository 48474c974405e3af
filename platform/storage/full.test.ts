import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "keelson-full-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Receives a file of so many bytes in a process that may write files of one megabyte at most, as on a disk that is full. */
const receiving = (bytes: number) => `
  import { Readable } from "node:stream"
  import { receiveUpload } from "#platform/uploads"
  const file = Readable.from([Buffer.alloc(${bytes} / 2, "x"), Buffer.alloc(${bytes} / 2, "y")])
  const request = { isMultipart: () => true, headers: {}, file: async () => ({ file, filename: "a.txt" }) }
  const said = await receiveUpload(request, ${JSON.stringify(folder)}, 1e9).then(({ bytes }) => bytes, (fault) => fault.body ?? String(fault))
  console.log(JSON.stringify(said))`

const run = (bytes: number): unknown =>
  JSON.parse(
    execFileSync(
      "sh",
      ["-c", `ulimit -f 2048; exec "$0" --input-type=module -e "$1"`, process.execPath, receiving(bytes)],
      {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      },
    ),
  )

test("a disk that takes no more ends the upload with a sentence, and what was written is gone", () => {
  expect(run(500_000)).toBe(500_000)
  expect(readdirSync(folder)).toHaveLength(1)
  expect(run(3_000_000)).toMatchObject({ status: 507, code: "disk-full", title: expect.stringMatching(/no room left/) })
  expect(readdirSync(folder)).toHaveLength(1)
})
