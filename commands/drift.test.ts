import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { runCommand } from "#test/command"
import { register } from "./drift.ts"

const sample = ["--signals", "test/data/sample-signals.csv", "--events", "test/data/sample-events.csv"]
const header = "partnership,type,signal,side,week,value,expected,n"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keelson-drift-"))
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...args: string[]) => runCommand(register, "drift", ...args)

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
      /ALDER SYSTEMS Drifting since about 2025-10-13 .* Our side let go first: “answer team reduced” \(2025-10-06\), then time until we answer rose from 25 hours to 3.9 days/,
    )
    expect(flat).toMatch(/Likely cause: our service failed \(96%\)/)
    expect(flat).toMatch(/CEDAR CLOUD .* Their side let go first/)
    expect(flat).toMatch(/Leads they passed: 2.5 a week was promised; it never came/)
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
      "A,reseller,registrations,partner,1925-01-07,3,,",
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
      "f, line 3: week is 1925-01-07, expected a year from 1970 to 2099; row not used",
      'f, line 4: side is "nobody": This value is not known here. Allowed are: host, partner, both.; row not used',
      'f, line 5: week is "2025-13-01": There is no such day or time in the calendar.; row not used',
      'f, line 6: value is "many": This is not a number.; row not used',
      "f, line 7: The row has 5 cells, the header has 8.; row not used",
      "f, line 8: a second value of registrations for 2025-01-06; row not used",
      "f, line 9: value of registrations is negative; row not used",
      'f, line 10: partnership is "": This field is needed and is empty.; row not used',
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
    ["an absent file", () => join(folder, "absent.csv"), /there is no such file/],
    ["an empty file", () => file("empty.csv"), /The file is empty/],
    [
      "a file of something else",
      () => file("other.csv", "name,price", "x,1"),
      /No column is mapped to Signal, .* Its columns are name, price/,
    ],
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

  test.each([
    ["a header without rows", [header]],
    ["a file of which no row can be used", [header, "A,reseller,registrations,nobody,2025-01-06,3,,"]],
  ])("%s says nothing, and says so: exit code 2", async (_, lines) => {
    const { out, err, code } = await run("--signals", await file("none.csv", ...lines))
    expect({ out, code }).toEqual({ out: "", code: 2 })
    expect(err).toMatch(/no row could be used; nothing can be said/)
    expect(out + err).not.toContain("1970")
  })
})

describe("files as they are exported", () => {
  const found = async (path = "", ...args: string[]) => {
    const { out, err, code } = await run("--signals", `test/data/field/${path}`, "--format", "json", ...args)
    expect(code, err).toBe(0)
    return { err, findings: JSON.parse(out) as Record<string, unknown>[] }
  }
  const asMonday = async (...lines: string[]) =>
    JSON.parse((await run("--signals", await file("monday.csv", header, ...lines), "--format", "json")).out)

  test.each([
    ["20-drift-files-as-exported/semicolons.csv"],
    ["20-drift-files-as-exported/sunday-weeks.csv"],
    ["20b-drift-timestamps/timestamps.csv"],
    ["20b-drift-timestamps/us-dates.csv"],
    ["20b-drift-timestamps/thousands.csv", "--decimals", "point"],
  ])("%s: every row is used", async (...args) => {
    const { err, findings } = await found(...args)
    expect(err.replace(/signal ".*\n/g, "")).toBe("")
    expect(findings).toMatchObject([{ partnership: "p", scored: true }])
  })

  test("a number that can be read in two ways is asked about, in one sentence", async () => {
    const { err, code } = await run("--signals", "test/data/field/20b-drift-timestamps/thousands.csv")
    expect(code).toBe(2)
    expect(err).toMatch(/"5,050", .* can be read in two ways. Say which with --decimals point or comma\.\n$/)
  })

  test("however its days are written, a file says the same", async () => {
    const plain = await found("20-drift-files-as-exported/semicolons.csv")
    const stamped = await found("20b-drift-timestamps/timestamps.csv")
    const american = await found("20b-drift-timestamps/us-dates.csv")
    expect(stamped.findings).toEqual(plain.findings)
    expect(american.findings).toEqual(plain.findings)
  })

  test("a share written as a percentage is the share; one that cannot be a share is refused, never cut", async () => {
    const shares = "test/data/field/09-proportion-as-percent/signals.csv"
    const { out, err } = await run("--signals", shares, "--format", "json")
    expect(JSON.parse(out)).toMatchObject([{ partnership: "share" }])
    expect(err).toMatch(
      /of percent holds \d+: a share lies between 0 and 1; write it as 0.85 or as 85 %; \d+ rows not used/,
    )
    const lines = (await readFile(shares, "utf8")).trim().split("\n").slice(1)
    const written = lines.filter((line) => line.startsWith("percent"))
    const marked = written.map((line) => line.replace(/,(\d+(?:\.\d+)?),,/, ",$1 %,,").replace("percent", "share"))
    expect(await asMonday(...marked)).toEqual(JSON.parse(out))
  })

  test("the days of a week become one: counts add up, a share weighs its days", async () => {
    const weeks = Array.from({ length: 60 }, (_, week) => new Date(Date.UTC(2024, 0, 1 + 7 * week)))
    const day = (date: Date, add: number) => new Date(date.getTime() + add * 86_400_000).toISOString().slice(0, 10)
    const row = (date: string, value: string) => `A,isv,registrations,partner,${date},${value},,`
    const whole = weeks.map((week, i) => row(day(week, 0), String(6 + (i % 3))))
    const split = weeks.flatMap((week, i) => [row(day(week, 1), "6"), row(day(week, 4), String(i % 3))])
    expect(await asMonday(...split)).toEqual(await asMonday(...whole))
  })

  test("columns under other names are found and told, or named by a person", async () => {
    const rows = ["A;reseller;registrations;partner;05.02.2024;3", "A;reseller;registrations;partner;12.02.2024;4"]
    const guessed = await run("--signals", await file("names.csv", "Partner;Type;Metric;Side;Date;Actual", ...rows))
    expect(guessed.code).toBe(2)
    expect(guessed.err).toContain("can be read in two ways. Say which with --date-order")
    const path = await file("names.csv", "Firm;Type;Metric;Side;Stamp;Actual", ...rows)
    expect((await run("--signals", path)).err).toMatch(/Its columns are Firm, .*; say which with --column partnership=/)
    const said = await run(
      "--signals",
      path,
      "--column",
      "partnership=firm",
      "--column",
      "week=Stamp",
      "--date-order",
      "dmy",
    )
    expect(said.code).toBe(0)
    expect(said.err).toContain('the column "Metric" is read as signal')
  })
})

describe("a file with one row of 20 MB", () => {
  const good = `${header}\nAcme,reseller,leads,partner,2026-03-02,1,1,1`
  test.each([
    ["a quotation mark that is never closed", `"${"x".repeat(20_000_000)}`],
    ["nothing but empty cells", ",".repeat(20_000_000)],
  ])("%s: it costs that row, in bounded memory", async (_what, row) => {
    const before = process.memoryUsage().rss
    const { err, code } = await run("--signals", await file("long.csv", good, row))
    expect(code).toBe(0)
    expect(err).toMatch(/line 3: .*(longer than|quotation mark).*; row not used/)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })
})

test("the band of a fall of the last three weeks reaches it", async () => {
  const young = "test/data/field/21-fall-in-the-last-three-weeks/signals.csv"
  const { out } = await run("--signals", young, "--as-of", "2025-11-17", "--format", "json")
  const found = (JSON.parse(out) as { drifting: boolean; onset: { low: string; high: string } | null }[]).filter(
    ({ drifting }) => drifting,
  )
  expect(found.length).toBeGreaterThanOrEqual(4)
  for (const { onset } of found) {
    expect((onset?.low as string) <= "2025-10-27").toBe(true)
    expect((onset?.high as string) >= "2025-10-27").toBe(true)
  }
})
