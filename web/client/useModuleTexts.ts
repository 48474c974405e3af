import { useTranslation } from "react-i18next"

/** What modules and areas say of their own: what happened, what a person is told, what a file may bring, what may have to be approved, what a mailed link is good for, what a place is called. */
type Subject = "events" | "news" | "importable" | "approvable" | "linkable" | "nav"

/**
 * The texts of all modules on one subject (`texts/<subject>.<language>.json`). The compiler does not know
 * their keys, the server does: tests hold each to a text. `otherwise` is said of what another system brought.
 */
export const useModuleTexts = (subject: Subject) => {
  const { t } = useTranslation(subject as never)
  const translate = t as unknown as (key: string, options: object) => string
  return (key: string, otherwise: string, options: Readonly<Record<string, unknown>> = {}): string =>
    translate(key, { ...options, ns: subject, defaultValue: otherwise })
}
