import { useDebouncedCallback } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listMembers } from "#contract/people"
import { ActionButton } from "#ui/ActionButton"
import { DateField, SelectField, TextField } from "#ui/fields"
import classes from "./Audit.module.css"
import { type AuditView, readView } from "./view.ts"

/** What the ledger is narrowed to; each choice is a part of the address. */
export const Filters = ({ view, onChange }: { view: AuditView; onChange: (change: Partial<AuditView>) => void }) => {
  const { t } = useTranslation("audit")
  const members = useEndpoint(listMembers, {}).data?.items ?? []
  const typed = useDebouncedCallback((kind: string) => onChange({ kind: kind.trim() }), 300)
  const isNarrowed = Object.entries(view).some(([key, value]) => key !== "sort" && value !== "")
  return (
    <search className={classes.filters}>
      <TextField
        key={view.kind === "" ? "empty" : "filled"}
        label={t("kind")}
        placeholder="partnership.moved"
        defaultValue={view.kind}
        onChange={(event) => typed(event.currentTarget.value)}
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
      {isNarrowed ? (
        <ActionButton variant="subtle" onClick={() => onChange({ ...readView({}), sort: view.sort })}>
          {t("clear")}
        </ActionButton>
      ) : null}
    </search>
  )
}
