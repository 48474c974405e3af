import { setApprovalRule } from "#contract/approvals"
import { nameOnboardingPlan } from "#contract/onboarding"
import { makeProgram, publishProgram } from "#contract/programs"
import { makeForm, makeProfile, publishProfile } from "#contract/recruitment"
import { levels } from "#rules/recruitment"
import { movableClock } from "#test/clock"
import { workdays, writePlan } from "#test/onboarding"
import { asks, terms, tier } from "#test/programs"
import { memberWith } from "#test/promises"
import { startJourney } from "./journey.ts"

export const aya = { name: "Aya Mori", email: "aya@cascade.example" }

const criterion = (key: string, question: string) => ({
  ...{ key, dimension: "market_coverage" as const, weight: 10, question, isKnockOut: false },
  anchors: levels.map((level) => `${level} of a hundred`),
})

/** A host that is ready for its first partner: a profile, an open form, who approves what, a plan and a program. */
export const lifecycleScene = async () => {
  const clock = movableClock("2027-03-01T09:00:00.000Z")
  const journey = await startJourney("lifecycle", { clock })
  const { keelson } = journey
  const workspace = await keelson.workspace("Nordlicht")
  const [owner, manager] = [await workspace.as("owner"), await workspace.as("partner_manager")]
  const [ada, ben] = [await workspace.as("admin"), await workspace.as("executive")]
  const finance = await workspace.as("finance")
  const bens = await memberWith(keelson, workspace, "executive")

  const criteria = [criterion("reach", "Do they reach whom we do not?"), criterion("team", "Have they people to sell?")]
  const made = (await manager.call(makeProfile, { name: "Resellers", partnershipType: "reseller", criteria })).body
  const profile = (await manager.call(publishProfile, { profile: made.id }, { ifMatch: made.version })).body
  const words = [{ language: "en" as const, title: "Become a reseller", intro: "Ten minutes.", questions: ["Why us?"] }]
  const questions = [{ key: "why", isRequired: true }]
  const form = (await manager.call(makeForm, { profileId: profile.id, isOpen: true, questions, words })).body

  const step = { name: "Finance", role: "finance" as const, condition: "margin > 20" }
  await owner.call(setApprovalRule, { approvable: "agreement.signing", steps: [step] }, { ifMatch: 0 })

  const steps = [
    { key: "kick", title: "Kick-off", side: "host" as const, offset: workdays(2) },
    {
      ...{ key: "team", title: "Name the sales team", side: "partner" as const, offset: workdays(3), after: "kick" },
      grants: [{ opens: "deal_registration" as const }],
    },
  ]
  const plan = await writePlan(manager, "Resellers begin", steps)
  await owner.call(nameOnboardingPlan, { type: "reseller", planTemplate: plan.id, startsItself: true }, { ifMatch: 0 })

  const gold = tier("gold", [asks({ kind: "certified", threshold: 1 })])
  const program = (await manager.call(makeProgram, { name: "Sell", terms: terms([tier("member", []), gold]) })).body
  await manager.call(publishProgram, { program: program.id, holdsFrom: "2027-03-01" }, { ifMatch: program.version })

  const at = (path: string) => `/w/${workspace.slug}/${path}`
  return { ...journey, clock, workspace, owner, manager, ada, ben, bens, finance, form, program, at }
}

export type LifecycleScene = Awaited<ReturnType<typeof lifecycleScene>>
