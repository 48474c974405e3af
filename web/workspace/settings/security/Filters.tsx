import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listMembers } from "#contract/people"
import { ActionButton } from "#ui/ActionButton"
import { FilterBar } from "#ui/FilterBar"
import { DateField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { useSecurityWords } from "./useSecurityWords.ts"
import { readView, type SecurityView } from "./view.ts"

type FiltersProps = {
  view: SecurityView
  kinds: readonly string[]
  /** Of those in the list, which are no members: a partner's people. */
  people: readonly Readonly<{ id: string; name: string }>[]
  onChange: (change: Partial<SecurityView>) => void
}

/** What the log is narrowed to; each choice is a part of the address. */
export const Filters = ({ view, kinds, people, onChange }: FiltersProps) => {
  const { t } = useTranslation("security")
  const words = useSecurityWords()
  const members = useEndpoint(listMembers, {}).data?.items ?? []
  const names = new Map([...people.map(({ id, name }) => [id, name] as const), ...members.map(named)])
  const chosen = Object.keys(view).filter((key) => key !== "sort" && view[key as keyof SecurityView] !== "").length
  return (
    <FilterBar chosen={chosen}>
      <SelectField
        label={t("kindFilter")}
        clearable
        searchable
        data={[...new Set([...kinds, ...(view.kind === "" ? [] : [view.kind])])].map((kind) => ({
          value: kind,
          label: words.kind(kind),
        }))}
        value={view.kind || null}
        onChange={(kind) => onChange({ kind: kind ?? "" })}
      />
      <SelectField
        label={t("personFilter")}
        clearable
        searchable
        data={[...names].map(([value, label]) => ({ value, label }))}
        value={view.person || null}
        onChange={(person) => onChange({ person: person ?? "" })}
      />
      <DateField
        label={t("since")}
        value={view.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <DateField label={t("until")} value={view.to} onChange={(event) => onChange({ to: event.currentTarget.value })} />
      {chosen > 0 ? (
        <ActionButton variant="subtle" onClick={() => onChange(readView({}))}>
          {t("clear")}
        </ActionButton>
      ) : null}
    </FilterBar>
  )
}

const named = ({ userId, name }: { userId: string; name: string }) => [userId, name] as const
