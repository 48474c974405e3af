import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import type { DriftForHost } from "#contract/drift"
import { chooseSource } from "#contract/measurements"
import { ActionButton } from "#ui/ActionButton"
import { useFormat } from "#ui/text"
import classes from "./drift.module.css"
import { useWords } from "./useWords.ts"

/** Signals that are measured and also told by what is recorded here: only one of the two counts, and a person may say which. */
export const ToldTwice = ({ drift, isPast }: { drift: DriftForHost; isPast: boolean }) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  const format = useFormat()
  const choose = useAct(chooseSource)
  return drift.twice.map(({ signal, counted, from, until, next }) => {
    const other = (next ?? counted) === "measured" ? "acts" : "measured"
    const input = { signal, counted: other } as const
    return (
      <div key={signal} className={classes.twice}>
        <p>
          {t(`twice.${counted}`, {
            signal: words.signal(signal),
            from: format.date(from),
            until: format.date(until),
          })}{" "}
          {next ? t(`twice.next.${next}`) : null}
        </p>
        {isPast ? null : (
          <ActionButton
            size="compact-sm"
            variant="subtle"
            loading={choose.isPending && choose.variables?.input.signal === signal}
            disabledReason={reasonOf(drift.abilities.chooseSource)}
            onClick={() => choose.mutate({ params: { partnership: drift.partnershipId }, input })}
          >
            {t(`twice.count.${other}`)}
          </ActionButton>
        )}
      </div>
    )
  })
}
