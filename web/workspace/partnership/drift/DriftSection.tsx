import { Button, Group } from "@mantine/core"
import { memo, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type DriftForHost, getDrift } from "#contract/drift"
import { DriftLanes, type LaneFocus } from "#marks/DriftLanes"
import { DateField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { DayScrubber } from "./DayScrubber.tsx"
import { Decisions } from "./Decisions.tsx"
import classes from "./drift.module.css"
import { Fall } from "./Fall.tsx"
import { Inputs } from "./Inputs.tsx"
import { Loss } from "./Loss.tsx"
import { companyOf, eventsNear, laneEventOf, laneKey, laneOf, lanesLike, shownFrom } from "./lanes.ts"
import { PastCases } from "./PastCases.tsx"
import { Quiet } from "./Quiet.tsx"
import { Sentence } from "./Sentence.tsx"
import { isTold as isToldOf } from "./Told.tsx"
import { ToldTwice } from "./ToldTwice.tsx"
import { useChosenDay } from "./useChosenDay.ts"
import { useLane } from "./useLane.ts"
import { usePreview } from "./usePreview.ts"
import { useWords } from "./useWords.ts"

/** The drift panel: what happened, when, why, who let go first, and the evidence for every word of it. */
export const DriftSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  const { asOf, today, chosen, isOnItsWay, ...day } = useChosenDay()
  const [isNear, setNear] = useState(false)
  const preview = usePreview(partnershipId, chosen, isNear)
  const drift = useEndpoint(
    getDrift,
    { params: { partnership: partnershipId }, query: { asOf } },
    { keepsPrevious: true },
  )
  const isPreview = isOnItsWay || (chosen !== undefined && drift.isPlaceholderData)
  const known = drift.data
  const previewed = useMemo(
    () => (isPreview && preview && known ? { ...preview, ...standing(known), current: null } : undefined),
    [isPreview, preview, known],
  )
  return (
    <Panel
      title={t("title")}
      visibility="host"
      aside={
        <Group gap={6} align="end">
          <DateField
            size="xs"
            label={t("asOf")}
            value={asOf ?? ""}
            onChange={({ currentTarget }) => day.goTo(currentTarget.value || undefined)}
          />
          {asOf ? (
            <Button size="xs" variant="subtle" onClick={() => day.goTo(undefined)}>
              {t("today")}
            </Button>
          ) : null}
        </Group>
      }
    >
      <DayScrubber
        day={chosen ?? asOf ?? today}
        today={today}
        onNear={() => setNear(true)}
        onDrag={day.hold}
        onRelease={day.release}
      />
      <Loaded from={drift}>
        {(known) => (
          <Shown
            drift={previewed ?? known}
            like={known}
            isPast={asOf !== undefined || previewed !== undefined}
            note={
              previewed
                ? t("scrub.preview", { asOf: format.date(previewed.asOf) })
                : asOf && t("pastView", { asOf: format.date(known.asOf) })
            }
          />
        )}
      </Loaded>
    </Panel>
  )
}

/** What a preview takes over from the answer that the server gave. */
const standing = ({ past, companies, currency, records, twice, abilities }: DriftForHost) => ({
  ...{ past, companies, currency, records, twice, abilities },
})

type ShownProps = { drift: DriftForHost; like: DriftForHost; isPast: boolean; note: string | undefined }

const Shown = memo(({ drift, like, isPast, note }: ShownProps) => {
  const [focus, setFocus] = useState<LaneFocus>()
  const isTold = isToldOf(drift)
  return (
    <div className={classes.panel}>
      {note ? <p className={classes.past}>{note}</p> : null}
      {isTold ? <Sentence drift={drift} focus={focus} onFocus={setFocus} /> : <Quiet drift={drift} />}
      {isTold && drift.current && !isPast ? (
        <Decisions current={drift.current} partnershipId={drift.partnershipId} />
      ) : null}
      <Lanes drift={drift} like={like} focus={focus} onFocus={setFocus} />
      {isTold ? <Fall drift={drift} /> : null}
      {isTold && !isPast ? <Loss partnershipId={drift.partnershipId} /> : null}
      {drift.lanes.length > 0 ? <Inputs drift={drift} isPast={isPast} /> : null}
      <ToldTwice drift={drift} isPast={isPast} />
      {drift.past.length > 0 ? <PastCases cases={drift.past} /> : null}
    </div>
  )
})

type LanesProps = {
  drift: DriftForHost
  like: DriftForHost
  focus: LaneFocus | undefined
  onFocus: (focus: LaneFocus | undefined) => void
}

/** The signals that moved; the others folded. A preview shows the lanes of the answer it is `like`, so that they stay in place. */
const Lanes = ({ drift, like, focus, onFocus }: LanesProps) => {
  const { t, i18n } = useTranslation("drift")
  const words = useWords(drift)
  const [isOpen, setOpen] = useState(false)
  const moved = like.lanes.filter(({ changed }) => changed)
  const isFolded = moved.length > 0 && moved.length < like.lanes.length
  const still = like.lanes.length - moved.length
  const named = useLane((key) => drift.lanes.some((lane) => laneKey(lane) === key))
  const isAll = isOpen || (isFolded && named !== undefined && !moved.some((lane) => laneKey(lane) === named.key))
  // biome-ignore lint/correctness/useExhaustiveDependencies: `words` follows the language
  const lanes = useMemo(() => {
    const from = shownFrom(drift)
    return lanesLike(isAll || moved.length === 0 ? like.lanes : moved, drift.lanes).map((lane) =>
      laneOf(
        lane,
        {
          ...{ name: words.signal(lane.signal), company: companyOf(drift, lane) },
          level: (value) => words.value(value, lane),
        },
        from,
        drift.currency,
      ),
    )
  }, [drift, like, isAll, i18n.language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `words` follows the language
  const events = useMemo(
    () => eventsNear(drift).map((event) => laneEventOf(event, words.event(event))),
    [drift, i18n.language],
  )
  if (lanes.length === 0) return null
  return (
    <div id="drift-lanes">
      <DriftLanes
        label={t("lanes", { count: lanes.length })}
        lanes={lanes}
        events={events}
        focus={focus}
        onFocus={onFocus}
      />
      {isFolded ? (
        <Button size="compact-sm" variant="subtle" aria-expanded={isAll} onClick={() => setOpen(!isAll)}>
          {t("lanesStill", { count: still })}
        </Button>
      ) : null}
    </div>
  )
}
