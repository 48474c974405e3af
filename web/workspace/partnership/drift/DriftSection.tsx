import { Button, Group } from "@mantine/core"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { type DriftForHost, getDrift } from "#contract/drift"
import { DriftLanes, type LaneFocus } from "#marks/DriftLanes"
import { DateField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { Decisions } from "./Decisions.tsx"
import classes from "./drift.module.css"
import { Fall } from "./Fall.tsx"
import { Inputs } from "./Inputs.tsx"
import { Loss } from "./Loss.tsx"
import { eventsNear, laneEventOf, laneOf, shownFrom } from "./lanes.ts"
import { PastCases } from "./PastCases.tsx"
import { Quiet } from "./Quiet.tsx"
import { Sentence } from "./Sentence.tsx"
import { useWords } from "./useWords.ts"

/** A day in the address; anything else is today. */
const readAsOf = (raw: Record<string, unknown>): { asOf: string | undefined } => ({
  asOf: typeof raw.asOf === "string" && /^\d{4}-\d{2}-\d{2}$/.test(raw.asOf) ? raw.asOf : undefined,
})

/** The drift panel: what happened, when, why, who let go first, and the evidence for every word of it. */
export const DriftSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("drift")
  const [{ asOf }, setView] = useView(readAsOf)
  const drift = useEndpoint(
    getDrift,
    { params: { partnership: partnershipId }, query: { asOf } },
    { keepsPrevious: true },
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
            onChange={({ currentTarget }) => void setView({ asOf: currentTarget.value || undefined }, { isStep: true })}
          />
          {asOf ? (
            <Button size="xs" variant="subtle" onClick={() => void setView({ asOf: undefined }, { isStep: true })}>
              {t("today")}
            </Button>
          ) : null}
        </Group>
      }
    >
      <Loaded from={drift}>{(shown) => <Shown drift={shown} isPast={asOf !== undefined} />}</Loaded>
    </Panel>
  )
}

const Shown = ({ drift, isPast }: { drift: DriftForHost; isPast: boolean }) => {
  const { t } = useTranslation("drift")
  const format = useFormat()
  const [focus, setFocus] = useState<LaneFocus>()
  const isTold = drift.drifting && !drift.isSettled
  return (
    <div className={classes.panel}>
      {isPast ? <p className={classes.past}>{t("pastView", { asOf: format.date(drift.asOf) })}</p> : null}
      {isTold ? <Sentence drift={drift} focus={focus} onFocus={setFocus} /> : <Quiet drift={drift} />}
      {isTold && drift.current && !isPast ? <Decisions current={drift.current} /> : null}
      <Lanes drift={drift} focus={focus} onFocus={setFocus} />
      {isTold ? <Fall drift={drift} /> : null}
      {isTold && !isPast ? <Loss partnershipId={drift.partnershipId} /> : null}
      {drift.lanes.length > 0 ? <Inputs drift={drift} isPast={isPast} /> : null}
      {drift.past.length > 0 ? <PastCases cases={drift.past} /> : null}
    </div>
  )
}

type LanesProps = { drift: DriftForHost; focus: LaneFocus | undefined; onFocus: (focus: LaneFocus | undefined) => void }

/** The signals that moved; the others on request. */
const Lanes = ({ drift, focus, onFocus }: LanesProps) => {
  const { t, i18n } = useTranslation("drift")
  const words = useWords()
  const [isAll, setAll] = useState(false)
  const moved = drift.lanes.filter(({ changed }) => changed)
  const hasMore = moved.length > 0 && moved.length < drift.lanes.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: `words` follows the language
  const lanes = useMemo(() => {
    const from = shownFrom(drift)
    return (isAll || moved.length === 0 ? drift.lanes : moved).map((lane) =>
      laneOf(lane, words.signal(lane.signal), from),
    )
  }, [drift, isAll, i18n.language])
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
      {hasMore ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(!isAll)}>
          {isAll ? t("lanesMoved") : t("lanesAll", { count: drift.lanes.length })}
        </Button>
      ) : null}
    </div>
  )
}
