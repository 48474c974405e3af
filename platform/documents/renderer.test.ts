import { existsSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { afterAll, expect, test } from "vitest"
import { isRefusal } from "#core/refusal"
import { Problem } from "#platform/problem"
import type { Sheet, SheetRow } from "./paper.ts"
import { hardPaper } from "./paperForTests.ts"
import { openRenderer, usualLimits } from "./renderer.ts"

const sheet: Sheet = {
  name: "Rows",
  timeZone: "UTC",
  columns: [{ key: "name", title: "Name", kind: "text" }],
  about: [],
  words: { rows: "Rows", currency: "currency" },
}
const pdf = { form: "pdf", paper: hardPaper } as const
const open = (limits: Partial<typeof usualLimits>) => {
  const renderer = openRenderer({ ...usualLimits, threads: 1, ...limits })
  afterAll(renderer.close)
  return renderer
}
const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith("keelson-0")).length

/** Pages that keep the thread busy until they are let go. */
const held = () => {
  let letGo = () => {}
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  async function* pages(): AsyncGenerator<readonly SheetRow[]> {
    await gone
    yield [["one"]]
  }
  return { pages: pages(), letGo: () => letGo() }
}

test("documents wait for a thread, and when too many wait, the next is told to try again", async () => {
  const renderer = open({ waiting: 2 })
  const { pages, letGo } = held()
  const first = renderer.make({ form: "csv", sheet }, pages)
  const second = renderer.make(pdf)
  const third = renderer.make(pdf)
  await expect(renderer.make(pdf)).rejects.toMatchObject({
    body: { status: 503, code: "try-again" },
    headers: { "retry-after": "5" },
  })
  letGo()
  const made = await Promise.all([first, second, third])
  expect(made.map((each) => isRefusal(each))).toEqual([false, false, false])
  expect(made[1]).toEqual(made[2])
})

test("what takes too long is refused, and the next document has a thread again", async () => {
  const renderer = open({ silentMs: 1_500 })
  const before = left()
  const { pages } = held()
  expect(await renderer.make({ form: "xlsx", sheet }, pages)).toEqual({ refusal: "document-too-heavy" })
  await expect.poll(left).toBe(before)
  expect(await open({}).make(pdf)).toBeInstanceOf(Uint8Array)
})

test("what takes too much memory is refused, and the server lives on", async () => {
  const renderer = open({ memoryMb: 24 })
  const long = Array.from({ length: 300_000 }, (_, row) => [`Row ${row} `.repeat(20)])
  const paper = { ...hardPaper, blocks: [{ kind: "table", columns: sheet.columns, rows: long, empty: "" }] } as const
  expect(await renderer.make({ form: "pptx", paper })).toEqual({ refusal: "document-too-heavy" })
})

test("a page that is refused ends the document with that refusal, and leaves no half of a file", async () => {
  const renderer = open({})
  const before = left()
  async function* pages(): AsyncGenerator<readonly SheetRow[]> {
    yield [["one"]]
    throw new Problem(404, "not-found", "gone")
  }
  await expect(renderer.make({ form: "xlsx", sheet }, pages())).rejects.toMatchObject({ body: { status: 404 } })
  await expect.poll(left).toBe(before)
  const made = await renderer.make({ form: "csv", sheet }, one())
  expect(isRefusal(made) || made instanceof Uint8Array ? undefined : existsSync(made.path)).toBe(true)
})

async function* one(): AsyncGenerator<readonly SheetRow[]> {
  yield [["=1+1"], [null]]
}
