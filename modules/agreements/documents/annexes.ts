import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { Annex } from "#platform/documents/contract/contract"
import type { Speech } from "#platform/texts"
import { periodWords } from "../contract.ts"
import { following } from "../drafts.ts"
import type { Content } from "../rules.ts"
import type { DraftRow } from "../store.ts"
import { exactly } from "./figures.ts"
import type { NamedParty } from "./parties.ts"

type Objective = Content["objectives"][number]
type Commitment = Content["commitments"][number]
type Parties = Readonly<{ host: NamedParty; companies: readonly NamedParty[] }>

/** What was agreed as data, behind the words: objectives, and the promises of each party. What there is none of has no annex. */
export const annexesOf = (
  speech: Speech,
  { base, validFrom }: Pick<DraftRow, "base" | "validFrom">,
  content: Content,
  { host, companies }: Parties,
): readonly Annex[] => {
  const promises = content.commitments.map(following(base, content)) as readonly Commitment[]
  const [first, ...others] = companies
  const ofHost = promises.filter(({ owedBy }) => owedBy === "host")
  const ofCompany = (id: Id) =>
    promises.filter(({ owedBy, party }) => owedBy === "partner" && (party ?? first?.id) === id)
  return [
    ...(content.objectives.length === 0 ? [] : [objectivesAnnex(speech, validFrom, content, companies)]),
    ...[
      { party: host, owed: ofHost },
      ...[...(first ? [first] : []), ...others].map((party) => ({ party, owed: ofCompany(party.id) })),
    ]
      .filter(({ owed }) => owed.length > 0)
      .map(({ party, owed }) => promisesAnnex(speech, content, party, owed)),
  ]
}

type Term = Readonly<{ startsOn?: PlainDate | undefined; endsOn?: PlainDate | undefined }>

/** From when to when; a line without days of its own runs with the agreement. */
const termOf = ({ say, format }: Speech, line: Term, content: Content): string => {
  const [from, to] = [format.date(line.startsOn ?? content.startsOn), line.endsOn ?? content.endsOn]
  if (content.begins !== undefined)
    return line.endsOn === undefined
      ? say("agreements:begins.from")
      : say("agreements:begins.fromTo", { to: format.date(line.endsOn) })
  return to === undefined ? say("agreements:from", { from }) : say("agreements:term", { from, to: format.date(to) })
}

const objectivesAnnex = (
  speech: Speech,
  validFrom: PlainDate | null,
  content: Content,
  companies: readonly NamedParty[],
): Annex => {
  const { say, format } = speech
  const isShared = companies.length > 1
  const company = ({ party }: Objective) =>
    companies.find(({ id }) => id === party)?.name ?? say("documents:agreement.everybody")
  const meant = ({ reading }: Objective): string[] =>
    reading === undefined
      ? []
      : [
          reading === "rate" && validFrom !== null
            ? say("documents:agreement.rateFrom", { date: format.date(validFrom) })
            : say(`agreements:reading.${reading}`),
        ]
  return {
    title: say("documents:agreement.objectives"),
    columns: [
      { title: say("documents:agreement.column.objective"), wide: 3 },
      ...(isShared ? [{ title: say("documents:agreement.column.company"), wide: 1.6 }] : []),
      { title: say("documents:agreement.column.target"), wide: 1.7, isNumeric: true },
      { title: say("documents:agreement.column.term"), wide: 2.7 },
      { title: say("documents:agreement.column.growth"), wide: 1.5 },
      { title: say("documents:agreement.column.clause"), wide: 1 },
    ],
    rows: content.objectives.map((goal) => [
      goal.title,
      ...(isShared ? [company(goal)] : []),
      exactly(speech, goal.target, goal.unit),
      termOf(speech, goal, content),
      [say(`agreements:ramp.${goal.ramp}`), ...meant(goal)].join("; "),
      goal.clause ?? "",
    ]),
    empty: "",
  }
}

const promisesAnnex = (speech: Speech, content: Content, party: NamedParty, owed: readonly Commitment[]): Annex => {
  const { say, format } = speech
  return {
    title: say("documents:agreement.promisesOf", { name: party.name }),
    columns: [
      { title: say("documents:agreement.column.promise"), wide: 3 },
      { title: say("documents:agreement.column.how"), wide: 2 },
      { title: say("documents:agreement.column.term"), wide: 2.7 },
      { title: say("documents:agreement.column.evidence"), wide: 1.4 },
      { title: say("documents:agreement.column.clause"), wide: 1 },
    ],
    rows: owed.map((line) => {
      const last = line.endsOn ?? content.endsOn
      return [
        line.title,
        howOf(speech, line),
        // One that is due once is due on its last day.
        line.cadence === "once" && last !== undefined
          ? say("documents:agreement.dueOn", { date: format.date(last) })
          : termOf(speech, line, content),
        say(`agreements:evidence.${line.evidenceNeeded}`),
        line.clause ?? "",
      ]
    }),
    empty: "",
  }
}

/** By what it is measured, in the words of its review. */
const howOf = (speech: Speech, line: Commitment): string => {
  const { measure, cadence, amount, unit, withinHours, answers } = line
  const { say, format } = speech
  const often = say(`agreements:cadence.${cadence}`)
  const how =
    measure === "within_hours"
      ? say("agreements:review.withinHours", { count: withinHours ?? 0 })
      : measure === "amount_per_period"
        ? say("agreements:review.amount", { amount: exactly(speech, amount ?? 0, unit ?? ""), cadence: often })
        : often
  const ofAgreements = (key: string, values?: Readonly<Record<string, unknown>>) => say(`agreements:${key}`, values)
  return format.clauses([
    how,
    ...periodWords(ofAgreements, (part) => exactly(speech, part, unit ?? ""), line),
    ...(answers === undefined ? [] : [say(`agreements:answers.${answers}`)]),
  ])
}
