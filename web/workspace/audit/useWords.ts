import { useTranslation } from "react-i18next"
import { useModuleTexts } from "#client/useModuleTexts"
import type { Entry } from "#contract/audit"

const keyOf = (code: string): string => code.replaceAll(/[.-]/g, "_")

/** "quote.sent" -> "Quote sent": a kind or subject that another system brought keeps its own name. */
const spelled = (code: string): string => {
  const words = code.replaceAll(/[_.-]+/g, " ").trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Events, and what they happened to, in the reader's words. */
export const useWords = () => {
  const { t } = useTranslation("audit")
  const say = useModuleTexts("events")
  const wordsFor = (list: "kind" | "subject", code: string) => say(`${list}.${keyOf(code)}`, spelled(code))
  return {
    kind: (kind: string) => wordsFor("kind", kind),
    subject: ({ subjectName, subjectType }: Entry) => subjectName ?? wordsFor("subject", subjectType),
    actor: ({ actor }: Entry) =>
      actor.name ?? (actor.kind === "system" ? t("keelson", { job: actor.id ?? "" }) : actor.id),
  }
}
