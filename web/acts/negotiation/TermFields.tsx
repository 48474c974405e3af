import { Button, Group } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { minorPerMajor } from "#core/money"
import { TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { Panel } from "#ui/Panel"
import type { TermKind, Terms } from "./clauses.ts"
import classes from "./negotiation.module.css"

const kinds = [
  ...(["margin", "commission", "payment_days", "answer_hours", "protection_days"] as const),
  ...(["minimum_amount", "liability_cap", "territory", "exclusivity", "governing_law"] as const),
] satisfies TermKind[]

type TermFieldsProps = {
  terms: Terms
  currency: string
  onChange: (terms: Terms) => void
  /** Puts the value into the words, where the cursor stands. */
  onInsert: (kind: TermKind) => void
}

/** What the agreement says as data: set here once, shown in the words wherever it is named, and read by the rest of the product. */
export const TermFields = ({ terms, currency, onChange, onInsert }: TermFieldsProps) => {
  const { t } = useTranslation("negotiation")
  const set = (kind: TermKind, value: Terms[TermKind]) => {
    const { [kind]: _, ...others } = terms
    onChange(value === undefined ? others : ({ ...others, [kind]: value } as Terms))
  }
  return (
    <Panel title={t("terms")} hint={t("edit.termsHint")}>
      <div className={classes.fields}>
        {kinds.map((kind) => (
          <Group key={kind} gap="xs" align="end" wrap="nowrap">
            <TermField kind={kind} terms={terms} currency={currency} onChange={(value) => set(kind, value)} />
            <Button
              variant="subtle"
              size="xs"
              aria-label={t("edit.insertTerm", { term: t(`term.name.${kind}`) })}
              onClick={() => onInsert(kind)}
            >
              {t("edit.insert")}
            </Button>
          </Group>
        ))}
      </div>
    </Panel>
  )
}

type TermFieldProps = { kind: TermKind; terms: Terms; currency: string; onChange: (value: Terms[TermKind]) => void }

const TermField = ({ kind, terms, currency, onChange }: TermFieldProps) => {
  const { t } = useTranslation("negotiation")
  const label = t(`term.name.${kind}`)
  if (kind === "territory" || kind === "exclusivity" || kind === "governing_law")
    return (
      <TextField
        label={label}
        maxLength={kind === "governing_law" ? 200 : 500}
        value={terms[kind] ?? ""}
        onChange={({ currentTarget: { value } }) => onChange(value.trim() === "" ? undefined : value)}
        style={{ flex: 1 }}
      />
    )
  if (kind === "minimum_amount" || kind === "liability_cap") {
    const held = terms[kind]
    const unit = held?.currency ?? currency
    return (
      <NumberField
        label={t("term.money", { term: label, currency: unit })}
        min={0}
        max={1e12}
        value={held === undefined ? "" : held.amountMinor / minorPerMajor(unit)}
        onChange={(value) =>
          onChange(
            typeof value === "number"
              ? { amountMinor: Math.round(value * minorPerMajor(unit)), currency: unit }
              : undefined,
          )
        }
        style={{ flex: 1 }}
      />
    )
  }
  const isShare = kind === "margin" || kind === "commission"
  return (
    <NumberField
      label={t(isShare ? "term.percent" : kind === "answer_hours" ? "term.inHours" : "term.inDays", { term: label })}
      min={0}
      max={isShare ? 100 : kind === "answer_hours" ? 8_784 : 3_650}
      allowDecimal={isShare || kind === "answer_hours"}
      value={terms[kind] ?? ""}
      onChange={(value) => onChange(typeof value === "number" ? value : undefined)}
      style={{ flex: 1 }}
    />
  )
}
