import { Button } from "@mantine/core"
import { useInfiniteQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { pagesOf } from "#client/read"
import { getTimeline, type Moment } from "#contract/activities"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { Timeline } from "#ui/Timeline"
import { LogActivity } from "./timeline/LogActivity.tsx"
import { Retract } from "./timeline/Retract.tsx"
import classes from "./timeline/timeline.module.css"
import { useMomentWords } from "./timeline/useMomentWords.ts"

/** Everything that happened, newest first, and a line to log what just did. */
export const PartnershipTimeline = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("timeline")
  const entryOf = useEntry()
  const pages = useInfiniteQuery(pagesOf(getTimeline, { params: { partnership: partnershipId }, query: { limit: 15 } }))
  return (
    <Panel title={t("title")} hint={t("hint")}>
      <div className={classes.log}>
        <LogActivity partnershipId={partnershipId} />
      </div>
      <Loaded from={pages}>
        {({ pages: shown }) => {
          const moments = shown.flatMap(({ items }) => items)
          if (moments.length === 0) return <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          return (
            <>
              <Timeline label={t("title")} entries={moments.map(entryOf)} />
              {pages.hasNextPage ? (
                <Button
                  variant="default"
                  mt="md"
                  loading={pages.isFetchingNextPage}
                  onClick={() => void pages.fetchNextPage()}
                >
                  {t("more")}
                </Button>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </Panel>
  )
}

/** One moment as the timeline draws it. */
const useEntry = () => {
  const words = useMomentWords()
  return (moment: Moment) => ({
    id: moment.id,
    at: moment.occurredAt,
    what: words.what(moment),
    who: words.who(moment),
    act: moment.abilities.retract === true ? <Retract activityId={moment.id} /> : undefined,
    detail: moment.summary ?? undefined,
    visibility: moment.visibility,
  })
}
