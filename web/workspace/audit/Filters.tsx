import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listEventKinds } from "#contract/audit"
import { listMembers } from "#contract/people"
import { inReadingOrder } from "#core/readingOrder"
import { ActionButton } from "#ui/ActionButton"
import { FilterBar } from "#ui/FilterBar"
import { DateField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { useWords } from "./useWords.ts"
import { type AuditView, readView } from "./view.ts"

/** What the ledger is narrowed to; each choice is a part of the address. */
export const Filters = ({ view, onChange }: { view: AuditView; onChange: (change: Partial<AuditView>) => void }) => {
  const { t } = useTranslation("audit")
  const words = useWords()
  const members = useEndpoint(listMembers, {}).data?.items ?? []
  const known = useEndpoint(listEventKinds, {}).data?.items ?? []
  // A kind that another system brought comes by link.
  const kinds = [...new Set([...known.map(({ kind }) => kind), ...(view.kind === "" ? [] : [view.kind])])]
    .map((kind) => ({ value: kind, label: words.kind(kind) }))
    .sort((one, other) => inReadingOrder(one.label, other.label))
  const chosen = Object.entries(view).filter(([key, value]) => key !== "sort" && value !== "").length
  return (
    <FilterBar chosen={chosen}>
      <SelectField
        label={t("kind")}
        clearable
        searchable
        data={kinds}
        value={view.kind || null}
        onChange={(kind) => onChange({ kind: kind ?? "" })}
      />
      <SelectField
        label={t("actor")}
        clearable
        searchable
        data={members.map(({ userId, name }) => ({ value: userId, label: name }))}
        value={view.actor || null}
        onChange={(actor) => onChange({ actor: actor ?? "" })}
      />
      <DateField
        label={t("from")}
        value={view.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <DateField label={t("to")} value={view.to} onChange={(event) => onChange({ to: event.currentTarget.value })} />
      {chosen > 0 ? (
        <ActionButton variant="subtle" onClick={() => onChange({ ...readView({}), sort: view.sort })}>
          {t("clear")}
        </ActionButton>
      ) : null}
    </FilterBar>
  )
}
