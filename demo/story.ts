import type { Side } from "#core/actor"
import type { Course } from "./course.ts"
import { between, fadeTo, seasonal, steady, stepTo, times } from "./course.ts"

/** Weeks of history in the demo: thirty months. */
export const storyWeeks = 130

/** Something dated that happened; becomes a turning point in the timeline. */
export type Incident = Readonly<{ week: number; kind: string; side: Side; note: string }>

/** A role that stood empty; `until` beyond the end means that it still does. */
export type Vacancy = Readonly<{ side: Side; from: number; until: number }>

/** What happened to one partnership, channel by channel. Factors on the usual level; keep rates are chances. */
export type Story = Readonly<{
  answerHours: Course
  contacts: Course
  meetings: Course
  registrations: Course
  revenue: Course
  campaigns: Course
  training: Course
  tenants: Course
  errors: Course
  /** Whether the integration tells how it is used; what it does not tell is not known. */
  isReported: (week: number) => boolean
  hostKeeps: Course
  partnerKeeps: Course
  /** Promised revenue as a factor on what is usual: above one it was never realistic. */
  promised: number
  vacancies: readonly Vacancy[]
  incidents: readonly Incident[]
}>

const quiet: Story = {
  answerHours: steady,
  contacts: steady,
  meetings: steady,
  registrations: steady,
  revenue: steady,
  campaigns: steady,
  training: steady,
  tenants: steady,
  errors: steady,
  isReported: () => true,
  hostKeeps: () => 0.94,
  partnerKeeps: () => 0.92,
  promised: 0.95,
  vacancies: [],
  incidents: [],
}

const keepsUntil =
  (week: number, before: number, after: number): Course =>
  (now) =>
    now < week ? before : after

/** Weeks before today, as a week of the story. */
const ago = (weeks: number): number => storyWeeks - weeks

export const healthy = (): Story => quiet

export const seasonalStory = (): Story => ({
  ...quiet,
  registrations: seasonal(0.45),
  revenue: seasonal(0.4),
  contacts: seasonal(0.15),
})

/** Our answers slow down first; their registrations stop for it, revenue follows. */
export const ourFault = (weeks: number): Story => ({
  ...quiet,
  answerHours: stepTo(4.5, ago(weeks)),
  hostKeeps: keepsUntil(ago(weeks - 1), 0.95, 0.45),
  contacts: stepTo(0.55, ago(weeks - 6)),
  meetings: stepTo(0.4, ago(weeks - 4)),
  registrations: stepTo(0.2, ago(weeks - 10)),
  revenue: fadeTo(0.4, ago(weeks - 16), 8),
  incidents: [
    {
      week: ago(weeks) - 1,
      kind: "service_change",
      side: "host",
      note: "Our channel desk went from five people to two",
    },
  ],
})

/** Their sponsor leaves; contacts thin out, meetings fall out, their promises follow. */
export const theirSponsorLeft = (weeks: number): Story => ({
  ...quiet,
  vacancies: [{ side: "partner", from: ago(weeks), until: storyWeeks + 1 }],
  contacts: fadeTo(0.35, ago(weeks - 2), 6),
  meetings: stepTo(0.25, ago(weeks - 5)),
  partnerKeeps: keepsUntil(ago(weeks - 8), 0.93, 0.4),
  registrations: stepTo(0.45, ago(weeks - 12)),
  revenue: fadeTo(0.6, ago(weeks - 18), 10),
})

/** Our alliance manager leaves and nobody follows. */
export const ourManagerLeft = (weeks: number): Story => ({
  ...quiet,
  vacancies: [{ side: "host", from: ago(weeks), until: storyWeeks + 1 }],
  contacts: stepTo(0.4, ago(weeks - 2)),
  meetings: stepTo(0.3, ago(weeks - 5)),
  hostKeeps: keepsUntil(ago(weeks - 7), 0.95, 0.4),
  registrations: stepTo(0.5, ago(weeks - 12)),
})

/** Nobody decides anything; it all fades over most of a year. */
export const slowFade = (weeks: number): Story => ({
  ...quiet,
  meetings: fadeTo(0.15, ago(weeks), 30),
  contacts: fadeTo(0.2, ago(weeks - 6), 36),
  registrations: fadeTo(0.2, ago(weeks - 12), 36),
  hostKeeps: keepsUntil(ago(weeks - 14), 0.92, 0.55),
  partnerKeeps: keepsUntil(ago(weeks - 16), 0.92, 0.5),
  revenue: fadeTo(0.4, ago(weeks - 24), 30),
})

/** One company of a consortium stops doing what it promised; the others go on. */
export const letsGoFirst = (weeks: number): Story => ({
  ...quiet,
  partnerKeeps: keepsUntil(ago(weeks), 0.95, 0.1),
})

/** What becomes of a consortium in which one company lets go: meetings thin out, then contacts, then the business. */
export const letDown = (weeks: number): Story => ({
  ...quiet,
  meetings: fadeTo(0.3, ago(weeks - 16), 20),
  contacts: fadeTo(0.4, ago(weeks - 18), 24),
  registrations: fadeTo(0.3, ago(weeks - 24), 26),
  revenue: fadeTo(0.5, ago(weeks - 30), 26),
})

/** They tie up with a rival and stop at once; everything was normal before. */
export const rivalTieUp = (weeks: number): Story => ({
  ...quiet,
  registrations: stepTo(0, ago(weeks)),
  contacts: stepTo(0.06, ago(weeks - 1)),
  meetings: stepTo(0, ago(weeks - 1)),
  partnerKeeps: keepsUntil(ago(weeks - 2), 0.95, 0.05),
  campaigns: stepTo(0, ago(weeks - 2)),
  training: stepTo(0, ago(weeks - 2)),
  revenue: fadeTo(0.1, ago(weeks - 6), 6),
  incidents: [
    {
      week: ago(weeks) - 1,
      kind: "rival_move",
      side: "partner",
      note: "Announced an exclusive alliance with a competitor",
    },
  ],
})

/** The market falls for everyone alike; the partnership itself is well. */
export const marketDip = (weeks: number): Story => ({
  ...quiet,
  registrations: stepTo(0.6, ago(weeks)),
  revenue: stepTo(0.65, ago(weeks - 4)),
})

/** What was signed could never be reached, though both keep their promises. */
export const wrongPromise = (): Story => ({ ...quiet, promised: 2.6 })

/** Signed, and never began. */
export const neverActivated = (): Story => ({
  ...quiet,
  contacts: between(0.06, 10, storyWeeks + 1),
  meetings: between(0, 8, storyWeeks + 1),
  registrations: () => 0,
  revenue: () => 0,
  training: () => 0.05,
  campaigns: () => 0,
  hostKeeps: () => 0.5,
  partnerKeeps: () => 0.2,
})

/** They went quiet, one thing after another within a month, and nothing has happened since. */
export const fellSilent = (weeks: number): Story => ({
  ...quiet,
  contacts: stepTo(0, ago(weeks)),
  meetings: stepTo(0, ago(weeks + 2)),
  registrations: stepTo(0, ago(weeks)),
  campaigns: stepTo(0, ago(weeks)),
  training: stepTo(0, ago(weeks)),
  tenants: fadeTo(0.3, ago(weeks - 4), 20),
  partnerKeeps: keepsUntil(ago(weeks), 0.92, 0),
})

/** Something has changed these last weeks: hardly long enough ago to say when it began. */
export const lately = (weeks: number): Story => ({
  ...quiet,
  registrations: stepTo(0, ago(weeks)),
  contacts: stepTo(0.1, ago(weeks)),
  meetings: stepTo(0, ago(weeks)),
  training: stepTo(0, ago(weeks)),
  incidents: [
    {
      week: ago(weeks) - 1,
      kind: "people_change",
      side: "partner",
      note: "The head of their practice for our product moved to another business",
    },
  ],
})

/** The integration told nothing for most of a year; what it tells since is far less: that it changed shows, when it began does not. */
export const reportedAgain = (from: number, weeks: number): Story => ({
  ...quiet,
  tenants: stepTo(0.3, ago(from)),
  errors: stepTo(5, ago(from)),
  isReported: (week) => week < ago(from) || week >= ago(weeks),
})

/** It slipped, someone noticed, and it came back. */
export const recovered = (from: number, until: number): Story => ({
  ...quiet,
  answerHours: between(3.5, ago(from), ago(until)),
  contacts: between(0.4, ago(from - 4), ago(until)),
  registrations: between(0.3, ago(from - 7), ago(until - 2)),
  hostKeeps: (week) => (week >= ago(from) && week < ago(until) ? 0.45 : 0.95),
  revenue: between(0.6, ago(from - 12), ago(until - 6)),
  incidents: [
    {
      week: ago(until),
      kind: "recovery_agreed",
      side: "host",
      note: "Recovery plan agreed: second person on the channel desk",
    },
  ],
})

/** We cut the margin; campaigns and registrations follow. */
export const marginCut = (weeks: number): Story => ({
  ...quiet,
  campaigns: stepTo(0.15, ago(weeks - 2)),
  registrations: stepTo(0.35, ago(weeks - 4)),
  revenue: fadeTo(0.45, ago(weeks - 10), 10),
  incidents: [
    {
      week: ago(weeks),
      kind: "rule_change",
      side: "host",
      note: "Margin rule changed: 25 % became 17 %",
    },
  ],
})

/** An interface version is retired; errors rise, tenants leave, people stop talking. */
export const integrationRot = (weeks: number): Story => ({
  ...quiet,
  errors: stepTo(5, ago(weeks)),
  tenants: fadeTo(0.3, ago(weeks - 5), 10),
  contacts: stepTo(0.45, ago(weeks - 12)),
  incidents: [{ week: ago(weeks) - 1, kind: "version_retired", side: "host", note: "API version 2 retired" }],
})

/** Fewer of their people are certified; deals they cannot staff follow. */
export const capabilityGap = (weeks: number): Story => ({
  ...quiet,
  training: stepTo(0.08, ago(weeks)),
  registrations: stepTo(0.4, ago(weeks - 9)),
  revenue: fadeTo(0.5, ago(weeks - 15), 10),
})

/** A wobble of our answers against a growing business: growth is not drift. */
export const growing = (): Story => ({
  ...quiet,
  registrations: times(fadeTo(1.8, 30, 90), seasonal(0.1)),
  revenue: fadeTo(1.7, 30, 90),
  contacts: fadeTo(1.3, 30, 90),
})
