import { SegmentedControl, Stack } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { type Coverage as CoverageShown, entryKinds, getCoverage, placeKinds } from "#contract/recruitment"
import { recruitPath } from "#paths/recruit"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { AddTarget } from "./AddTarget.tsx"
import { CellDialog } from "./CellDialog.tsx"
import { GapList } from "./GapList.tsx"
import { HeatMap } from "./HeatMap.tsx"
import { type Spot, useSpotNames } from "./spots.ts"
import { Unknowns } from "./Unknowns.tsx"
import { WorldMap } from "./WorldMap.tsx"

const readView = (raw: Record<string, unknown>) => ({
  places: placeKinds.find((kind) => kind === raw.places) ?? ("area" as const),
  entries: entryKinds.find((kind) => kind === raw.entries) ?? ("industry" as const),
})

/** Where partners are wanted and where they are: the gaps first, then everything as a map of cells. */
const Coverage = () => {
  const { t } = useTranslation("coverage")
  const { t: recruit } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readView)
  const found = useEndpoint(getCoverage, { query: view }, { keepsPrevious: true })
  return (
    <Page
      title={t("title")}
      answer={t("answer")}
      back={{ to: recruitPath(slug), label: recruit("title") }}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t("places.label")}
            data={placeKinds.map((value) => ({ value, label: t(`places.${value}`) }))}
            value={view.places}
            onChange={(places) => void setView(readView({ ...view, places }))}
          />
          <SegmentedControl
            size="xs"
            aria-label={t("entries.label")}
            data={entryKinds.map((value) => ({ value, label: t(`entries.${value}`) }))}
            value={view.entries}
            onChange={(entries) => void setView(readView({ ...view, entries }))}
          />
        </>
      }
    >
      <Loaded from={found}>{(coverage) => <Shown coverage={coverage} />}</Loaded>
    </Page>
  )
}

const Shown = ({ coverage }: { coverage: CoverageShown }) => {
  const { t } = useTranslation("coverage")
  const [open, setOpen] = useState<Spot>()
  const names = useSpotNames(coverage)
  const { rows, columns, furtherRows, furtherColumns } = coverage
  const isEmpty = rows.length === 0 && columns.length === 0
  const further = furtherRows + furtherColumns
  return (
    <Stack gap="lg">
      <Panel title={t("gaps.title")} hint={t("gaps.hint")} isFlush>
        <GapList coverage={coverage} names={names} onOpen={setOpen} />
      </Panel>
      <Panel
        title={t("map.title")}
        hint={[
          t("map.hint"),
          ...(further > 0 ? [t("map.further", { rows: furtherRows, columns: furtherColumns })] : []),
        ].join(" ")}
        aside={<AddTarget coverage={coverage} />}
        isFlush
      >
        {isEmpty ? (
          <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
        ) : (
          <HeatMap coverage={coverage} names={names} onOpen={setOpen} />
        )}
      </Panel>
      {coverage.countries.length === 0 ? null : (
        <Panel title={t("world.title")} hint={t("world.hint")} isFlush>
          <WorldMap countries={coverage.countries} />
        </Panel>
      )}
      <Unknowns coverage={coverage} />
      {open ? <CellDialog coverage={coverage} spot={open} names={names} onClose={() => setOpen(undefined)} /> : null}
    </Stack>
  )
}

export default Coverage
