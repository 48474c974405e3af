import { Button, Select } from "@mantine/core"
import { IconAdjustmentsHorizontal } from "@tabler/icons-react"
import { lazy, memo, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { partnershipTypes, stages } from "#contract/partnerships"
import { listMembers } from "#contract/people"
import { FilterBar } from "#ui/FilterBar"
import { SearchField } from "#ui/SearchField"
import { useFurtherWords } from "./furtherWords.ts"
import { GroupBy } from "./GroupBy.tsx"
import { StripLegend } from "./StripLegend.tsx"
import { filterOf, furtherOf, type PortfolioView } from "./view.ts"

const MoreFilters = lazy(() => import("./MoreFilters.lazy.tsx"))

type FiltersProps = { view: PortfolioView; onChange: (change: Partial<PortfolioView>) => void }

/** What narrows the portfolio; everything lands in the address. */
export const Filters = memo(({ view, onChange }: FiltersProps) => {
  const { t } = useTranslation(["portfolio", "marks"])
  const members = useEndpoint(listMembers, {})
  const chosen = <T extends string>(value: string | null) => (value === null ? undefined : (value as T))
  const { search: _, ...others } = filterOf(view)
  const set = Object.values(others).filter((value) => value !== undefined)
  const further = Object.values(furtherOf(view)).filter((value) => value !== undefined)
  const [isOpen, setOpen] = useState(false)
  return (
    <FilterBar
      isNarrow
      further={useFurtherWords(view)}
      chosen={set.length}
      find={
        <SearchField
          size="xs"
          w={150}
          label={t("filter.search")}
          value={view.search ?? ""}
          onChange={(text) => onChange({ search: text || undefined })}
        />
      }
    >
      <Select
        size="xs"
        w={112}
        clearable
        aria-label={t("filter.drift")}
        placeholder={t("filter.drift")}
        data={[
          { value: "true", label: t("filter.drifting") },
          { value: "silent", label: t("filter.silent") },
          { value: "false", label: t("filter.notDrifting") },
        ]}
        value={view.silent ? "silent" : (view.drifting ?? null)}
        onChange={(value) =>
          onChange(
            value === "silent"
              ? { silent: "true", drifting: undefined }
              : { silent: undefined, drifting: chosen(value) },
          )
        }
      />
      <Select
        size="xs"
        w={120}
        clearable
        aria-label={t("filter.type")}
        placeholder={t("filter.type")}
        data={partnershipTypes.map((type) => ({ value: type, label: t(`marks:type.${type}`) }))}
        value={view.type ?? null}
        onChange={(value) => onChange({ type: chosen(value) })}
      />
      <Select
        size="xs"
        w={112}
        clearable
        aria-label={t("filter.stage")}
        placeholder={t("filter.stage")}
        data={stages.map((stage) => ({ value: stage, label: t(`marks:stage.${stage}`) }))}
        value={view.stage ?? null}
        onChange={(value) => onChange({ stage: chosen(value) })}
      />
      <Select
        size="xs"
        w={120}
        clearable
        searchable
        aria-label={t("filter.owner")}
        placeholder={t("filter.owner")}
        data={(members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={view.owner ?? null}
        onChange={(value) => onChange({ owner: value ?? undefined })}
      />
      <Button
        size="xs"
        variant={further.length > 0 ? "light" : "default"}
        leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {further.length > 0 ? `${t("filter.more")} (${further.length})` : t("filter.more")}
      </Button>
      {view.view === "map" ? null : <GroupBy view={view} onChange={onChange} />}
      <StripLegend />
      {isOpen ? (
        <Suspense>
          <MoreFilters view={view} onChange={onChange} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </FilterBar>
  )
})
