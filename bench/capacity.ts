import { parseArgs } from "node:util"
import { seededRandom } from "#core/stats/seededRandom"

/**
 * How many machines a number of workspaces takes: `npm run bench -- --only capacity`, or `node bench/capacity.ts --workspaces 10000`.
 * Arithmetic over measured costs, no measurement: each cost names the command it comes from (docs/scaling.md).
 */
const { values } = parseArgs({
  options: {
    workspaces: { type: "string", default: "10000" },
    partnerships: { type: "string", default: "100" },
    facts: { type: "string", default: "10000" },
    people: { type: "string", default: "20" },
  },
})

/** Measured on two cores, in seconds of processor time unless said otherwise. */
const costs = {
  /** 1,350 reads of one thing a second on both cores (`--only http`, get, 8 connections). */
  read: 2 / 1_350,
  /** 205 pages of the largest list a second (list, 8 connections). */
  list: 2 / 205,
  /** 835 acts a second (create, 8 connections). */
  act: 2 / 835,
  /** 15.3 s of Node and 18 s of PostgreSQL for a million rows (`--only import`). */
  fact: 33.3 / 1_000_000,
  /** 168 s of Keelson and 36 s of PostgreSQL for 100,000 partnerships (`--only scan`, first). */
  fullScan: 204.5 / 100_000,
  /** 2.5 s for 1,000 (`--only scan`, incremental). */
  incrementalScan: 2.5 / 1_000,
  /** A fact with its indexes (`--only import`, bytesPerRow), and again in ledger, write-ahead log and room to grow. */
  factBytes: 403 * 2,
  /** Stored series, findings, promises, people and events of a partnership: 12 series of 156 weeks, four bytes each, thrice. */
  partnershipBytes: 12 * 156 * 4 * 3 + 20_000,
} as const

/** What a person does on a busy hour of a working day, as we assume it: no measurement. */
const habits = { presentShare: 0.3, readsPerHour: 60, listsPerHour: 20, actsPerHour: 6 } as const
/** Of the facts a year's share arrives each working day; a partnership's facts change on one day in five. */
const workingDays = 250
const touchedShare = 0.2
const usableShare = 0.5
const machine = { cores: 2, diskBytes: 500e9 } as const

type Load = Readonly<{ workspaces: number; partnerships: number; facts: number; people: number }>

/** The machines a load takes, and which of processor and disk asks for them. */
const capacityFor = ({ workspaces, partnerships, facts, people }: Load) => {
  const present = workspaces * people * habits.presentShare
  const perHour = habits.readsPerHour * costs.read + habits.listsPerHour * costs.list + habits.actsPerHour * costs.act
  const busyCores = (present * perHour) / 3_600
  const allFacts = workspaces * facts
  const allPartnerships = workspaces * partnerships
  const nightSeconds =
    (allFacts / workingDays) * costs.fact +
    allPartnerships * touchedShare * costs.incrementalScan +
    (allPartnerships * costs.fullScan) / 7
  // The night's work has eight hours; the day's requests come at once.
  const nightCores = nightSeconds / (8 * 3_600)
  const bytes = allFacts * costs.factBytes + allPartnerships * costs.partnershipBytes
  const byProcessor = Math.max(busyCores, nightCores) / (machine.cores * usableShare)
  const byDisk = bytes / (machine.diskBytes * usableShare)
  const evenly = Math.max(1, Math.ceil(byProcessor), Math.ceil(byDisk))
  const unevenness = busiest(workspaces, evenly)
  return {
    facts: allFacts,
    partnerships: allPartnerships,
    busyHourCores: round(busyCores),
    nightCores: round(nightCores),
    gigabytes: Math.round(bytes / 1e9),
    unevenness: round(unevenness),
    machines: Math.max(1, Math.ceil(Math.max(byProcessor, byDisk) * unevenness)),
    askedForBy: byProcessor > byDisk ? "processor" : "disk",
  }
}

/** Citus's own number of pieces; a workspace lies in one, and a machine holds as many as another. */
const pieces = 32

/**
 * How much more than its share the busiest machine carries: workspaces are unequal (the largest in a hundred is thirty times the middle
 * one) and fall into pieces by chance. Of twenty drawings the worst.
 */
const busiest = (workspaces: number, machines: number): number => {
  if (machines < 2) return 1
  const { uniform, normal } = seededRandom(20_260)
  const drawing = () => {
    const carried = new Float64Array(machines)
    for (let at = 0; at < workspaces; at++) {
      const machine = Math.floor(uniform() * pieces) % machines
      carried[machine] = (carried[machine] ?? 0) + Math.exp(1.5 * normal())
    }
    return (Math.max(...carried) * machines) / carried.reduce((sum, each) => sum + each, 0)
  }
  return Math.max(...Array.from({ length: 20 }, drawing))
}

const round = (value: number): number => Math.round(value * 100) / 100

if (import.meta.main) {
  const asked: Load = {
    workspaces: Number(values.workspaces),
    partnerships: Number(values.partnerships),
    facts: Number(values.facts),
    people: Number(values.people),
  }
  for (const workspaces of [100, 1_000, asked.workspaces])
    process.stdout.write(`${JSON.stringify({ workspaces, ...capacityFor({ ...asked, workspaces }) })}\n`)
}
