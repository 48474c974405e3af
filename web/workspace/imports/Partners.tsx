import { Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { partnershipTypes } from "#contract/partnerships"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import classes from "./lines.module.css"

type Unknown = NonNullable<ImportForHost["summary"]["unknownPartners"]>
type Decision = { use: string } | { create: true } | { skip: true }
type PartnersProps = {
  unknown: Unknown
  options: Record<string, unknown>
  onDecide: (decided: Record<string, unknown>) => void
}

/** Names that are decided one by one; the others follow the rule for all. */
const shownNames = 50

const chosenIn = (decision: Decision | undefined): string | null =>
  decision === undefined ? null : "use" in decision ? decision.use : "create" in decision ? "create" : "skip"

const decisionOf = (value: string): Decision =>
  value === "create" ? { create: true } : value === "skip" ? { skip: true } : { use: value }

/** Names that no partner has: each is matched, made, or left out. */
export const Partners = ({ unknown, options, onDecide }: PartnersProps) => {
  const { t } = useTranslation(["imports", "marks"])
  const format = useFormat()
  if (unknown.length === 0) return null
  const decisions = (options["partners"] ?? {}) as Record<string, Decision>
  const rest = String(options["unknownPartners"] ?? "refuse")
  const makesSome = rest === "create" || Object.values(decisions).some((decision) => "create" in decision)
  const hidden = unknown.length - shownNames
  const decide = (name: string, value: string | null) => {
    const { [name]: _, ...others } = decisions
    onDecide({ partners: value ? { ...others, [name]: decisionOf(value) } : others })
  }
  return (
    <Panel title={t("partners.title", { count: unknown.length })} hint={t("partners.text")}>
      <ul className={classes.lines}>
        {unknown.slice(0, shownNames).map(({ name, rows, suggestions }) => (
          <li key={name} className={classes.line} data-cells="2">
            <div>
              <span className={classes.name}>{name}</span>
              <p className={classes.soft}>{t("partners.rows", { count: rows, formatted: format.number(rows) })}</p>
            </div>
            <Select
              aria-label={name}
              placeholder={t("partners.undecided")}
              value={chosenIn(decisions[name])}
              clearable
              data={[
                ...suggestions.map((each) => ({ value: each.id, label: t("partners.use", { name: each.name }) })),
                { value: "create", label: t("partners.create") },
                { value: "skip", label: t("partners.skip") },
              ]}
              onChange={(value) => decide(name, value)}
            />
          </li>
        ))}
        <li className={classes.line} data-cells="2">
          <div>
            <span className={classes.name}>{t("partners.rest")}</span>
            {hidden > 0 ? (
              <p className={classes.soft}>{t("partners.more", { count: hidden, formatted: format.number(hidden) })}</p>
            ) : null}
          </div>
          <Select
            aria-label={t("partners.rest")}
            value={rest}
            allowDeselect={false}
            data={[
              { value: "refuse", label: t("partners.refuse") },
              { value: "create", label: t("partners.createAll") },
            ]}
            onChange={(value) => onDecide({ unknownPartners: value ?? "refuse" })}
          />
        </li>
        {makesSome ? (
          <li className={classes.line} data-cells="2">
            <span className={classes.name}>{t("partners.type")}</span>
            <Select
              aria-label={t("partners.type")}
              value={String(options["partnershipType"] ?? "reseller")}
              allowDeselect={false}
              data={partnershipTypes.map((type) => ({ value: type, label: t(`marks:type.${type}`) }))}
              onChange={(partnershipType) => onDecide({ partnershipType })}
            />
          </li>
        ) : null}
      </ul>
    </Panel>
  )
}
