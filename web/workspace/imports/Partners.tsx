import { Select, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { Panel } from "#ui/Panel"

type Unknown = NonNullable<ImportForHost["summary"]["unknownPartners"]>
type Decision = { use: string } | { create: true } | { skip: true }
type PartnersProps = {
  unknown: Unknown
  options: Record<string, unknown>
  onDecide: (decided: Record<string, unknown>) => void
}

const chosenIn = (decision: Decision | undefined): string =>
  decision === undefined ? "" : "use" in decision ? decision.use : "create" in decision ? "create" : "skip"

const decisionOf = (value: string): Decision =>
  value === "create" ? { create: true } : value === "skip" ? { skip: true } : { use: value }

/** Names that no partner has: each is matched, made, or left out. */
export const Partners = ({ unknown, options, onDecide }: PartnersProps) => {
  const { t } = useTranslation("imports")
  if (unknown.length === 0) return null
  const decisions = (options["partners"] ?? {}) as Record<string, Decision>
  const decide = (name: string, value: string | null) => {
    const { [name]: _, ...others } = decisions
    onDecide({ partners: value ? { ...others, [name]: decisionOf(value) } : others })
  }
  return (
    <Panel title={t("partners.title", { count: unknown.length })} hint={t("partners.text")}>
      <Stack>
        <Select
          label={t("partners.rest")}
          value={String(options["unknownPartners"] ?? "refuse")}
          allowDeselect={false}
          data={[
            { value: "refuse", label: t("partners.refuse") },
            { value: "create", label: t("partners.createAll") },
          ]}
          onChange={(value) => onDecide({ unknownPartners: value ?? "refuse" })}
        />
        {unknown.slice(0, 50).map(({ name, rows, suggestions }) => (
          <Select
            key={name}
            label={t("partners.name", { name, count: rows })}
            placeholder={t("partners.undecided")}
            value={chosenIn(decisions[name]) || null}
            clearable
            data={[
              ...suggestions.map((each) => ({ value: each.id, label: t("partners.use", { name: each.name }) })),
              { value: "create", label: t("partners.create") },
              { value: "skip", label: t("partners.skip") },
            ]}
            onChange={(value) => decide(name, value)}
          />
        ))}
      </Stack>
    </Panel>
  )
}
