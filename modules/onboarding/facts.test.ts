import { expect, test } from "vitest"
import { finishTask, reDateTask, skipTask } from "#contract/tasks"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { onboardingOf, recordPartner, startWith, workdays, writePlan } from "#test/onboarding"
import { giveUpOnboarding, listOnboardings, onboardingFilters } from "./contract.ts"

const clock = movableClock("2027-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const manager = await workspace.as("partner_manager")

const host = "host" as const
const plan = await writePlan(manager, "Two", [
  { key: "one", title: "One", side: host, offset: workdays(2) },
  { key: "two", title: "Two", side: "partner", offset: workdays(5), after: "one" },
])

test("what SQL lists of a state is what the rule says is in it, as days pass and steps are done, left out and moved", async () => {
  const begun = async (name: string) => {
    const { id } = await recordPartner(keelson, workspace, manager, { name })
    const { id: onboarding } = await startWith(manager, id, plan.id, "2027-03-01")
    const task = async (title: string) => (await onboardingOf(manager, id)).byTitle.get(title)?.id ?? ""
    return { onboarding, one: await task("One"), two: await task("Two") }
  }
  await begun("Untouched")
  const half = await begun("Half")
  const over = await begun("Over")
  const given = await begun("Given up")
  const waiting = await begun("Waiting")
  await manager.call(finishTask, { task: half.one })
  await manager.call(finishTask, { task: over.one })
  await manager.call(skipTask, { task: over.two, reason: "Not needed" })
  await manager.call(giveUpOnboarding, { onboarding: given.onboarding, reason: "Not now" })
  // Due before what it waits for: past its day, and nobody's to do yet.
  await manager.call(reDateTask, { task: waiting.two, dueOn: "2027-03-02" })
  await manager.call(reDateTask, { task: waiting.one, dueOn: "2027-03-31" })

  const seen = new Set<string>()
  for (const day of ["2027-03-01", "2027-03-03", "2027-03-04", "2027-03-09", "2027-04-01"]) {
    clock.moveTo(`${day}T09:00:00.000Z`)
    const listed = async (state: (typeof onboardingFilters)[number]) =>
      (await manager.call(listOnboardings, { state, limit: 200 })).body
    const all = await listed("all")
    for (const state of onboardingFilters) {
      const { items, counts } = await listed(state)
      const meant = all.items.filter(
        (each) =>
          state === "all" ||
          each.state === state ||
          (state === "under_way" && ["running", "stuck"].includes(each.state)),
      )
      expect({ day, state, listed: items.map(({ id }) => id) }).toEqual({
        day,
        state,
        listed: meant.map(({ id }) => id),
      })
      if (state === "under_way") expect(counts.underWay).toBe(items.length)
      if (state === "stuck") expect(counts.stuck).toBe(items.length)
    }
    for (const { state, partnershipName } of all.items) seen.add(`${partnershipName} ${state}`)
  }
  expect([...seen].sort()).toEqual([
    ...["Given up given_up", "Half running", "Half stuck", "Over finished"],
    ...["Untouched running", "Untouched stuck", "Waiting running", "Waiting stuck"],
  ])
})
