import { useTranslation } from "react-i18next"
import { type Speech, sentenceOf, wordsOf } from "#contract/drift"
import { useFormat } from "#ui/text"

type Spoken = Pick<Speech, "today" | "companyOf"> & Partial<Pick<Speech, "currency">>

/** The drift engine's speech in the language of the page: its clauses as text, and the words they are made of. */
export const useDriftSpeech = ({ currency, ...spoken }: Spoken) => {
  const { t, i18n } = useTranslation(["drift", "marks"])
  const format = useFormat()
  const say = (key: string, holes: Readonly<Record<string, unknown>> = {}): string => t(key as "drift:title", holes)
  const orElse = (key: string, otherwise: string) => (i18n.exists(key) ? say(key) : otherwise)
  const speech = { say: Object.assign(say, { orElse }), format, currency, ...spoken }
  return { ...sentenceOf(speech), words: wordsOf(speech) }
}
