import { expect, test } from "vitest"
import { draftAgreement, moveAgreementDraft, putInForce } from "#contract/agreements"
import { giveUpOnboarding, nameOnboardingPlan } from "#contract/onboarding"
import { createPartnership, movePartnership } from "#contract/partnerships"
import { getPartnership } from "#contract/portfolio"
import { finishTask, reopenTask, skipTask } from "#contract/tasks"
import type { Id } from "#core/ids"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { onboardingOf, workdays, writePlan } from "#test/onboarding"
import { enter, runQueued } from "#test/promises"
import { addTask } from "#test/tasks"

const clock = movableClock("2027-03-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
const plan = await writePlan(manager, "Begin", [
  { key: "kick", title: "Kick-off", side: "host", offset: workdays(2) },
  { key: "team", title: "Team", side: "partner", offset: workdays(3), after: "kick" },
])
await owner.call(nameOnboardingPlan, { type: "reseller", planTemplate: plan.id, startsItself: true }, { ifMatch: 0 })

const stageOf = async (partnership: Id) => (await manager.call(getPartnership, { partnership })).body.stage
const negotiating = async (name: string, type: "reseller" | "referral" = "reseller") => {
  const newOrganization = { name, country: "US", evenIfSimilar: true }
  return (await manager.call(createPartnership, { type, newOrganization, stage: "negotiating" })).body
}
/** Drafted here, and put in force. */
const sign = async (partnership: Id) => {
  const terms = { title: "Frame", startsOn: "2027-03-01", endsOn: "2028-02-29", objectives: [], commitments: [] }
  const { id } = (await manager.call(draftAgreement, { partnership, ...terms })).body
  await manager.call(moveAgreementDraft, { agreementDraft: id, to: "in_review" })
  const signed = { hostSigner: "Ada Berg", partnerSigner: "Kim Lee", signedOn: "2027-03-01" }
  expect((await manager.call(putInForce, { agreementDraft: id, ...signed })).body).toMatchObject({ state: "in_force" })
  await runQueued("onboarding.begin", keelson)
}
const turn = async () => {
  for (const job of ["onboarding.begun", "onboarding.over"]) await runQueued(job, keelson)
}

test("what is signed here is onboarded, and active once the last step is settled, told once", async () => {
  const { id } = await negotiating("Cascade")
  await sign(id)
  expect(await stageOf(id)).toBe("onboarding")
  const steps = (await onboardingOf(manager, id)).byTitle
  await manager.call(finishTask, { task: steps.get("Kick-off")?.id ?? "" })
  await turn()
  expect(await stageOf(id)).toBe("onboarding")
  await manager.call(skipTask, { task: steps.get("Team")?.id ?? "", reason: "They have one" })
  await turn()
  expect(await stageOf(id)).toBe("active")
  expect((await manager.call(getPartnership, { partnership: id })).body).toMatchObject({ startedOn: "2027-03-01" })
  const { version } = (await manager.call(getPartnership, { partnership: id })).body
  await turn()
  expect((await manager.call(getPartnership, { partnership: id })).body.version).toBe(version)
})

test("where nobody is onboarded it is active; an onboarding that is given up is over", async () => {
  const { id: plain } = await negotiating("Delta", "referral")
  await sign(plain)
  expect(await stageOf(plain)).toBe("active")
  const { id } = await negotiating("Everline")
  await sign(id)
  const { id: onboarding } = await onboardingOf(manager, id)
  await manager.call(giveUpOnboarding, { onboarding, reason: "They knew it all" })
  await turn()
  expect(await stageOf(id)).toBe("active")
})

test("what was taken over from elsewhere, and what somebody paused, stays as they said", async () => {
  const { id } = await negotiating("Formwork")
  await enter(manager, id, [], { startsOn: "2027-03-01", endsOn: "2028-02-29" })
  await runQueued("onboarding.begin", keelson)
  await turn()
  // An onboarding began with it, by the plan of its type: whoever is onboarded does not negotiate.
  expect(await stageOf(id)).toBe("onboarding")
  const { id: other } = await negotiating("Helix", "referral")
  await enter(manager, other, [], { startsOn: "2027-03-01", endsOn: "2028-02-29" })
  await runQueued("onboarding.begin", keelson)
  expect(await stageOf(other)).toBe("negotiating")
  const { id: paused, version } = await negotiating("Moreau")
  await manager.call(movePartnership, { partnership: paused, to: "paused", reason: "Budget" }, { ifMatch: version })
  await sign(paused)
  expect(await stageOf(paused)).toBe("paused")
})

test("who negotiates again is not at work because a task is done, of another plan or of none", async () => {
  const { id } = await negotiating("Alder")
  await sign(id)
  const steps = (await onboardingOf(manager, id)).tasks
  for (const { id: task } of steps) await manager.call(skipTask, { task, reason: "They know it" })
  await turn()
  expect(await stageOf(id)).toBe("active")
  let { version } = (await manager.call(getPartnership, { partnership: id })).body
  for (const to of ["paused", "negotiating"] as const)
    version = (await manager.call(movePartnership, { partnership: id, to, reason: "Anew" }, { ifMatch: version })).body
      .version
  const { id: task } = await addTask(manager, id, "host", "Ask about margins")
  await manager.call(finishTask, { task })
  const reopened = await manager.call(reopenTask, { task: steps[1]?.id ?? "" })
  expect(reopened.status).toBe(200)
  await manager.call(finishTask, { task: steps[1]?.id ?? "" })
  await turn()
  expect(await stageOf(id)).toBe("negotiating")
})
