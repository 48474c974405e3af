import { Anchor, Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TextApproval } from "#contract/agreements"
import classes from "./negotiation.module.css"
import { useTermWords } from "./useTermWords.ts"

/** As many as are read at a glance; a text of one's own differs everywhere. */
const mostAtOnce = 6

/** What a text says otherwise than the ready text: terms with both values, then clauses in their order. */
export const Deviations = ({ clauses, terms }: TextApproval["deviations"]) => {
  const { t } = useTranslation("negotiation")
  const say = useTermWords()
  const [isWhole, setWhole] = useState(false)
  if (clauses.length + terms.length === 0) return null
  const shown = isWhole ? clauses : clauses.slice(0, mostAtOnce)
  const left = clauses.length - shown.length
  return (
    <>
      <h3 className={classes.subtitle}>{t("approval.differs")}</h3>
      <ul className={classes.list}>
        {terms.map(({ kind, ready, value }) => (
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
