import { writeFileSync } from "node:fs"
import { seededRandom } from "#core/stats/seededRandom"
import { weekFromNumber, weekNumber } from "#core/time"

/**
 * Writes sample-signals.csv and sample-events.csv beside this file: six invented partnerships over 70 weeks, each with a story
 * a reader can check by eye. Run it with `node test/data/make-sample.ts`; the same files come out every time.
 */
const firstWeek = weekNumber("2025-01-06")
const weeks = 70
const random = seededRandom(20250106)

type Draw = (week: number) => number | undefined
type Column = readonly [signal: string, side: string, draw: Draw, expected?: Draw]
type Story = Readonly<{ partnership: string; type: string; columns: readonly Column[]; until?: number }>

const count =
  (mean: (week: number) => number): Draw =>
  (week) =>
    random.poisson(mean(week))
const hours =
  (typical: (week: number) => number): Draw =>
  (week) =>
    Math.round(10 * typical(week) * Math.exp(0.35 * random.normal())) / 10
const kept =
  (share: (week: number) => number): Draw =>
  (week) => {
    let done = 0
    for (let i = 0; i < 5; i++) if (random.uniform() < share(week)) done++
    return done / 5
  }
const from = (start: number, before: number, after: number) => (week: number) => (week < start ? before : after)
const always = (value: number) => () => value

const stories: readonly Story[] = [
  {
    partnership: "Alder Systems", // our answers slow down first, then they lose heart
    type: "reseller",
    columns: [
      ["host_answer_hours", "host", hours(from(40, 20, 90)), always(48)],
      ["host_promises_kept", "host", kept(from(42, 0.95, 0.5))],
      ["two_way_contacts", "both", count(from(46, 6, 2.5))],
      ["registrations", "partner", count(from(50, 5, 1)), always(4)],
    ],
  },
  {
    partnership: "Birchwood", // all is well
    type: "reseller",
    columns: [
      ["host_answer_hours", "host", hours(always(20)), always(48)],
      ["host_promises_kept", "host", kept(always(0.92))],
      ["two_way_contacts", "both", count(always(5))],
      ["registrations", "partner", count(always(4)), always(4)],
    ],
  },
  {
    partnership: "Cedar Cloud", // they stop from one week to the next
    type: "isv",
    columns: [
      ["partner_reply_hours", "partner", hours(from(38, 15, 70))],
      ["two_way_contacts", "both", count(from(40, 5, 0.2))],
      ["leads_passed_by_partner", "partner", count(from(38, 3, 0))],
    ],
  },
  {
    partnership: "Dogwood", // signed, and nothing ever came
    type: "referral",
    columns: [
      ["leads_passed_by_partner", "partner", always(0), (week) => Math.min(3, week / 8)],
      ["host_promises_kept", "host", kept(always(0.95))],
    ],
  },
  {
    partnership: "Elmwood", // promised too much: half of it comes, steadily, from the first week
    type: "msp",
    columns: [
      ["registrations", "partner", count(always(3)), always(8)],
      ["host_promises_kept", "host", kept(always(0.95))],
      ["partner_promises_kept", "partner", kept(always(0.95))],
    ],
  },
  { partnership: "Fir & Sons", type: "reseller", until: 10, columns: [["registrations", "partner", count(always(2))]] },
]

const rows = stories.flatMap(({ partnership, type, columns, until = weeks }) =>
  columns.flatMap(([signal, side, draw, expected]) =>
    Array.from({ length: until }, (_, week) => {
      const value = random.uniform() < 0.03 ? "" : String(draw(week))
      const size = signal.endsWith("promises_kept") ? "5" : ""
      return [
        partnership,
        type,
        signal,
        side,
        weekFromNumber(firstWeek + week),
        value,
        expected?.(week) ?? "",
        size,
      ].join(",")
    }),
  ),
)

const monday = (week: number) => weekFromNumber(firstWeek + week)
const events = [
  `Alder Systems,${monday(39)},answer team reduced,host,two of five left the desk`,
  `Birchwood,${monday(30)},sponsor left,partner,`,
  `Cedar Cloud,${monday(37)},alliance with a rival announced,partner,`,
]

const write = (name: string, header: string, lines: readonly string[]) =>
  writeFileSync(new URL(name, import.meta.url), `${[header, ...lines].join("\n")}\n`)
write("sample-signals.csv", "partnership,type,signal,side,week,value,expected,n", rows)
write("sample-events.csv", "partnership,occurred_on,kind,side,note", events)
