import { type Refusal, refuse } from "#core/refusal"
import { type CandidateStage, isWorking } from "./stages.ts"

/** Where an application stands: held back for a person, taken as a candidate, waiting for the applicant, or discarded. */
export const applicationStates = ["suspected", "received", "asked", "discarded"] as const
export type ApplicationState = (typeof applicationStates)[number]

/** Why an application is held back. */
export const suspicions = ["trap", "page", "quick", "again", "many", "links"] as const
export type Suspicion = (typeof suspicions)[number]

/** Faster than this nobody types a company's name. */
const quickSeconds = 4
/** More than so many within an hour is no form that people fill in. */
const manyAnHour = 30
/** More web addresses than an answer needs. */
const mostLinks = 4

type Seen = Readonly<{
  /** A field that people do not see was filled in. */
  isTrapFilled: boolean
  /** How long the page had been open; undefined where it is none of ours. */
  openSeconds: number | undefined
  /** The same address has applied within a day. */
  isAgain: boolean
  inLastHour: number
  texts: readonly string[]
}>

/** What makes an application suspect. Whoever sent it is told nothing of it, and a person decides: honest people have odd browsers. */
export const suspicionsOf = ({ isTrapFilled, openSeconds, isAgain, inLastHour, texts }: Seen): readonly Suspicion[] => {
  const links = texts.reduce((all, text) => all + (text.match(/https?:\/\/|www\./gi)?.length ?? 0), 0)
  const met: Readonly<Record<Suspicion, boolean>> = {
    trap: isTrapFilled,
    page: openSeconds === undefined,
    quick: (openSeconds ?? quickSeconds) < quickSeconds,
    again: isAgain,
    many: inLastHour >= manyAnHour,
    links: links > mostLinks,
  }
  return suspicions.filter((each) => met[each])
}

/** A person takes what was held back, or discards it. Of what is a candidate already a decision says what becomes. */
export const decideSettling = (state: ApplicationState): true | Refusal<"application-settled"> =>
  state === "suspected" || refuse("application-settled")

/** More is asked for while the candidate is worked on, and one thing at a time. */
export const decideAsking = (
  state: ApplicationState,
  stage: CandidateStage | null,
): true | Refusal<"application-held" | "asked-already" | "stage-decided"> => {
  if (stage === null) return refuse("application-held")
  if (state === "asked") return refuse("asked-already")
  return isWorking(stage) || refuse("stage-decided")
}

/** What an applicant is told by the state link, which is all of it: what was decided a person says. */
export const toldStates = ["received", "asked", "looked_at", "decided"] as const
export type ToldState = (typeof toldStates)[number]

export const toldState = (state: ApplicationState, stage: CandidateStage | null): ToldState => {
  if (stage === null || stage === "sourced") return state === "asked" ? "asked" : "received"
  if (stage === "approved" || stage === "declined") return "decided"
  return state === "asked" ? "asked" : "looked_at"
}
