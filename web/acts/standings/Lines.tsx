import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { isYesOrNo, type LineView } from "#contract/programs"
import { useFormat } from "#ui/text"
import { Bar } from "./Bar.tsx"
import { StandingMark } from "./StandingMark.tsx"
import classes from "./standings.module.css"
import { useLineWords } from "./useLineWords.ts"

type LinesProps = {
  lines: readonly LineView[]
  currency: string
  /** What can be done about one of them. */
  actOn?: ((line: LineView) => ReactNode) | undefined
}

/** What a tier asks for, one below the other: how far it has come, what is missing, and from what it was counted. */
export const Lines = ({ lines, currency, actOn }: LinesProps) => {
  const { t } = useTranslation("standings")
  const words = useLineWords(currency)
  if (lines.length === 0) return <p className={classes.quiet}>{t("asksNothing")}</p>
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line.key} className={classes.line}>
          <div className={classes.lineHead}>
            <span className={classes.asked}>{words.asked(line)}</span>
            <StandingMark standing={line.standing} isPlain />
          </div>
          {isYesOrNo(line.kind) ? null : (
            <Bar
              percent={line.progress}
              isMet={line.standing === "met"}
              label={t("barOf", { asked: words.asked(line), come: words.come(line) })}
            />
          )}
          <div className={classes.lineFoot}>
            <span className="numbers">{words.come(line)}</span>
            {words.missing(line) ? <strong className="numbers">{words.missing(line)}</strong> : null}
            {actOn?.(line)}
          </div>
          <Sources line={line} currency={currency} />
        </li>
      ))}
    </ul>
  )
}

/** Where the number comes from, folded away until somebody asks. */
const Sources = ({ line, currency }: { line: LineView; currency: string }) => {
  const { t } = useTranslation("standings")
  const format = useFormat()
  const { written } = useLineWords(currency)
  const { sources, counted, from, to, kind } = line
  if (sources.length === 0) return null
  return (
    <details className={classes.sources}>
      <summary>
        {from === null
          ? t("countedOn", { count: counted, date: format.date(to) })
          : t("countedFrom", { count: counted, from: format.date(from), to: format.date(to) })}
      </summary>
      <ul>
        {sources.map(({ name, on, value }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was counted has no id for readers, and its order stays
          <li key={place}>
            <span>{[format.date(on), ...(name === null ? [] : [name])].join(" · ")}</span>
            {kind === "won" || kind === "metric" ? <span className="numbers">{written(line, value)}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
