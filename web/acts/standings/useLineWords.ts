import { useTranslation } from "react-i18next"
import { isYesOrNo, type LineView } from "#contract/programs"
import { useFormat } from "#ui/text"

/** What a line asks for and comes to, in words: "Won deals of 12 months", "€249,400 of €250,000", "€600 missing". */
export const useLineWords = (currency: string) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const written = ({ kind }: LineView, value: number): string =>
    kind === "won" ? format.money({ amountMinor: value, currency }) : format.number(value, 2)
  return {
    written,
    asked: ({ kind, about, windowMonths }: LineView): string => {
      if (kind === "by_hand") return about
      if (kind === "metric") return t("asked.metric", { metric: about.replaceAll("_", " "), count: windowMonths })
      if (kind === "certified" && about !== "") return t("asked.certifiedAs", { what: about })
      return t(`asked.${kind}`, { count: windowMonths })
    },
    come: (line: LineView): string => {
      const { kind, value, threshold, uncounted, standing } = line
      // It is known, and of several companies: what the others did is theirs.
      if (value === null) return t(standing === "pending" ? "come.unknown" : "come.hidden")
      const words = isYesOrNo(kind)
        ? t(value >= threshold ? "come.yes" : "come.no")
        : t("come.of", { value: written(line, value), threshold: written(line, threshold) })
      return uncounted > 0 ? t("come.uncounted", { words, count: uncounted }) : words
    },
    missing: (line: LineView): string | undefined =>
      line.missing === null || isYesOrNo(line.kind) ? undefined : t("missing", { value: written(line, line.missing) }),
  }
}
