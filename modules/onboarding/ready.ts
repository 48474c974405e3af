import type { Step } from "#modules/tasks"
import type { Say } from "#platform/texts"
import type { PartnershipType } from "#rules/partnerships"

/* How a partner of a type usually gets to its first result, by what it does: whoever sells needs training and a pipeline, whoever builds
   needs a technical access and a tested product, whoever refers needs little. A place to start from; whoever takes it over changes it. */

type Made = Omit<Step, "key" | "title" | "description" | "isPrivate" | "isOptional" | "waitsFor"> &
  Readonly<{ isPrivate?: boolean; isOptional?: boolean; waitsFor?: readonly string[] }>

const workdays = (count: number) => ({ count, unit: "workdays" as const })

/** Every step that a ready plan may have. What one is dated after, or waits for, is left out where the plan has it not. */
const steps = {
  kick_off: { side: "host", offset: workdays(3) },
  credit: { side: "host", offset: workdays(5), isPrivate: true },
  contacts: { side: "partner", offset: workdays(5) },
  portal: { side: "host", offset: workdays(2), after: "kick_off", waitsFor: ["contacts"] },
  sales_training: { side: "partner", offset: workdays(15), after: "portal", needsEvidence: true },
  technical_training: { side: "partner", offset: workdays(15), after: "portal", needsEvidence: true },
  technical_access: { side: "host", offset: workdays(5), after: "kick_off", waitsFor: ["contacts"] },
  data_protection: { side: "partner", offset: workdays(10), after: "kick_off", needsEvidence: true },
  integration_plan: { side: "partner", offset: workdays(10), after: "technical_access" },
  integration_test: { side: "host", offset: workdays(15), after: "integration_plan", needsEvidence: true },
  listing: { side: "partner", offset: workdays(10), after: "kick_off", isOptional: true },
  goals: { side: "host", offset: workdays(5), after: "kick_off" },
  steering: { side: "host", offset: workdays(10), after: "goals" },
  offer: { side: "host", offset: workdays(10), after: "goals" },
  campaign: { side: "partner", offset: workdays(15), after: "offer" },
  registration: { side: "host", offset: workdays(2), grants: [{ opens: "deal_registration" }] },
  accounts: { side: "partner", offset: workdays(10), after: "registration" },
  first_deal: { side: "partner", offset: workdays(20), after: "registration" },
  review: { side: "host", offset: workdays(20) },
} as const satisfies Readonly<Record<string, Made>>

type Key = keyof typeof steps

const sells = ["kick_off", "credit", "contacts", "portal", "sales_training"] as const
const builds = [
  "kick_off",
  "contacts",
  "technical_access",
  "data_protection",
  "integration_plan",
  "integration_test",
] as const
const allied = ["kick_off", "contacts", "goals", "steering"] as const

const plans: Readonly<Record<PartnershipType, readonly Key[]>> = {
  reseller: [...sells, "registration", "listing", "accounts", "first_deal", "review"],
  distributor: [...sells, "technical_training", "registration", "accounts", "first_deal", "review"],
  msp: [...sells, "technical_training", "data_protection", "registration", "accounts", "first_deal", "review"],
  integrator: [...sells, "technical_training", "registration", "accounts", "first_deal", "review"],
  isv: [...builds, "listing", "review"],
  integration: [...builds, "listing", "review"],
  referral: ["kick_off", "contacts", "portal", "registration", "first_deal", "review"],
  co_marketing: [...allied, "offer", "campaign", "review"],
  joint_solution: [
    ...allied,
    "technical_access",
    "integration_plan",
    "integration_test",
    "offer",
    "accounts",
    "review",
  ],
  strategic_alliance: [...allied, "offer", "accounts", "review"],
  consortium: [...allied, "data_protection", "offer", "review"],
}

/** What opens the registration, and what is looked at in the end, comes after the last thing that must be done before. */
const before: Partial<Record<Key, readonly Key[]>> = {
  registration: ["technical_training", "sales_training", "portal"],
  review: ["first_deal", "campaign", "integration_test", "accounts", "offer", "steering"],
  accounts: ["registration", "offer"],
}

const stepOf = (key: Key, keys: readonly Key[], say: Say): Step => {
  const { after, waitsFor = [], ...made }: Made = steps[key]
  const has = (other: string | undefined): other is string => keys.some((each) => each === other)
  const follows = before[key]?.find((each) => keys.includes(each)) ?? after
  return {
    ...{ isPrivate: false, isOptional: false, ...made },
    ...{ key: key.replaceAll("_", "-"), title: say(`plans:${key}`) },
    ...(has(follows) ? { after: follows.replaceAll("_", "-") } : {}),
    waitsFor: [...waitsFor, ...(key === "registration" && keys.includes("sales_training") ? ["sales_training"] : [])]
      .filter((each) => has(each) && each !== follows)
      .map((each) => each.replaceAll("_", "-")),
  }
}

/** The plan that is ready for a type, in the words of a language. */
export const readyPlan = (type: PartnershipType, say: Say) => ({
  name: say(`plans:name.${type}`),
  description: say("plans:description"),
  steps: plans[type].map((key) => stepOf(key, plans[type], say)),
})

/** How long it is, and how much of it the partner does. */
export const readySize = (type: PartnershipType) => ({
  steps: plans[type].length,
  ofPartner: plans[type].filter((key) => steps[key].side === "partner").length,
})
