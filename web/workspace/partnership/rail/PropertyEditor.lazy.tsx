import { type KeyboardEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { AreaField, DateField, TextField } from "#ui/fields"
import { CurrencyField } from "#ui/placeFields"
import { SelectField } from "#ui/SelectField"
import classes from "./rail.module.css"
import { TagsEditor } from "./TagsEditor.tsx"
import type { Unsaved } from "./useSave.ts"

type PropertyEditorProps = {
  label: string
  kind: "text" | "tags" | "area" | "date" | "owner" | "currency" | "choice"
  /** As it is now, also when somebody else has just changed it. */
  value: string
  isNeeded?: boolean
  choices?: readonly Readonly<{ value: string; label: string }>[]
  /** `name` is what was chosen, in words. */
  onSave: (value: string, name: string) => Promise<Unsaved>
  onClose: () => void
}

/** The field of one property. What was typed stays until it is kept. */
export const PropertyEditor = ({ label, kind, value, isNeeded, choices, onSave, onClose }: PropertyEditorProps) => {
  const { t } = useTranslation("partnership")
  const [typed, setTyped] = useState(value)
  const [error, setError] = useState<Unsaved>()
  const [isSaving, setSaving] = useState(false)

  const save = async (wanted: string, name = wanted) => {
    if (isSaving) return
    if (wanted.trim() === value.trim()) return onClose()
    if (isNeeded && wanted.trim() === "") return setError({ reason: t("rail.needed") })
    setSaving(true)
    const unsaved = await onSave(wanted.trim(), name)
    setSaving(false)
    setError(unsaved)
    if (unsaved === undefined) onClose()
  }
  const said =
    error === "changed-meanwhile"
      ? t("rail.changedMeanwhile", { what: label, now: value || t("rail.empty") })
      : error?.reason
  const field = {
    label,
    classNames: { label: classes.unseen },
    error: said,
    size: "xs" as const,
    readOnly: isSaving,
    autoFocus: true,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose()
      if (event.key === "Enter" && (kind !== "area" || event.metaKey || event.ctrlKey)) {
        event.preventDefault()
        if (kind === "text" || kind === "date" || kind === "area") void save(typed)
      }
    },
  }
  const choose = (chosen: string | null, option?: { label: string }) => {
    setTyped(chosen ?? "")
    void save(chosen ?? "", option?.label ?? "")
  }
  const typing = {
    ...field,
    value: typed,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setTyped(currentTarget.value),
    // Whoever goes elsewhere has finished; after a "no" they may leave it.
    onBlur: () => (error === undefined ? void save(typed) : onClose()),
  }
  const choosing = {
    ...field,
    value: typed,
    defaultDropdownOpened: true,
    onBlur: () => (isSaving || error !== undefined ? undefined : onClose()),
    onChange: choose as never,
  }
  if (kind === "tags") {
    const { size: _, onKeyDown: __, ...tags } = field
    return (
      <TagsEditor field={tags} value={typed} onChange={setTyped} onDone={(all) => void save(all)} onCancel={onClose} />
    )
  }
  if (kind === "owner") return <OwnerField {...choosing} />
  if (kind === "currency") return <CurrencyField {...choosing} />
  if (kind === "choice") return <SelectField {...choosing} data={choices ?? []} />
  if (kind === "area") return <AreaField {...typing} />
  return kind === "date" ? <DateField {...typing} /> : <TextField {...typing} />
}
