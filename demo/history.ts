import type { Side } from "#core/actor"
import type { SeededRandom } from "#core/stats/seededRandom"
import { seededRandom } from "#core/stats/seededRandom"
import type { Instant, PlainDate } from "#core/time"
import { addDays, weekFromNumber, weekNumber } from "#core/time"
import type { Role } from "./cast.ts"
import { storyWeeks } from "./story.ts"
import type { Usual } from "./usual.ts"
import { usualFor } from "./usual.ts"

export type Happened = Readonly<{
  kind: string
  direction: "two_way" | "from_host" | "from_partner"
  at: Instant
  person: number
  summary: string
  effortMinutes: number
}>
export type Registered = Readonly<{
  name: string
  customer: string
  amountMinor: number
  state: "approved" | "won" | "lost" | "rejected" | "submitted"
  at: Instant
  answeredAt?: Instant
  closedOn?: PlainDate
}>
export type Measured = Readonly<{
  signal: string
  side: Side | "both"
  week: PlainDate
  value: number
  expected?: number
  n?: number
}>

/** Everything that happened between us and one company, in order of time. */
export type History = Readonly<{
  startedOn: PlainDate
  happened: readonly Happened[]
  registered: readonly Registered[]
  measured: readonly Measured[]
}>

/** Plays one role's story out, week by week, up to (not including) the week of `today`. The same seed plays it the same way. */
export const playOut = (role: Role, seed: number, today: PlainDate): History => {
  const random = seededRandom(seed)
  const usual = usualFor(role)
  const first = weekNumber(today) - storyWeeks
  const begins = Math.max(0, -role.age)
  const happened: Happened[] = []
  const registered: Registered[] = []
  const measured: Measured[] = []
  for (let week = begins; week < storyWeeks; week++) {
    const monday = weekFromNumber(first + week)
    const holiday = isHolidayWeek(monday) ? 0.35 : 1
    happened.push(...contactsIn(role, usual, week, monday, holiday, random))
    registered.push(...dealsIn(role, usual, week, monday, holiday, today, random))
    measured.push(...measurementsIn(role, usual, week, monday, holiday, random))
  }
  return { startedOn: addDays(weekFromNumber(first), -7 * role.age), happened, registered, measured }
}

/** Little happens around the turn of the year and in mid-August. */
const isHolidayWeek = (monday: PlainDate): boolean => /-(12-2[2-9]|12-3\d|08-1[0-7])$/.test(monday)

const at = (monday: PlainDate, random: SeededRandom): Instant => {
  const hour = 8 + Math.floor(random.uniform() * 9)
  const minute = Math.floor(random.uniform() * 60)
  return `${addDays(monday, Math.floor(random.uniform() * 5))}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00.000Z`
}

const pick = <T>(list: readonly T[], random: SeededRandom): T => list[Math.floor(random.uniform() * list.length)] as T

const talk = [
  { kind: "call", minutes: 25, about: ["Pipeline review", "Joint account", "Open questions", "Next campaign"] },
  {
    kind: "message",
    minutes: 10,
    about: ["Pricing question", "Customer reference", "Roadmap question", "Lead hand-over"],
  },
  {
    kind: "meeting",
    minutes: 60,
    about: ["Account planning", "Technical sync", "Customer visit", "Solution workshop"],
  },
] as const

const contactsIn = (
  { story, scale }: Role,
  usual: Usual,
  week: number,
  monday: PlainDate,
  holiday: number,
  random: SeededRandom,
): Happened[] => {
  const count = random.poisson(usual.contacts * scale * story.contacts(week) * holiday)
  const people = Math.max(1, Math.round(usual.people * Math.min(1, story.contacts(week))))
  const happened: Happened[] = Array.from({ length: count }, () => {
    const { kind, minutes, about } = pick(talk, random)
    return {
      kind,
      direction: "two_way",
      at: at(monday, random),
      person: Math.floor(random.uniform() * people),
      summary: pick(about, random),
      effortMinutes: minutes,
    }
  })
  const meets = week % usual.meetingEvery === 0 && random.uniform() < 0.95 * story.meetings(week)
  if (meets)
    happened.push({
      kind: "steering_meeting",
      direction: "two_way",
      at: at(monday, random),
      person: 0,
      summary: "Steering meeting",
      effortMinutes: 90,
    })
  if (random.uniform() < usual.campaigns * story.campaigns(week) * holiday)
    happened.push({
      kind: "campaign",
      direction: "two_way",
      at: at(monday, random),
      person: 1,
      summary: pick(["Webinar", "Customer event", "Mailing"], random),
      effortMinutes: 240,
    })
  const trained = random.poisson(usual.training * scale * story.training(week) * holiday)
  for (let one = 0; one < trained; one++)
    happened.push({
      kind: "training",
      direction: "from_partner",
      at: at(monday, random),
      person: 3 + one,
      summary: "Course completed",
      effortMinutes: 120,
    })
  return happened
}

const customers = [
  "Albion Foods",
  "Baltic Ferries",
  "City of Linz",
  "Danube Steel",
  "Eastgate Hospital",
  "Fjord Insurance",
  "Galicia Water",
  "Hanse Logistics",
  "Iberia Solar",
  "Jura Watches",
  "Kiel Shipyards",
  "Lyon Transit",
] as const

const dealsIn = (
  { story, scale }: Role,
  usual: Usual,
  week: number,
  monday: PlainDate,
  holiday: number,
  today: PlainDate,
  random: SeededRandom,
): Registered[] =>
  Array.from({ length: random.poisson(usual.registrations * scale * story.registrations(week) * holiday) }, () => {
    const registeredAt = at(monday, random)
    const hours = 36 * story.answerHours(week) * Math.exp(0.35 * random.normal())
    const answeredAt = new Date(Date.parse(registeredAt) + hours * 3_600_000).toISOString()
    const closedOn = addDays(monday, 45 + Math.floor(random.uniform() * 60))
    const customer = pick(customers, random)
    const outcome = random.uniform()
    const isAnswered = answeredAt.slice(0, 10) < today
    const isClosed = closedOn < today
    const closed = outcome < 0.45 ? "won" : outcome < 0.88 ? "lost" : "rejected"
    return {
      name: `${customer}: ${pick(["renewal", "new site", "expansion", "pilot"], random)}`,
      customer,
      amountMinor: Math.round(Math.exp(10.2 + 0.7 * random.normal())) * 100,
      state: !isAnswered ? "submitted" : isClosed ? closed : "approved",
      at: registeredAt,
      ...(isAnswered ? { answeredAt } : {}),
      ...(isAnswered && isClosed && closed !== "rejected" ? { closedOn } : {}),
    }
  })

const measurementsIn = (
  { story, scale }: Role,
  usual: Usual,
  week: number,
  monday: PlainDate,
  holiday: number,
  random: SeededRandom,
): Measured[] => {
  const measured: Measured[] = []
  const noisy = (level: number, spread: number): number => level * Math.exp(spread * random.normal() - spread ** 2 / 2)
  if (usual.revenue > 0) {
    const level = usual.revenue * scale
    const value =
      story.revenue(week) <= 0 ? 0 : Math.round(noisy(level * story.revenue(week) * (0.5 + holiday / 2), 0.3))
    measured.push({
      signal: "revenue",
      side: "both",
      week: monday,
      value,
      expected: Math.round(level * story.promised),
    })
  }
  if (usual.leads > 0)
    measured.push({
      signal: "leads_passed_by_host",
      side: "host",
      week: monday,
      value: random.poisson(usual.leads * scale * story.hostKeeps(week) * holiday),
    })
  if (usual.tenants > 0 && story.isReported(week)) {
    const calls = 2_000
    measured.push({
      signal: "integration_active_tenants",
      side: "partner",
      week: monday,
      value: Math.round(noisy(usual.tenants * scale * story.tenants(week), 0.05)),
    })
    measured.push({
      signal: "integration_error_rate",
      side: "partner",
      week: monday,
      value: random.poisson(calls * 0.008 * story.errors(week)) / calls,
      n: calls,
    })
  }
  return measured
}
