import { useDriftSpeech } from "#acts/driftSpeech"
import { type DriftForHost, levelOf } from "#contract/drift"

export type DriftLane = DriftForHost["lanes"][number]
export type DriftCause = DriftForHost["causes"][number]
export type DriftEvent = DriftForHost["events"][number]

type Spoken = Pick<DriftForHost, "asOf" | "currency" | "companies">

/** Signals, causes and numbers in the reader's words. */
export const useWords = ({ asOf, currency }: Partial<Spoken> = {}) => {
  const { words } = useDriftSpeech({ today: asOf ?? "", currency, companyOf: () => undefined })
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
  return useDriftSpeech({ today, currency, companyOf })
}
