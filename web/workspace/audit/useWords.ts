import { useTranslation } from "react-i18next"
import type { Entry } from "#contract/audit"

const keyOf = (code: string): string => code.replaceAll(/[.-]/g, "_")

/** "quote.sent" -> "Quote sent": a kind or subject that another system brought keeps its own name. */
const spelled = (code: string): string => {
  const words = code.replaceAll(/[_.-]+/g, " ").trim()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Events, and what they happened to, in the reader's words. */
export const useWords = () => {
  const { t, i18n } = useTranslation("audit")
  const wordsFor = (list: "kinds" | "subjects", code: string): string => {
    const key = `${list}.${keyOf(code)}`
    return i18n.exists(key, { ns: "audit" }) ? t(key as "kinds.note_written") : spelled(code)
  }
  return {
    kind: (kind: string) => wordsFor("kinds", kind),
    subject: ({ subjectName, subjectType }: Entry) => subjectName ?? wordsFor("subjects", subjectType),
    actor: ({ actor }: Entry) =>
      actor.name ?? (actor.kind === "system" ? t("keelson", { job: actor.id ?? "" }) : actor.id),
  }
}
