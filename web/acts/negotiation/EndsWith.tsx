import { useTranslation } from "react-i18next"
import { SideBadge } from "#ui/SideBadge"
import { useFormat } from "#ui/text"
import classes from "./negotiation.module.css"
import type { PromisedLine } from "./promised.ts"

/** What ends where a clause is taken out, and with which day: said before it is proposed, and to whoever answers. */
export const EndsWith = ({ lines }: { lines: readonly PromisedLine[] }) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const wordsOf = ({ title, isStanding, endsOn }: PromisedLine) => {
    const named = { title: format.quote(title) }
    if (!isStanding) return t("ends.never", named)
    return endsOn === null ? t("ends.then", named) : t("ends.on", { ...named, date: format.date(endsOn) })
  }
  return (
    <ul className={classes.ends}>
      {lines.map((line) => (
        <li key={`${line.key} ${line.owedBy} ${line.title}`}>
          {line.owedBy === null ? (
            <span>{t("ends.goal")}</span>
          ) : (
            <SideBadge side={line.owedBy} party={line.partyId} name={line.partyName} />
          )}{" "}
          {wordsOf(line)}
        </li>
      ))}
    </ul>
  )
}
