import { findSignal, isMoney } from "#rules/metrics"
import type { Clause } from "./summarise.ts"
import { type Say, type Speech, type Words, wordsOf } from "./words.ts"

type Of<Key extends Clause["key"]> = Extract<Clause, { key: Key }>
type Speaking = Speech & Readonly<{ words: Words }>

/** Clauses in the words of a language: the one place where they become text, clause by clause or as whole sentences. */
export const sentenceOf = (speech: Speech) => {
  const speaking = { ...speech, words: wordsOf(speech) }
  const clause = (told: Clause) => clauseIn(speaking, told)
  return {
    clause,
    paragraph: (told: readonly Clause[]) => paragraphOf(speaking, told),
    /** Without what moved: since when, whose, why. */
    headline: (told: readonly Clause[]) => headlineIn(speaking, told),
  }
}

const clauseIn = (speaking: Speaking, told: Clause): string => {
  const { say, format, words } = speaking
  switch (told.key) {
    case "not-scored":
      return `${say("drift:notScored.lead")}${format.gap}${whyNotScored(say, told.reason)}`
    case "steady":
    case "market":
    case "settled":
      return say(`drift:quiet.${told.key}`)
    case "market-fell":
      return marketFell(speaking, told)
    case "recovered":
      return say("drift:quiet.recovered", { on: format.date(told.endedOn) })
    case "drifting-since":
    case "short-since":
    case "began":
      return since(speaking, told)
    case "changed-lately":
      return `${say("marks:onset.tooEarly", { since: format.date(told.since) })}${seen(speaking, told.detectedOn)}`
    case "silent-since":
      return say("drift:silent", { on: format.date(told.date) })
    case "first-side":
      return whose(speaking, told, "first")
    case "act":
      return say("drift:actOn", { event: words.event(told.event.event), on: words.day(told.event.occurredOn) })
    case "signal":
      return moved(speaking, told)
    case "likely-causes":
    case "possible-causes":
      return `${causesLead(say, told)}${format.gap}${told.causes.map((each) => causeWith(speaking, each)).join(" · ")}`
  }
}

const headlineIn = (speaking: Speaking, told: readonly Clause[]): string => {
  const sentences = told
    .filter(({ key }) => key !== "signal" && key !== "act")
    .map((one) => (one.key === "first-side" ? whose(speaking, one, "firstAlone") : clauseIn(speaking, one)))
  return speaking.format.sentences(sentences)
}

const whose = ({ say, companyOf }: Speaking, told: Of<"first-side">, text: "first" | "firstAlone"): string => {
  const name = companyOf(told.partyId)
  return name === undefined ? say(`drift:${text}.${told.side}`) : say(`drift:${text}.company`, { name })
}

const seen = ({ say, format }: Speaking, on: string | null): string =>
  on === null ? "" : say("drift:seen", { on: format.date(on) })

const since = (speaking: Speaking, told: Of<"drifting-since" | "short-since" | "began">): string => {
  const { say, words } = speaking
  const kind = told.key === "drifting-since" ? "since" : told.key === "short-since" ? "shortSince" : "began"
  const lead = told.leadWeeks === null ? "" : say("drift:lead", { count: told.leadWeeks })
  const when = say(told.low === told.high ? `drift:${kind}Day` : `drift:${kind}`, words.band(told))
  return `${when}${seen(speaking, told.detectedOn)}${lead}`
}

const moved = ({ say, words, companyOf }: Speaking, told: Of<"signal">): string => {
  const company = companyOf(told.partyId)
  const holes = {
    ...{ name: words.signal(told.signal, company), company: company ?? "" },
    ...{ before: words.level(told.before), after: words.level(told.after) },
    on: told.between
      ? say("drift:between", words.band({ date: told.between.low, ...told.between }))
      : dayOf(words, told.on),
  }
  const dated = told.on === null ? "undated" : "dated"
  switch (told.how) {
    case "vacant":
      return say(`drift:vacant.${company === undefined ? told.side : "company"}.${dated}`, holes)
    case "never-began":
    case "never-came":
    case "never-enough":
      return say(`drift:short.${told.how}`, holes)
    default: {
      const isUnknown = told.before === null || told.after === null
      return say(`drift:${isUnknown ? "movedUnknown" : "moved"}.${told.how}.${dated}`, holes)
    }
  }
}

const dayOf = (words: Words, on: string | null): string => (on === null ? "" : words.day(on))

/** More than these are a table, not a sentence. */
const mostFalls = 2

const marketFell = ({ say, format, words, companyOf }: Speaking, { falls }: Of<"market-fell">): string => {
  const told = falls.slice(0, mostFalls).map(({ signal, partyId, belowBefore, belowPromised }) =>
    say(`drift:below.${belowPromised === null ? "before" : "promised"}`, {
      name: words.signal(signal, companyOf(partyId)),
      before: format.percent(belowBefore),
      promised: format.percent(belowPromised ?? 0),
      // Acts are counted in the plural, money is one.
      context: isMoney(signal) || findSignal(signal) === undefined ? "single" : undefined,
    }),
  )
  return say("drift:marketFell", { what: told.join(say("drift:also")) })
}

const causesLead = (say: Say, { key }: Of<"likely-causes" | "possible-causes">): string =>
  say(key === "likely-causes" ? "drift:likely" : "drift:noneLikely")

const causeWith = (
  { say, format, words }: Pick<Speaking, "say" | "format" | "words">,
  { cause, probability }: Readonly<{ cause: string; probability: number }>,
): string => say("drift:causeWith", { cause: words.cause(cause), share: format.percent(probability) })

/** The clauses as sentences: what moved goes on from who let go first. */
const paragraphOf = (speaking: Speaking, told: readonly Clause[]): string => {
  const sentences: string[] = []
  for (const [i, one] of told.entries()) {
    const words = clauseIn(speaking, one)
    const joint = one.key === "signal" || one.key === "act" ? one.joint : undefined
    const isNew = joint === undefined || (joint === "first" && told[i - 1]?.key !== "first-side")
    if (isNew) sentences.push(words)
    else
      sentences.push(
        `${sentences.pop() ?? ""}${joint === "first" ? speaking.format.gap : speaking.say(`drift:joint.${joint}`)}${words}`,
      )
  }
  return speaking.format.sentences(sentences)
}

/** The engine counts in English; the reader gets the count in their own language. */
const whyNotScored = (say: Say, reason: string | null): string => {
  const [, observed, needed] = /^(\d+) weeks observed at most; (\d+) are needed$/.exec(reason ?? "") ?? []
  return observed && needed ? say("drift:notScored.weeks", { seen: observed, needed }) : say("drift:notScored.nothing")
}
