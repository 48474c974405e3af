import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import classes from "./KeptRate.module.css"

/** Kept of due. With nothing due there is no rate: the mark says so instead of showing zero. */
export type Kept = Readonly<{ kept: number; due: number }>

type KeptRateProps = {
  ours: Kept
  theirs: Kept
  /** One line, for tables. */
  isSmall?: boolean
}

/** Promises kept of promises due, ours and theirs side by side. */
export const KeptRate = ({ ours, theirs, isSmall = false }: KeptRateProps) => (
  <span className={classes.both} data-small={isSmall || undefined}>
    <KeptOneSide whose="ours" {...ours} isSmall={isSmall} />
    <KeptOneSide whose="theirs" {...theirs} isSmall={isSmall} />
  </span>
)

/** One side's alone, where the column says whose it is. */
export const KeptShare = ({ kept, due, whose }: Kept & { whose: "ours" | "theirs" }) => {
  const { t } = useTranslation("marks")
  const format = useFormat()
  return (
    <span className={classes.side} data-whose={whose} title={t(`kept.${whose}`, { kept, due })}>
      <span className={classes.track} aria-hidden data-empty={due === 0 || undefined}>
        <span className={classes.fill} style={{ width: `${due > 0 ? (100 * kept) / due : 0}%` }} />
      </span>
      <span className={classes.figure}>{due > 0 ? format.percent(kept / due) : "–"}</span>
    </span>
  )
}

const KeptOneSide = ({ whose, kept, due, isSmall }: Kept & { whose: "ours" | "theirs"; isSmall: boolean }) => {
  const { t } = useTranslation("marks")
  const format = useFormat()
  const share = due > 0 ? kept / due : undefined
  return (
    <span className={classes.side} data-whose={whose} title={t(`kept.${whose}`, { kept, due })}>
      <span className={isSmall ? classes.letter : classes.name}>
        {t(isSmall ? `kept.${whose}Short` : `kept.${whose}Name`)}
      </span>
      <span className={classes.track} aria-hidden data-empty={share === undefined || undefined}>
        <span className={classes.fill} style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <span className={classes.figure}>
        {share === undefined
          ? isSmall
            ? "–"
            : t("kept.nothingDue")
          : isSmall
            ? format.percent(share)
            : t("kept.of", { kept, due })}
      </span>
    </span>
  )
}
