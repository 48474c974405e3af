import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type Activity, listActivities } from "#contract/activities"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { Timeline } from "#ui/Timeline"
import { useFormat } from "#ui/text"
import { useMomentWords } from "./timeline/useMomentWords.ts"

type ReviewsProps = {
  partnershipId: string
  /** The way to log one. */
  log: ReactNode
}

/** The meetings in which both sides steered the partnership, newest first. */
export const Reviews = ({ partnershipId, log }: ReviewsProps) => {
  const { t } = useTranslation("timeline")
  const format = useFormat()
  const words = useMomentWords()
  const held = useEndpoint(listActivities, {
    params: { partnership: partnershipId },
    query: { isGovernance: "true", limit: 100 },
  })
  const entryOf = ({ id, occurredAt, kind, person, partyName, summary, visibility }: Activity) => ({
    id,
    at: occurredAt,
    what: words.kind(kind),
    ...(person || partyName ? { who: format.commas([person, partyName].filter((each) => each !== null)) } : {}),
    ...(summary ? { detail: summary } : {}),
    visibility,
  })
  const last = held.data?.items[0]
  return (
    <Panel
      title={t("reviews.title")}
      hint={last ? t("reviews.last", { on: format.dayOf(last.occurredAt) }) : undefined}
      aside={last ? log : undefined}
    >
      <Loaded from={held}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("reviews.none")} action={log}>
              {t("reviews.noneText")}
            </EmptyState>
          ) : (
            <Timeline label={t("reviews.title")} entries={items.map(entryOf)} />
          )
        }
      </Loaded>
    </Panel>
  )
}
