import { Select, TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { IconSearch } from "@tabler/icons-react"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { partnershipTypes, stages } from "#contract/partnerships"
import { listMembers } from "#contract/people"
import type { PortfolioView } from "./view.ts"

type FiltersProps = { view: PortfolioView; onChange: (change: Partial<PortfolioView>) => void }

/** What narrows the portfolio; everything lands in the address. */
export const Filters = memo(({ view, onChange }: FiltersProps) => {
  const { t } = useTranslation(["portfolio", "marks"])
  const members = useEndpoint(listMembers, {})
  const search = useDebouncedCallback((text: string) => onChange({ search: text.trim() || undefined }), 250)
  const chosen = <T extends string>(value: string | null) => (value === null ? undefined : (value as T))
  return (
    <>
      <TextInput
        key={view.search === undefined ? "empty" : "filled"}
        size="xs"
        w={170}
        aria-label={t("filter.search")}
        placeholder={t("filter.search")}
        leftSection={<IconSearch size={14} aria-hidden />}
        defaultValue={view.search ?? ""}
        onChange={({ currentTarget }) => search(currentTarget.value)}
      />
      <Select
        size="xs"
        w={130}
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
        w={150}
        clearable
        aria-label={t("filter.type")}
        placeholder={t("filter.type")}
        data={partnershipTypes.map((type) => ({ value: type, label: t(`marks:type.${type}`) }))}
        value={view.type ?? null}
        onChange={(value) => onChange({ type: chosen(value) })}
      />
      <Select
        size="xs"
        w={130}
        clearable
        aria-label={t("filter.stage")}
        placeholder={t("filter.stage")}
        data={stages.map((stage) => ({ value: stage, label: t(`marks:stage.${stage}`) }))}
        value={view.stage ?? null}
        onChange={(value) => onChange({ stage: chosen(value) })}
      />
      <Select
        size="xs"
        w={140}
        clearable
        searchable
        aria-label={t("filter.owner")}
        placeholder={t("filter.owner")}
        data={(members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={view.owner ?? null}
        onChange={(value) => onChange({ owner: value ?? undefined })}
      />
    </>
  )
})
