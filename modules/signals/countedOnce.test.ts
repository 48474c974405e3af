import { expect, test } from "vitest"
import type { Counted } from "#rules/measurements"
import { countedOnce } from "./countedOnce.ts"

const row = (signal: string, partyId: string | null, weeks: number[], subject = "lumen") => ({
  row: { subject, signal, partyId, weeks },
})
const counting = (choices: Readonly<Record<string, Counted>>) => (one: { signal: string }) => choices[one.signal]
const said = (found: ReturnType<typeof countedOnce>) =>
  found.map(({ row: { signal, partyId }, twice }) => [
    signal,
    partyId,
    twice?.counted,
    twice?.leftFrom,
    twice?.leftUntil,
  ])

test("of the same party, or of one and of all together, one record counts, and says of which weeks the other tells", () => {
  const told = {
    acts: [row("registrations", "alpha", [3, 4, 9]), row("registrations", "beta", [2]), row("contacts", null, [1])],
    measured: [row("registrations", null, [3, 6]), row("nps", null, [5])],
  }
  expect(said(countedOnce(told, counting({})))).toEqual([
    ["contacts", null, undefined, undefined, undefined],
    ["registrations", null, "measured", 2, 9],
    ["nps", null, undefined, undefined, undefined],
  ])
  expect(said(countedOnce(told, counting({ registrations: "acts" })))).toEqual([
    ["registrations", "alpha", "acts", 3, 6],
    ["registrations", "beta", "acts", 3, 6],
    ["contacts", null, undefined, undefined, undefined],
    ["nps", null, undefined, undefined, undefined],
  ])
})

test("what is measured of one company says nothing of another's, nor of another partnership", () => {
  const told = {
    acts: [row("trainings", "alpha", [1]), row("trainings", "beta", [2]), row("trainings", "alpha", [1], "orbit")],
    measured: [row("trainings", "alpha", [1, 2])],
  }
  expect(said(countedOnce(told, counting({})))).toEqual([
    ["trainings", "beta", undefined, undefined, undefined],
    ["trainings", "alpha", undefined, undefined, undefined],
    ["trainings", "alpha", "measured", 1, 1],
  ])
})

test("a value or two, measured beside a record of years, hide nothing until somebody says so", () => {
  const told = { acts: [row("contacts", null, [1, 40, 100])], measured: [row("contacts", null, [98, 99])] }
  expect(said(countedOnce(told, counting({})))).toEqual([["contacts", null, "acts", 98, 99]])
  expect(said(countedOnce(told, counting({ contacts: "measured" })))).toEqual([["contacts", null, "measured", 1, 100]])
})
