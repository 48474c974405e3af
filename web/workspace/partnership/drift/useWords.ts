import { useTranslation } from "react-i18next"
import { type DriftForHost, levelOf, sentenceOf, wordsOf } from "#contract/drift"
import { useFormat } from "#ui/text"

export type DriftLane = DriftForHost["lanes"][number]
export type DriftCause = DriftForHost["causes"][number]
export type DriftEvent = DriftForHost["events"][number]

type Spoken = Pick<DriftForHost, "asOf" | "currency" | "companies">

/** The drift engine's speech in the language of the page. */
const useSpeech = () => {
  const { t, i18n } = useTranslation(["drift", "marks"])
  const format = useFormat()
  const say = (key: string, holes: Readonly<Record<string, unknown>> = {}): string => t(key as "drift:title", holes)
  const orElse = (key: string, otherwise: string) => (i18n.exists(key) ? say(key) : otherwise)
  return { say: Object.assign(say, { orElse }), format }
}

/** Signals, causes and numbers in the reader's words. */
export const useWords = ({ asOf, currency }: Partial<Spoken> = {}) => {
  const words = wordsOf({ ...useSpeech(), today: asOf ?? "", currency })
  return {
    ...words,
    event: ({ kind, note }: Pick<DriftEvent, "kind" | "note">) => {
      const name = words.event(kind)
      return note === "" ? name : `${name}: ${note}`
    },
    /** A level of a signal in the unit people think in. */
    value: (value: number | null, signal: Pick<DriftLane, "signal" | "kind">) => words.level(levelOf(signal, value)),
  }
}

/** The clauses of the sentence about a partnership in the reader's words. */
export const useClauses = ({ asOf: today, currency, companies }: Spoken) => {
  const companyOf = (partyId: string | null) => companies.find(({ id }) => id === partyId)?.name
  return sentenceOf({ ...useSpeech(), today, currency, companyOf })
}
