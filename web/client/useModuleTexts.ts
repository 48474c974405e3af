import { useTranslation } from "react-i18next"

/** What modules say of their own: what happened, what a person is told, what a file may bring, what may have to be approved, what a mailed link is good for. */
type Subject = "events" | "news" | "importable" | "approvable" | "linkable"

/**
 * The texts of all modules on one subject (`modules/<module>/texts/<subject>.<language>.json`). The compiler does not know
 * their keys, the server does: tests hold each to a text. `otherwise` is said of what another system brought.
 */
export const useModuleTexts = (subject: Subject) => {
  const { t } = useTranslation(subject as never)
  const translate = t as unknown as (key: string, options: object) => string
  return (key: string, otherwise: string, options: Readonly<Record<string, unknown>> = {}): string =>
    translate(key, { ...options, ns: subject, defaultValue: otherwise })
}
