import { useTranslation } from "react-i18next"
import type { WordPreview } from "#contract/negotiation"
import { useFormat } from "#ui/text"
import classes from "./negotiation.module.css"

const kinds = [
  ...(["head", "headers", "tables", "pictures", "footnotes", "formulas", "embedded", "formatting"] as const),
] as const

/** What else stands in a file, and in no clause: counted, so that nobody thinks it came along. */
export const KeptInFile = ({ left, isExplained = false }: { left: WordPreview["left"]; isExplained?: boolean }) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const said = kinds.flatMap((kind) => (left[kind] === 0 ? [] : [t(`word.kept.${kind}`, { count: left[kind] })]))
  if (said.length === 0) return null
  if (!isExplained)
    return (
      <p className={classes.soft}>
        {t("word.left")}: {format.list(said)}
      </p>
    )
  return (
    <section>
      <h3>{t("word.left")}</h3>
      <p>{format.list(said)}</p>
      <p className={classes.soft}>{t("word.leftHint")}</p>
    </section>
  )
}
