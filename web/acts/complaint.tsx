import { useTranslation } from "react-i18next"
import type { ExpressionComplaint } from "#core/expression/shapes"
import { inReadersWords, type SayWord } from "./complaintWords.ts"

/** A type, or what a checker of expressions expected, in the reader's words. */
export const useExpressionWords = () => {
  const { t, i18n } = useTranslation("attention")
  const say: SayWord = (key, holes) =>
    i18n.exists(`expected.${key}`, { ns: "attention" })
      ? t(`expected.${key}` as "expected.number", { ...holes })
      : undefined
  return inReadersWords(say, i18n.language)
}

/** What of a complaint the checker wrote; in others it is a piece of the expression itself. */
const isWritten: readonly string[] = ["wrong-type", "wrong-result", "money-by-number"]

/** What is wrong with a condition, as a sentence. */
export const useComplaint = () => {
  const { t } = useTranslation("attention")
  const words = useExpressionWords()
  return ({ reason, found, expected }: ExpressionComplaint) =>
    t(`complaint.${reason}`, { found: isWritten.includes(reason) ? words(found) : found, expected: words(expected) })
}
