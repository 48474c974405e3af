import { UnstyledButton } from "@mantine/core"
import { type ComponentProps, lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import classes from "./drift.module.css"
import { useWords } from "./useWords.ts"

// What speaks for a cause is read by few who read the cause.
const CauseEvidence = lazy(() => import("./CauseEvidence.lazy.tsx"))

/** A cause with its probability; it opens on the weeks and events that speak for it. */
export const CauseClause = (props: ComponentProps<typeof CauseEvidence>) => {
  const { t } = useTranslation("drift")
  const { cause, drift } = props
  const words = useWords(drift)
  const format = useFormat()
  const [isAsked, setAsked] = useState(false)
  const closed = (
    <UnstyledButton
      component="button"
      type="button"
      className={classes.clause}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => setAsked(true)}
    >
      {t("causeWith", { cause: words.cause(cause.cause), share: format.percent(cause.probability) })}
    </UnstyledButton>
  )
  return isAsked ? (
    <Suspense fallback={closed}>
      <CauseEvidence {...props} />
    </Suspense>
  ) : (
    closed
  )
}
