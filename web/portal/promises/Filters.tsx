import { useTranslation } from "react-i18next"
import { useVendors } from "#client/useVendors"
import { ActionButton } from "#ui/ActionButton"
import { FilterBar } from "#ui/FilterBar"
import { DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { owings, type RegisterView, readView, standings } from "./view.ts"

type FiltersProps = { view: RegisterView; onChange: (change: Partial<RegisterView>) => void }

const spoken = ["open", "overdue", "all"] as const
const isSpoken = (standing: string): standing is (typeof spoken)[number] =>
  (spoken as readonly string[]).includes(standing)

const narrowing = ["vendor", "owing", "standing", "from", "to"] as const

/** What the register is narrowed to; each choice is a part of the address. */
export const Filters = ({ view, onChange }: FiltersProps) => {
  const { t } = useTranslation("portal/promises")
  const { t: mark } = useTranslation("marks")
  const vendors = useVendors()
  const usual = readView({})
  const chosen = narrowing.filter((part) => view[part] !== usual[part]).length
  return (
    <FilterBar
      find={<Words key={view.text} text={view.text} onChange={(text) => onChange({ text })} />}
      chosen={chosen}
    >
      {vendors.length > 1 ? (
        <SelectField
          label={t("filters.vendor")}
          data={[
            { value: "", label: t("filters.allVendors") },
            ...vendors.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          value={vendors.some(({ slug }) => slug === view.vendor) ? view.vendor : ""}
          onChange={(vendor) => onChange({ vendor: vendor ?? "" })}
        />
      ) : null}
      <SelectField
        label={t("filters.owing")}
        data={owings.map((value) => ({ value, label: t(`owing.${value === "" ? "both" : value}`) }))}
        value={view.owing}
        onChange={(owing) => onChange({ owing: readView({ owing }).owing })}
      />
      <SelectField
        label={t("filters.standing")}
        data={standings.map((value) => ({
          value,
          label: isSpoken(value) ? t(`standing.${value}`) : mark(`occurrence.${value}`),
        }))}
        value={view.standing}
        onChange={(standing) => onChange({ standing: readView({ standing }).standing })}
      />
      <DateField
        label={t("filters.from")}
        value={view.from}
        onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
      />
      <DateField
        label={t("filters.to")}
        value={view.to}
        onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
      />
      <SelectField
        label={t("filters.sort")}
        data={(["dueOn", "-dueOn"] as const).map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={view.sort}
        onChange={(sort) => onChange({ sort: readView({ sort }).sort })}
      />
      {chosen > 0 || view.text !== "" ? (
        <ActionButton variant="subtle" onClick={() => onChange({ ...readView({}), sort: view.sort })}>
          {t("filters.clear")}
        </ActionButton>
      ) : null}
    </FilterBar>
  )
}

/** Asked for when Enter is pressed or the field is left: each letter would be a question to every vendor. */
const Words = ({ text, onChange }: { text: string; onChange: (text: string) => void }) => {
  const { t } = useTranslation("portal/promises")
  const tell = (typed: string) => (typed.trim() === text ? undefined : onChange(typed.trim()))
  return (
    <TextField
      type="search"
      label={t("filters.text")}
      maxLength={100}
      defaultValue={text}
      onBlur={({ currentTarget }) => tell(currentTarget.value)}
      onKeyDown={({ key, currentTarget, nativeEvent }) =>
        key === "Enter" && !nativeEvent.isComposing ? tell(currentTarget.value) : undefined
      }
    />
  )
}
