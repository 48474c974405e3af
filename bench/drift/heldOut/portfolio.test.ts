import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { chanceFrom } from "#bench/drift/chance"
import { readPortfolio } from "#commands/drift/read"
import { asWritten } from "#commands/drift/rows"
import { drawCourse } from "./courses.ts"
import { writeFiles } from "./files.ts"
import { drawHeldOut } from "./portfolio.ts"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keelson-held-out-"))
})
afterAll(() => rm(folder, { recursive: true }))

const filesOf = async (seed: number) => {
  const paths = await writeFiles(folder, drawHeldOut(seed, 0, 20))
  return (await readFile(paths.signals, "utf8")) + (await readFile(paths.events, "utf8"))
}

describe("a held-out workspace", () => {
  const cases = drawHeldOut(5, 0)

  test("is the same for the same seed and another for another", async () => {
    expect(await filesOf(5)).toBe(await filesOf(5))
    expect(await filesOf(5)).not.toBe(await filesOf(6))
  })

  test("comes back from its files as it was drawn, without a bad row", async () => {
    const paths = await writeFiles(folder, cases)
    const complaints: string[] = []
    const { subjects, inferred } = await readPortfolio(paths.signals, paths.events, {
      ...asWritten,
      bad: (_path, _line, why) => complaints.push(why),
      tell: (_path, sentence) => complaints.push(sentence),
    })
    expect(complaints).toEqual([])
    expect(inferred.size).toBe(0)
    const drawn = (all: readonly (typeof cases)[number]["subject"][]) =>
      all.map(({ partnership, type, signals }) => ({ partnership, type, signals }))
    expect(drawn(subjects)).toEqual(drawn(cases.map(({ subject }) => subject)))
  })

  test("has every fate, and drifts that begin inside the record, after a time of calm", () => {
    expect(new Set(cases.map(({ truth }) => truth.fate))).toEqual(
      new Set(["drift", "steady", "market", "amended", "dip", "never-well"]),
    )
    for (const { truth, subject } of cases) {
      expect(subject.signals.length).toBeGreaterThanOrEqual(6)
      expect(subject.signals.length).toBeLessThanOrEqual(14)
      if (truth.fate !== "drift") continue
      expect(truth.onset).toBeGreaterThanOrEqual(truth.firstWeek + 45)
      expect(truth.onset).toBeLessThanOrEqual(truth.lastWeek - 10)
      expect(truth.loss).toBeLessThanOrEqual(0.95)
    }
  })
})

test("a course begins with its first week, never turns back and reaches its end", () => {
  const chance = chanceFrom(9)
  const names = new Set<string>()
  for (let i = 0; i < 200; i++) {
    const { name, weeks, share } = drawCourse(chance)
    names.add(name)
    expect(share(-1)).toBe(0)
    expect(share(0)).toBeGreaterThan(0)
    for (let week = 1; week <= weeks; week++) expect(share(week)).toBeGreaterThanOrEqual(share(week - 1))
    expect(share(2 * weeks)).toBeGreaterThan(0.95)
  }
  expect(names.size).toBe(7)
})
