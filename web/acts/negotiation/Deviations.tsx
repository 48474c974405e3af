import { Anchor, Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TextApproval } from "#contract/agreements"
import classes from "./negotiation.module.css"
import { useTermWords } from "./useTermWords.ts"

/** As many as are read at a glance. */
const mostAtOnce = 6
/** A text that differs in more places than this is one of its own: where it does is read by whoever asks. */
const mostOfReady = 14

/** What a text says otherwise than the ready text: terms with both values, then clauses in their order. */
export const Deviations = ({ clauses, terms }: TextApproval["deviations"]) => {
  const { t } = useTranslation("negotiation")
  const say = useTermWords()
  const [isWhole, setWhole] = useState(false)
  const total = clauses.length + terms.length
  if (total === 0) return null
  const isOwn = total > mostOfReady && !isWhole
  const shown = isWhole ? clauses : clauses.slice(0, isOwn ? 0 : mostAtOnce)
  const shownTerms = isOwn ? [] : terms
  const left = total - shown.length - shownTerms.length
  return (
    <>
      <h3 className={classes.subtitle}>{t("approval.differs")}</h3>
      <ul className={classes.list}>
        {shownTerms.map(({ kind, ready, value }) => (
          <li key={kind}>
            <p className={classes.said}>{t(`term.name.${kind}`)}</p>
            <p className={classes.soft}>
              {value === null
                ? t("approval.termGone", { ready: say(kind, ready) })
                : t("approval.term", { value: say(kind, value), ready: say(kind, ready) })}
            </p>
          </li>
        ))}
        {shown.map(({ key, heading, how }) => (
          <li key={key}>
            {how === "removed" ? (
              <p className={classes.said}>{heading}</p>
            ) : (
              <Anchor href={`#clause-${key}`} size="sm">
                {heading || t("noHeading")}
              </Anchor>
            )}
            <p className={classes.soft}>{t(`approval.how.${how}`)}</p>
          </li>
        ))}
      </ul>
      {left === 0 ? null : (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {t("approval.more", { count: left })}
        </Button>
      )}
    </>
  )
}
