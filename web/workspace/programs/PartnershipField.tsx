import { useDebouncedValue } from "@mantine/hooks"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { isLive, type PartnershipType } from "#contract/partnerships"
import { listPartnerships } from "#contract/portfolio"
import { SelectField } from "#ui/SelectField"

export type Found = Readonly<{ id: string; name: string }>

type PartnershipFieldProps = Omit<ComponentProps<typeof SelectField>, "data" | "value" | "onChange"> & {
  /** Only of this type; null is any. */
  partnershipType: PartnershipType | null
  /** Those that are in already: found, and not to be chosen again. */
  within: ReadonlySet<string>
  value: Found | null
  onChange: (found: Found) => void
  /** What stands in the field, so that it can be emptied for the next. */
  typed: string
  onTyped: (text: string) => void
}

const mostShown = 20

/** Finds a partnership by typing its name: the server looks through all of them. Who can not be chosen says why. */
export const PartnershipField = ({
  partnershipType: type,
  within,
  value,
  onChange,
  typed,
  onTyped,
  ...props
}: PartnershipFieldProps) => {
  const { t } = useTranslation("programs")
  const [search] = useDebouncedValue(typed.trim(), 200)
  const filter = { ...(search === "" ? {} : { search }), ...(type === null ? {} : { type }) }
  const found = useEndpoint(
    listPartnerships,
    { query: { sort: "name", limit: mostShown, ...filter } },
    { keepsPrevious: true },
  )
  const options = (found.data?.items ?? []).map(({ id, name, stage }) => {
    if (within.has(id)) return { value: id, name, label: t("add.isIn", { name }), disabled: true }
    return isLive(stage)
      ? { value: id, name, label: name, disabled: false }
      : { value: id, name, label: t("add.isOver", { name }), disabled: true }
  })
  const others = options.filter((option) => option.value !== value?.id)
  return (
    <SelectField
      {...props}
      value={value?.id ?? null}
      onChange={(id) => {
        const chosen = options.find((option) => option.value === id)
        if (chosen) onChange({ id: chosen.value, name: chosen.name })
      }}
      searchable
      openOnFocus={false}
      searchValue={typed}
      onSearchChange={onTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={t("add.nobody")}
      data={[...(value ? [{ value: value.id, label: value.name, disabled: false }] : []), ...others]}
    />
  )
}
