import type { PartnershipType, Stage } from "#contract/partnerships"
import type { Lane, LaneEvent } from "#marks/DriftLanes"
import type { Health } from "#marks/HealthMark"
import type { HeatWeek } from "#marks/HeatStrip"
import type { RampPoint } from "#marks/RampCurve"

/** The same numbers on every run, so that screenshots can be compared. */
const noise = (seed: number): number => {
  const value = Math.sin(seed * 127.1 + 311.7) * 43758.5453
  return value - Math.floor(value)
}

const day = (start: string, days: number): string =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const firstWeek = "2025-11-03"
const weeks = Array.from({ length: 40 }, (_, week) => day(firstWeek, week * 7))

type Course = { seed: number; before: number; after: number; at: number; over: number; spread: number }

const series = ({ seed, before, after, at, over, spread }: Course) =>
  weeks.map((_, week) => {
    const moved = Math.min(1, Math.max(0, (week - at) / over))
    const value = before + (after - before) * moved + (noise(seed + week) - 0.5) * spread
    return noise(seed * 7 + week) > 0.95 ? null : Math.max(0, Math.round(value * 10) / 10)
  })

const level = (value: number) => weeks.map(() => value)

export const lanes: readonly Lane[] = [
  {
    key: "host_answer_hours",
    name: "Registration answers",
    side: "host",
    unit: "days",
    weeks,
    actual: series({ seed: 1, before: 2, after: 9, at: 18, over: 3, spread: 1.4 }),
    promised: level(2),
    change: { onset: "2026-03-11", from: "2026-03-02", to: "2026-03-25", before: 2, after: 9 },
  },
  {
    key: "governance_meetings_held",
    name: "Steering meetings held",
    unit: "per quarter",
    weeks,
    actual: series({ seed: 5, before: 3, after: 1, at: 20, over: 2, spread: 0.5 }),
    promised: level(3),
    change: { onset: "2026-03-25", from: "2026-03-16", to: "2026-04-10", before: 3, after: 1 },
  },
  {
    key: "registrations",
    name: "Registrations",
    side: "partner",
    unit: "per month",
    weeks,
    actual: series({ seed: 9, before: 6, after: 1, at: 25, over: 4, spread: 2 }),
    promised: level(5),
    change: { onset: "2026-04-27", from: "2026-04-13", to: "2026-05-12", before: 6, after: 1 },
  },
  {
    key: "training_completions",
    name: "Training completions",
    side: "partner",
    unit: "per month",
    weeks,
    actual: series({ seed: 13, before: 4, after: 4, at: 10, over: 5, spread: 2.2 }),
  },
  {
    key: "revenue",
    name: "Joint revenue",
    unit: "thousand euros",
    weeks,
    actual: series({ seed: 17, before: 82, after: 48, at: 31, over: 6, spread: 12 }),
    change: { onset: "2026-06-08", from: "2026-05-25", to: "2026-06-29", before: 82, after: 48 },
  },
]

export const events: readonly LaneEvent[] = [
  { id: "sponsor", on: "2026-03-04", title: "Our executive sponsor left", side: "host" },
  { id: "desk", on: "2026-03-09", title: "Deal desk moved to another team", lane: "host_answer_hours", side: "host" },
  { id: "moved1", on: "2026-03-25", title: "Steering meeting moved", lane: "governance_meetings_held" },
  { id: "moved2", on: "2026-04-08", title: "Steering meeting moved again", lane: "governance_meetings_held" },
  {
    id: "lost",
    on: "2026-04-20",
    title: "Two registrations lapsed unanswered",
    lane: "registrations",
    side: "partner",
  },
]

export const ramp: readonly RampPoint[] = Array.from({ length: 12 }, (_, month) => ({
  on: `2026-${String(month + 1).padStart(2, "0")}-28`,
  target: Math.round(620_000 / (1 + Math.exp(-0.65 * (month - 5.5)))),
  actual: month > 9 ? null : Math.round((520_000 / (1 + Math.exp(-0.6 * (month - 6)))) * (0.95 + noise(month) * 0.1)),
}))

export const heat = (seed: number, sag: number): readonly HeatWeek[] =>
  Array.from({ length: 52 }, (_, week) => {
    const due = Math.floor(noise(seed + week) * 5)
    const share = week > sag ? 0.35 + noise(seed * 3 + week) * 0.5 : 0.85 + noise(seed * 3 + week) * 0.3
    return { week: day("2025-11-24", week * 7), kept: Math.min(due, Math.round(due * share)), due }
  })

export type SampleRow = Readonly<{
  id: string
  name: string
  type: PartnershipType
  stage: Stage
  health: Health
  owner: string
  ours: { kept: number; due: number }
  theirs: { kept: number; due: number }
  value: number | undefined
  trend: readonly (number | null)[]
  next: string
}>

const first = [
  "Nordlicht",
  "Brightwater",
  "Kestrel",
  "Altamira",
  "Fuji",
  "Meridian",
  "Lagoon",
  "Orchard",
  "Pinnacle",
  "Sable",
]
const second = ["Systems", "Consulting", "Cloud", "Networks", "Digital", "Partners", "Software", "Distribution"]
const types: readonly PartnershipType[] = [
  "reseller",
  "isv",
  "msp",
  "integrator",
  "referral",
  "strategic_alliance",
  "distributor",
]
const stages: readonly Stage[] = ["active", "active", "active", "onboarding", "renewing", "negotiating", "paused"]
const healths: readonly Health[] = ["steady", "steady", "drifting", "steady", "recovering", "not_scored", "silent"]
const owners = ["Ada Okafor", "Jonas Weber", "Mei Tanaka", "Lucía Prieto"]
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T

export const rows = (count: number): readonly SampleRow[] =>
  Array.from({ length: count }, (_, index) => {
    const due = 4 + Math.floor(noise(index) * 12)
    return {
      id: String(index),
      name: `${at(first, index)} ${at(second, Math.floor(index / 10) + index)}${index < 80 ? "" : ` ${index}`}`,
      type: at(types, index),
      stage: at(stages, index + 1),
      health: at(healths, index * 3),
      owner: at(owners, index),
      ours: { kept: Math.round(due * (0.5 + noise(index + 3) * 0.5)), due },
      theirs: { kept: Math.round(due * (0.4 + noise(index + 9) * 0.6)), due: index % 6 === 5 ? 0 : due },
      value: index % 9 === 4 ? undefined : Math.round(noise(index + 1) * 90_000_000),
      trend: Array.from({ length: 20 }, (_, step) =>
        index % 8 === 3 && step === 9 ? null : 5 + noise(index * 20 + step) * 2.5 - (index % 3 === 2 ? step * 0.2 : 0),
      ),
      next: day("2026-11-24", Math.floor(noise(index + 4) * 80)),
    }
  })
