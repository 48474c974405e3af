import { expect, test } from "vitest"
import { recordConsortium } from "#test/consortium"
import { asks, openPrograms, terms, tier } from "#test/programs"
import * as contract from "./contract.ts"

const scene = await openPrograms("2028-04-01T09:00:00.000Z")
const { clock, manager, workspace, programOf, enrol, standing, history, person, certified } = scene

test("of several companies each reads a number only where it sees all that it was counted from", async () => {
  const asked = tier("gold", [asks({ kind: "certified", threshold: 4 })])
  const program = await programOf("Grid", terms([asked]), clock.now().slice(0, 10))
  const { partnership, companies, first, second } = await recordConsortium(workspace, "Sunlit")
  await certified(partnership, await person(companies[0], "Ida"), "2028-01-01")
  const { enrolmentId } = await enrol(program.id, partnership)
  const line = async (caller = manager) => (await standing(partnership, caller)).tiers[0]?.lines[0]
  const hidden = { value: null, missing: null, progress: null }
  expect(await line(first)).toMatchObject({ value: 1, progress: 25, missing: 3, counted: 1 })
  expect(await line(second)).toMatchObject({ ...hidden, counted: 0, sources: [] })
  await certified(partnership, await person(companies[1], "Olaf"), "2028-01-01")
  await manager.call(contract.evaluateEnrolment, { enrolment: enrolmentId })
  expect(await line()).toMatchObject({ value: 2, missing: 2, counted: 2 })
  for (const [company, name] of [
    [first, "Ida"],
    [second, "Olaf"],
  ] as const)
    expect(await line(company)).toMatchObject({ ...hidden, standing: "not_met", counted: 1, sources: [{ name }] })
  // Nor is a company told what a past day comes to now, which would be its own part, or the others' by the difference.
  const [latest] = await history(enrolmentId)
  const known = async (caller = manager) =>
    (await caller.call(contract.getKnownNow, { evaluation: latest?.id ?? "" })).body.tiers
  expect(await known()).toMatchObject([{ isOther: false, now: { lines: [{ value: 2 }] } }])
  expect(await known(first)).toBeNull()
})
