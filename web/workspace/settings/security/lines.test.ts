import { expect, test } from "vitest"
import type { SecurityEntry } from "#contract/audit"
import { linesOf } from "./lines.ts"

const entry = (id: string, at: string, more: Partial<SecurityEntry> = {}): SecurityEntry => ({
  ...{ id, at, lastAt: at, kind: "sign_in.failed", times: 1, isRefused: true, subjectName: null },
  ...{ person: { id: "kim", name: "Kim", side: "host" as const }, address: "198.51.100.7", device: "curl", asked: [] },
  ...more,
})

test("like entries that follow each other within a day are one line, with all of them counted", () => {
  const lines = linesOf([
    entry("a", "2026-11-20T12:00:00Z", { times: 440, lastAt: "2026-11-20T12:59:00Z" }),
    entry("b", "2026-11-20T11:00:00Z", { times: 60, address: "" }),
    entry("c", "2026-11-19T10:00:00Z"),
  ])
  expect(lines.map(({ id, times, lastAt, entries }) => [id, times, lastAt, entries.length])).toEqual([
    ["a", 500, "2026-11-20T12:59:00Z", 2],
    ["c", 1, "2026-11-19T10:00:00Z", 1],
  ])
})

test("another kind, person or subject is another line, and so is what comes after it", () => {
  const other = { person: { id: "lee", name: "Lee", side: "host" as const } }
  const lines = linesOf([
    entry("a", "2026-11-20T12:00:00Z"),
    entry("b", "2026-11-20T11:00:00Z", other),
    entry("c", "2026-11-20T10:00:00Z", { kind: "sign_in.succeeded" }),
    entry("d", "2026-11-20T09:00:00Z", { kind: "sign_in.succeeded", subjectName: "Ada" }),
    entry("e", "2026-11-20T08:00:00Z"),
  ])
  expect(lines.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"])
})
