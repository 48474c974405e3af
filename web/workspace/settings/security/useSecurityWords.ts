import { useTranslation } from "react-i18next"
import { useModuleTexts } from "#client/useModuleTexts"
import type { SecurityEntry } from "#contract/audit"
import { deviceName } from "#core/deviceName"
import { ofNoteFrom } from "#core/refusalsOfNote"

const keyOf = (kind: string): string => kind.replaceAll(".", "_")

/** What a kind is about, where it has no words of its own: the ledger's kinds are the business's. */
const familyOf = (kind: string): "access" | "link" | "export" => {
  if (kind.endsWith("exported")) return "export"
  return kind.startsWith("link.") ? "link" : "access"
}

/** The security log in the reader's words. */
export const useSecurityWords = () => {
  const { t, i18n } = useTranslation("security")
  const happened = useModuleTexts("events")
  const has = (key: string) => i18n.exists(key, { ns: "security" })
  return {
    kind: (kind: string): string => {
      const key = `kind.${keyOf(kind)}`
      return has(key) ? t(key as "kind.sign_in_failed") : happened(key, kind.replaceAll(/[_.]+/g, " "))
    },
    about: (kind: string, what: "means" | "do"): string => {
      const key = `about.${keyOf(kind)}.${what}`
      const from = ofNoteFrom[kind as keyof typeof ofNoteFrom]
      return t((has(key) ? key : `about.${familyOf(kind)}.${what}`) as "about.act_refused.means", { from })
    },
    person: ({ person }: Pick<SecurityEntry, "person">): string => person?.name ?? t("keelson"),
    place: ({ address, device, person }: SecurityEntry): string => {
      if (address === null) return person?.side === "partner" ? t("notTold") : ""
      if (address === "") return t("many")
      const browser = device === null ? "" : deviceName(device)
      return browser ? `${address}, ${browser}` : address
    },
  }
}
