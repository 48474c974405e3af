import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Command } from "commander"
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { register } from "./drift.ts"

const sample = ["--signals", "test/data/sample-signals.csv", "--events", "test/data/sample-events.csv"]
const header = "partnership,type,signal,side,week,value,expected,n"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keelson-drift-"))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const run = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0)
  const program = new Command()
  register(program)
  await program.parseAsync(["node", "keelson", "drift", ...args])
  vi.restoreAllMocks()
  return { out: out.join(""), err: err.join(""), code: process.exitCode ?? 0 }
}

const file = async (name: string, ...lines: string[]) => {
  const path = join(folder, name)
  await writeFile(path, lines.join("\n"))
  return path
}

describe("the sample", () => {
  test("reads like a report: the answer first, then one sentence per case", async () => {
    const { out, err, code } = await run(...sample)
    expect(code).toBe(0)
    expect(err).toBe("")
    const flat = out.replaceAll(/\s+/g, " ")
    expect(out.split("\n")[0]).toMatch(/^4 of 6 partnerships are drifting as of 2026-05-11/)
    expect(flat).toMatch(
      /ALDER SYSTEMS Drifting since about 2025-10-13 .* Our side let go first: host answer hours rose/,
    )
    expect(flat).toMatch(/Likely cause: host service failure/)
    expect(flat).toMatch(/CEDAR CLOUD .* Their side let go first/)
    expect(flat).toMatch(/Leads passed by partner never went beyond 0 a week on average where 2.5 was promised/)
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  test("as JSON holds one object per partnership", async () => {
    const findings = JSON.parse((await run(...sample, "--format", "json")).out) as Record<string, unknown>[]
    expect(findings.map(({ partnership, drifting, firstSide }) => [partnership, drifting, firstSide])).toEqual([
      ["Alder Systems", true, "host"],
      ["Birchwood", false, null],
      ["Cedar Cloud", true, "partner"],
      ["Dogwood", true, "undetermined"],
      ["Elmwood", true, "undetermined"],
      ["Fir & Sons", false, null],
    ])
    expect(findings[0]).toMatchObject({
      onset: { date: "2025-10-13", level: 0.9 },
      causes: expect.any(Array),
      market: false,
    })
    expect(findings[5]).toMatchObject({ scored: false, onset: null, causes: [], episodes: [] })
  })

  test("as a page holds a sentence and pictures of every partnership, and fetches nothing", async () => {
    const path = join(folder, "page.html")
    expect((await run(...sample, "--html", path)).code).toBe(0)
    const html = await readFile(path, "utf8")
    expect(html).toMatch(/<h2>Alder Systems<\/h2><p>Drifting since about/)
    expect(html).toContain("Fir &amp; Sons")
    expect(html.match(/<svg/g)?.length).toBeGreaterThan(10)
    expect(html).not.toMatch(/<script|<link|src=/)
    expect((await run(...sample, "--html", join(folder, "absent", "page.html"))).code).toBe(2)
  })

  test("as of an earlier day knows only what was known", async () => {
    const { out } = await run(...sample, "--as-of", "2025-09-01", "--format", "json")
    const drifting = (JSON.parse(out) as { partnership: string; drifting: boolean }[]).filter((one) => one.drifting)
    expect(drifting.map(({ partnership }) => partnership)).toEqual(["Dogwood", "Elmwood"])
  })
})

describe("bad input", () => {
  test("bad rows are named by line and reason, the rest is used", async () => {
    const path = await file(
      "bad.csv",
      header,
      "A,reseller,registrations,partner,2025-01-06,3,,",
      "A,reseller,registrations,partner,2025-01-07,3,,",
      "A,reseller,registrations,nobody,2025-01-13,3,,",
      "A,reseller,registrations,partner,2025-13-01,3,,",
      "A,reseller,registrations,partner,2025-01-13,many,,",
      "A,reseller,registrations,partner,2025-01-13",
      "A,reseller,registrations,partner,2025-01-06,4,,",
      "A,reseller,registrations,partner,2025-01-13,-4,,",
      ",reseller,registrations,partner,2025-01-13,4,,",
    )
    const { out, err, code } = await run("--signals", path, "--format", "json")
    expect(code).toBe(0)
    expect(JSON.parse(out)).toHaveLength(1)
    expect(err.replaceAll(path, "f").trim().split("\n")).toEqual([
      "f, line 3: week is 2025-01-07, expected a Monday; row not used",
      'f, line 4: side is "nobody", expected host, partner or both; row not used',
      'f, line 5: week is "2025-13-01", expected a date like 2026-03-30; row not used',
      'f, line 6: value is "many", expected a number or nothing; row not used',
      "f, line 7: 5 cells where the first line has 8; row not used",
      "f, line 8: a second value of registrations for the week 2025-01-06; row not used",
      "f, line 9: value of registrations is negative; row not used",
      "f, line 10: partnership is empty; row not used",
      "8 rows were not used",
    ])
  })

  test("an unknown signal is used, and its kind is said", async () => {
    const path = await file("own.csv", header, "A,isv,widgets_shipped,partner,2025-01-06,3,,")
    expect((await run("--signals", path)).err).toContain(
      'signal "widgets_shipped" is not in the catalogue; read as count',
    )
  })

  test.each([
    ["an absent file", () => join(folder, "absent.csv"), /cannot be read: .*ENOENT/],
    ["an empty file", () => file("empty.csv"), /it is empty/],
    ["a file of something else", () => file("other.csv", "name,price", "x,1"), /lacks the column partnership/],
    ["a folder", () => folder, /cannot be read/],
  ])("%s: exit code 2 and one sentence", async (_, path, sentence) => {
    const { out, err, code } = await run("--signals", await path())
    expect({ out, code }).toEqual({ out: "", code: 2 })
    expect(err).toMatch(sentence)
    expect(err.trim().split("\n")).toHaveLength(1)
  })

  test("a day that is none is refused", async () => {
    expect((await run(...sample, "--as-of", "soon")).code).toBe(2)
  })

  test("a header without rows is an empty portfolio", async () => {
    const { out, code } = await run("--signals", await file("none.csv", header), "--format", "json")
    expect({ found: JSON.parse(out), code }).toEqual({ found: [], code: 0 })
  })
})

describe("a file with one row of 20 MB", () => {
  const good = `${header}\nAcme,reseller,leads,partner,2026-03-02,1,1,1`
  test.each([
    ["a quotation mark that is never closed", `"${"x".repeat(20_000_000)}`],
    ["nothing but empty cells", ",".repeat(20_000_000)],
  ])("%s: it ends with the place and what to look for", async (_what, row) => {
    const before = process.memoryUsage().rss
    const { err, code } = await run("--signals", await file("long.csv", good, row))
    expect(code).toBe(2)
    expect(err).toMatch(/the row behind line 2 is longer than 1,000,000 characters\. Look in it for a quotation mark/)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })
})
