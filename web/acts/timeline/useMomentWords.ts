import { useTranslation } from "react-i18next"
import { useModuleTexts } from "#client/useModuleTexts"
import type { Moment } from "#contract/activities"
import { useNameOf, useWhose } from "#ui/viewer"

/** What happened, in the reader's words; kinds that other systems brought keep their own name. */
export const useMomentWords = () => {
  const { t, i18n } = useTranslation("timeline")
  const happened = useModuleTexts("events")
  const whose = useWhose()
  const nameOf = useNameOf()
  const kindOf = (kind: string) => {
    const key = `kind.${kind.replaceAll(".", "_").toLowerCase()}`
    const spelled = kind.replaceAll(/[_.]+/g, " ")
    return i18n.exists(key, { ns: "timeline" })
      ? t(key as "kind.meeting")
      : happened(key, spelled[0]?.toUpperCase() + spelled.slice(1))
  }
  return {
    kind: kindOf,
    what: ({ kind, payload, companyName }: Moment) => {
      const named = payload as { name?: unknown; title?: unknown; reason?: unknown } | null
      const subject = [companyName, named?.title, named?.name].find((each) => typeof each === "string")
      const said = subject === undefined ? kindOf(kind) : `${kindOf(kind)}: ${String(subject)}`
      return typeof named?.reason === "string" && named.reason !== "" ? `${said} (${named.reason})` : said
    },
    who: ({ side, partyName, who }: Moment) => {
      const place = side === "both" ? t("side.both") : (nameOf(side, partyName) ?? t(`side.${whose(side)}`))
      return who ? `${who}, ${place}` : place
    },
  }
}
