import { describe, expect, test } from "vitest"
import { seededRandom } from "#core/stats/seededRandom"
import { addDays, weekFromNumber, weekNumber } from "#core/time"
import { findSignal, type SignalDefinition } from "#rules/metrics"
import { type DatedEvent, type Subject, toExchange, type WeeklySignal } from "./finding.ts"
import { assessPortfolio } from "./portfolio.ts"
import { summarise } from "./summarise.ts"

const firstWeek = weekNumber("2024-01-01")
const weeks = 120
const monday = (week: number) => weekFromNumber(firstWeek + week)
const today = monday(weeks)

/** Draws that say what they are: mean or share before and after a week. */
const tell = (seed: number) => {
  const random = seededRandom(seed)
  const signal = (key: string, draw: (week: number) => number, expected?: (week: number) => number): WeeklySignal => ({
    definition: findSignal(key) as SignalDefinition,
    firstWeek,
    values: Float64Array.from({ length: weeks }, (_, week) => draw(week)),
    ...(expected ? { expected: Float64Array.from({ length: weeks }, (_, week) => expected(week)) } : {}),
  })
  const at = (start: number, before: number, after: number) => (week: number) => (week < start ? before : after)
  const count = (mean: (week: number) => number) => (week: number) => random.poisson(mean(week))
  const hours = (mean: (week: number) => number) => (week: number) => mean(week) * Math.exp(0.3 * random.normal())
  const share = (mean: (week: number) => number) => (week: number) => Math.min(1, random.poisson(10 * mean(week)) / 10)
  return { signal, at, count, hours, share }
}

const subject = (
  signals: WeeklySignal[],
  events: DatedEvent[] = [],
  partnership = "p",
  type = "reseller",
): Subject => ({
  partnership,
  type,
  signals,
  events,
})
const assess = (one: Subject, asOf = today) => {
  const [finding] = assessPortfolio([one], asOf)
  return finding as NonNullable<typeof finding>
}

const serviceFailure = (seed = 1) => {
  const { signal, at, count, hours, share } = tell(seed)
  return subject(
    [
      signal("host_answer_hours", hours(at(70, 20, 90))),
      signal("host_promises_kept", share(at(72, 0.95, 0.5))),
      signal("two_way_contacts", count(at(78, 6, 2))),
      signal("registrations", count(at(84, 6, 1))),
      signal("training_completions", count(at(84, 1, 1))),
    ],
    [{ id: "e1", occurredOn: monday(69), kind: "answer team reduced", side: "host" }],
  )
}

test("two-sided: our answers slow first, their registrations fall later", () => {
  const finding = assess(serviceFailure())
  expect(finding).toMatchObject({ drifting: true, firstSide: "host", scored: true, market: false })
  expect((finding.onset?.low as string) <= monday(71)).toBe(true)
  expect((finding.onset?.high as string) >= monday(69)).toBe(true)
  expect(finding.causes[0]).toMatchObject({ cause: "host_service_failure" })
  expect(finding.causes[0]?.evidence[0]).toMatchObject({ event: "answer team reduced", id: "e1" })
  expect(finding.signals.find(({ signal }) => signal === "training_completions")?.changed).toBe(false)
  expect(
    summarise(finding)
      .map(({ key }) => key)
      .slice(0, 3),
  ).toEqual(["drifting-since", "first-side", "act"])
})

test("their side first is said as well", () => {
  const { signal, at, count, hours } = tell(2)
  const finding = assess(
    subject([
      signal("partner_reply_hours", hours(at(60, 15, 80))),
      signal("registrations", count(at(60, 5, 0.3))),
      signal("host_answer_hours", hours(at(85, 20, 70))),
    ]),
  )
  expect(finding).toMatchObject({ drifting: true, firstSide: "partner" })
})

test("meetings that lapse before either side does anything are both sides' act", () => {
  const { signal, at, count, share } = tell(3)
  const finding = assess(
    subject([
      signal("governance_meetings_held", count(at(50, 2, 0.2))),
      signal("host_promises_kept", share(at(75, 0.95, 0.4))),
      signal("partner_promises_kept", share(at(75, 0.95, 0.4))),
    ]),
  )
  expect(finding).toMatchObject({ drifting: true, firstSide: "both" })
  expect(finding.causes[0]).toMatchObject({ cause: "governance_lapse" })
})

test("every answer can be had again as of its day: not yet the week before detection, drifting from it on", () => {
  const { detectedOn } = assess(serviceFailure())
  expect((detectedOn as string) > monday(70)).toBe(true)
  expect((detectedOn as string) <= monday(84)).toBe(true)
  expect(assess(serviceFailure(), detectedOn as string).drifting).toBe(true)
  expect(assess(serviceFailure(), addDays(detectedOn as string, -7)).drifting).toBe(false)
})

test("weeks and events after the day asked for are not known", () => {
  const asOf = monday(60)
  const whole = serviceFailure()
  const cut = whole.signals.map((signal) => ({ ...signal, values: signal.values.slice(0, 60) }))
  expect(toExchange(assess(whole, asOf))).toEqual(toExchange(assess(subject(cut, []), asOf)))
})

test("a fall of the whole market is no drift, one that falls further is", () => {
  const { signal, at, count } = tell(5)
  const cohort = Array.from({ length: 9 }, (_, i) =>
    subject(
      [signal("registrations", count(at(70, 12, i === 0 ? 1 : 6))), signal("two_way_contacts", count(at(0, 5, 5)))],
      [],
      `p${i}`,
    ),
  )
  const [worst, ...others] = assessPortfolio(cohort, today)
  expect(worst).toMatchObject({ drifting: true })
  expect(others.filter(({ drifting }) => drifting)).toEqual([])
  expect(others.filter(({ market }) => market).length).toBeGreaterThanOrEqual(6)
  expect(assess(cohort[1] as Subject).drifting).toBe(true) // alone, nobody can tell it from drift
})

test("too little data is said, not guessed", () => {
  const { signal, count } = tell(6)
  const young = {
    ...signal(
      "registrations",
      count(() => 3),
    ),
    values: Float64Array.of(1, 2, 0, 3),
  }
  expect(assess(subject([young]))).toMatchObject({
    scored: false,
    drifting: false,
    reason: "4 weeks observed at most; 26 are needed",
  })
  expect(assess(subject([]))).toMatchObject({ scored: false, reason: "no signal observed yet" })
})

test("who has fallen silent stays an open episode that began no later than the silence", () => {
  const { signal, at, count } = tell(7)
  const finding = assess(
    subject([signal("registrations", count(at(50, 3, 0))), signal("two_way_contacts", count(at(50, 4, 0)))]),
  )
  expect(finding).toMatchObject({
    drifting: true,
    silentSince: expect.any(String),
    reason: expect.stringContaining("silent since"),
  })
  expect((finding.onset?.date as string) <= (finding.silentSince as string)).toBe(true)
  expect(finding.episodes.at(-1)).toMatchObject({ endedOn: null, outcome: "open" })
})

describe("below the promise from the first weeks", () => {
  test("while both sides keep their promises: the promise was wrong", () => {
    const { signal, count, share } = tell(8)
    const finding = assess(
      subject([
        signal(
          "registrations",
          count(() => 3),
          () => 8,
        ),
        signal(
          "host_promises_kept",
          share(() => 0.95),
        ),
        signal(
          "partner_promises_kept",
          share(() => 0.95),
        ),
      ]),
    )
    expect(finding).toMatchObject({ drifting: true, firstSide: "undetermined", fromTheStart: true })
    expect(finding.causes[0]).toMatchObject({ cause: "wrong_promise" })
    expect(finding.onset?.date).toBe(monday(0))
  })
  test("nothing ever came: never activated", () => {
    const { signal, share } = tell(9)
    const finding = assess(
      subject([
        signal(
          "leads_passed_by_partner",
          () => 0,
          () => 2,
        ),
        signal(
          "host_promises_kept",
          share(() => 0.95),
        ),
      ]),
    )
    expect(finding.causes[0]).toMatchObject({ cause: "never_activated" })
  })
  test("a fall that leaves the promised level standing is no drift", () => {
    const { signal, at, count } = tell(10)
    expect(assess(subject([signal("registrations", count(at(60, 14, 8)), () => 5)])).drifting).toBe(false)
  })
})

test("steady partnerships raise hardly any alarm, asked every month for two years", () => {
  let asked = 0
  let alarms = 0
  for (let seed = 100; seed < 130; seed++) {
    const { signal, count, hours, share } = tell(seed)
    const steady = subject([
      signal(
        "registrations",
        count(() => 3),
      ),
      signal(
        "two_way_contacts",
        count(() => 5),
      ),
      signal(
        "host_answer_hours",
        hours(() => 20),
      ),
      signal(
        "host_promises_kept",
        share(() => 0.9),
      ),
    ])
    for (let week = 32; week <= weeks; week += 4) {
      asked++
      if (assess(steady, monday(week)).drifting) alarms++
    }
  }
  expect(alarms / asked).toBeLessThanOrEqual(0.01)
})

test("the exchange object has the agreed keys and no other", () => {
  const exchange = toExchange(assess(serviceFailure()))
  expect(Object.keys(exchange)).toEqual([
    "partnership",
    "drifting",
    "probability",
    "onset",
    "changedSince",
    "detectedOn",
    "firstSide",
    "signals",
    "causes",
    "market",
    "scored",
    "reason",
    "episodes",
  ])
  expect(Object.keys(exchange.onset ?? {})).toEqual(["date", "low", "high", "level"])
  expect(Object.keys(exchange.signals[0] ?? {})).toEqual([
    "signal",
    "side",
    "changed",
    "probability",
    "onset",
    "direction",
    "before",
    "after",
  ])
  expect(Object.keys(exchange.causes[0] ?? {})).toEqual(["cause", "probability", "evidence"])
  expect(JSON.stringify(exchange)).not.toContain("NaN")
})
