import type { PlainDate } from "#core/time"
import type { Content } from "../rules.ts"

type Term = Pick<Content, "startsOn" | "endsOn" | "begins" | "termMonths">
type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string

/** When an agreement begins and ends, as its draft says it. `say` knows the texts of agreements. */
export const beginningWords = (say: Say, date: (day: PlainDate) => string, term: Term) => ({
  starts: term.begins === undefined ? date(term.startsOn) : say("begins.day", { date: date(term.startsOn) }),
  ends:
    term.begins !== undefined && term.termMonths !== undefined
      ? say("begins.after", { count: term.termMonths })
      : term.endsOn === undefined
        ? say("review.openEnd")
        : date(term.endsOn),
})
