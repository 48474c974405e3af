import { useMemo, useState } from "react"
import { HealthMark } from "#marks/HealthMark"
import { KeptRate } from "#marks/KeptRate"
import { OnsetBand } from "#marks/OnsetBand"
import { Sparkline } from "#marks/Sparkline"
import { StageBadge } from "#marks/StageBadge"
import { TypeBadge } from "#marks/TypeBadge"
import { type Column, DataTable, type Sort } from "#ui/DataTable"
import { Panel } from "#ui/Panel"
import { EmptyState } from "#ui/states"
import { DateText, MoneyText, Unknown } from "#ui/text"
import { showDone } from "#ui/toast"
import { rows, type SampleRow } from "./sample.ts"

const columns: readonly Column<SampleRow>[] = [
  { key: "name", title: "Partner", width: 200, grow: 2, sort: "name", cell: (row) => row.name },
  { key: "health", title: "Health", width: 120, cell: (row) => <HealthMark health={row.health} isSmall /> },
  {
    key: "onset",
    title: "Onset",
    width: 136,
    isWideOnly: true,
    cell: (row) =>
      row.health === "drifting" ? (
        <OnsetBand
          onset="2026-03-11"
          from="2026-03-02"
          to="2026-03-25"
          seen="2026-04-06"
          start="2025-12-01"
          end="2026-08-01"
        />
      ) : (
        <Unknown />
      ),
  },
  {
    key: "kept",
    title: "Promises kept",
    width: 240,
    cell: (row) => <KeptRate ours={row.ours} theirs={row.theirs} isSmall />,
  },
  { key: "type", title: "Type", width: 170, isWideOnly: true, cell: (row) => <TypeBadge type={row.type} /> },
  { key: "stage", title: "Stage", width: 130, cell: (row) => <StageBadge stage={row.stage} isSmall /> },
  {
    key: "trend",
    title: "Activity",
    width: 116,
    isWideOnly: true,
    cell: (row) => <Sparkline label="Activity of 20 weeks" values={row.trend} />,
  },
  {
    key: "value",
    title: "Value",
    width: 90,
    align: "end",
    sort: "value",
    cell: (row) => (
      <MoneyText isCompact money={row.value === undefined ? undefined : { amountMinor: row.value, currency: "EUR" }} />
    ),
  },
  { key: "owner", title: "Owner", width: 130, isOptional: true, isWideOnly: true, cell: (row) => row.owner },
  { key: "next", title: "Next review", width: 120, align: "end", cell: (row) => <DateText on={row.next} /> },
]

/** A hundred thousand rows, to feel whether they scroll. */
export const Table = () => {
  const [sort, setSort] = useState<Sort>("name")
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const all = useMemo(() => rows(100_000), [])
  return (
    <Panel title="Partnerships" isFlush>
      <DataTable
        label="Partnerships"
        rows={all}
        columns={columns}
        rowKey={(row) => row.id}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
        onOpen={(row) => showDone(`Opened ${row.name}.`)}
        maxHeight="420px"
        empty={<EmptyState title="No partnerships">Import them or add the first one.</EmptyState>}
      />
    </Panel>
  )
}
