import fc from "fast-check"
import { expect, test } from "vitest"
import { merged } from "./merged.ts"

const row = (dueOn: string, id: string) => ({ dueOn, id })

test("what lies behind the end of a list that goes on is held back until that list is read on", () => {
  const north = { slug: "north", rows: [row("2026-01-05", "a"), row("2026-02-05", "b")], next: "on" }
  const south = { slug: "south", rows: [row("2026-01-20", "c"), row("2026-03-01", "d")], next: null }
  const found = merged([north, south], false)
  expect(found.rows.map(({ id }) => id)).toEqual(["a", "c", "b"])
  expect(found.behind.map(({ slug }) => slug)).toEqual(["north"])
  expect(merged([{ ...north, next: null }, south], false).rows.map(({ id }) => id)).toEqual(["a", "c", "b", "d"])
})

test("read on and on, any lists come out whole, in order, each row once", () => {
  const lists = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }), { maxLength: 5 })
  fc.assert(
    fc.property(lists, fc.boolean(), fc.integer({ min: 1, max: 4 }), (given, descending, size) => {
      const wholes = given.map((days, vendor) =>
        days
          .toSorted((one, other) => (descending ? other - one : one - other))
          .map((days_) => row(new Date(Date.UTC(2026, 0, days_)).toISOString().slice(0, 10), `${vendor} ${days_}`)),
      )
      const read = wholes.map(() => size)
      const soFar = () =>
        wholes.map((whole, at) => {
          const count = read[at] ?? 0
          return { slug: String(at), rows: whole.slice(0, count), next: count < whole.length ? "on" : null }
        })
      for (;;) {
        const { rows, behind } = merged(soFar(), descending)
        const days = rows.map(({ dueOn }) => dueOn)
        expect(days).toEqual(days.toSorted((one, other) => (descending ? -1 : 1) * one.localeCompare(other)))
        if (behind.length === 0) {
          expect(rows.length).toBe(wholes.flat().length)
          return
        }
        for (const { slug } of behind) read[Number(slug)] = (read[Number(slug)] ?? 0) + size
      }
    }),
  )
})
