import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { runCommand } from "#test/command"
import { register } from "./changepoints.ts"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keelson-changepoints-"))
})
afterAll(() => rm(folder, { recursive: true }))

const run = async (content: unknown, ...args: string[]) => {
  const path = join(folder, "series.json")
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content))
  return runCommand(register, "changepoints", path, ...args)
}

const step = Array.from({ length: 60 }, (_, i) => (i < 25 ? 0 : 10) + ((i * 7) % 5) / 4)

test("prints the first index of every new segment, by name", async () => {
  const { out, code } = await run({ jump: { values: step }, flat: { values: step.slice(0, 25), time: [] } })
  expect({ found: JSON.parse(out), code }).toEqual({ found: { jump: [25], flat: [] }, code: 0 })
})

test("reads the dataset's own files, several dimensions and gaps", async () => {
  const own = {
    name: "two",
    n_obs: 60,
    series: [{ raw: step }, { raw: step.map((value, i) => (i % 6 === 2 ? null : -value)) }],
  }
  expect(JSON.parse((await run(own)).out)).toEqual({ two: [25] })
})

test("--posterior adds a probability for every index", async () => {
  const { out } = await run({ jump: { values: step } }, "--posterior")
  const { jump } = JSON.parse(out) as { jump: { points: number[]; probability: number; probabilities: number[] } }
  expect(jump.points).toEqual([25])
  expect(jump.probability).toBeGreaterThan(0.99)
  expect(jump.probabilities).toHaveLength(60)
  expect(jump.probabilities[25]).toBeGreaterThan(0.9)
})

test.each([
  ["no JSON", "{", /cannot be read/],
  ["other JSON", { a: 1 }, /expected \{ "name"/],
  ["nothing", {}, /it holds no number/],
  ["a series of nothing", { a: { values: [null, null] }, b: { values: [] } }, /it holds no number/],
  ["rows of different length", { a: { values: [[1, 2], [1]] } }, /rows of "a" differ in length/],
])("%s: exit code 2 and one sentence", async (_, content, sentence) => {
  const { out, err, code } = await run(content)
  expect({ out, code }).toEqual({ out: "", code: 2 })
  expect(err).toMatch(sentence)
})

test("a file that is too large to be read whole is not begun", async () => {
  const { err, code } = await run(" ".repeat(50_000_001))
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("larger than 50 MB") })
})

test("where a series changes does not hang on its unit, however large or small", async () => {
  const { out } = await run(
    Object.fromEntries([1e300, 1e-300, 1].map((unit) => [unit, { values: step.map((value) => value * unit) }])),
  )
  expect(Object.values(JSON.parse(out))).toEqual([[25], [25], [25]])
})

test("a series without a number is named beside the others; a file of a Windows shell is read", async () => {
  const { out, err } = await run({ jump: { values: step }, none: { values: [null] } })
  expect(JSON.parse(out)).toEqual({ jump: [25], none: [] })
  expect(err).toBe('"none" holds no number\n')
  const path = join(folder, "wide.json")
  await writeFile(path, `\ufeff${JSON.stringify({ jump: { values: step } })}`, "utf16le")
  expect((await runCommand(register, "changepoints", path)).code).toBe(0)
})
