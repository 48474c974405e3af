import { Button, Group, Modal, MultiSelect, Stack, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listTags } from "#contract/partnerships"
import { mayLack } from "#contract/portfolio"
import { getWorkspace } from "#contract/workspaces"
import { DateField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import classes from "./MoreFilters.module.css"
import { ranges } from "./ranges.ts"
import { furtherOf, type PortfolioView, readPortfolioView } from "./view.ts"

type MoreFiltersProps = {
  view: PortfolioView
  onChange: (change: Partial<PortfolioView>) => void
  onClose: () => void
}

/** Every figure between two bounds, and what has no place in the bar. Nothing is asked before "Done". */
const MoreFilters = ({ view, onChange, onClose }: MoreFiltersProps) => {
  const { t } = useTranslation(["portfolio-more", "portfolio"])
  const currency = useEndpoint(getWorkspace, {}).data?.currency ?? ""
  const tags = useEndpoint(listTags, {}).data?.items.map(({ tag }) => tag) ?? []
  const [draft, setDraft] = useState<Record<string, unknown>>(furtherOf(view))
  const set = (key: string, value: unknown) => setDraft((before) => ({ ...before, [key]: value }))
  const take = (next: Record<string, unknown>) => {
    onChange(furtherOf(readPortfolioView(next)))
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("filter.title")}
      closeButtonProps={{ "aria-label": t("portfolio:close") }}
      size="lg"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          take(draft)
        }}
      >
        <Stack gap="sm">
          <div className={classes.texts}>
            {(["tier", "region", "program"] as const).map((key) => (
              <TextField
                key={key}
                label={t(`filter.${key}`)}
                maxLength={80}
                value={String(draft[key] ?? "")}
                onChange={(event) => set(key, event.currentTarget.value)}
              />
            ))}
          </div>
          <MultiSelect
            label={t("portfolio:column.tags")}
            searchable
            data={tags}
            value={String(draft.tag ?? "")
              .split(",")
              .filter(Boolean)}
            onChange={(names) => set("tag", names.join(","))}
          />
          <MultiSelect
            label={t("filter.without")}
            data={mayLack.map((key) => ({ value: key, label: t(`portfolio:group.of.${key}`) }))}
            value={String(draft.without ?? "")
              .split(",")
              .filter(Boolean)}
            onChange={(keys) => set("without", keys.join(","))}
          />
          {(Object.keys(ranges) as (keyof typeof ranges)[]).map((key) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row with its legend
            <div key={key} role="group" aria-label={t(`range.${key}`, { currency })} className={classes.range}>
              <Text size="sm">{t(`range.${key}`, { currency })}</Text>
              {(["From", "To"] as const).map((end) => {
                const bound = `${key}${end}`
                const way = t(end === "From" ? "filter.from" : "filter.to")
                // Seen, the row's own words and its place say which bound a field is.
                const shared = {
                  label: `${t(`range.${key}`, { currency })}, ${way}`,
                  labelProps: { className: classes.unseen },
                  size: "xs" as const,
                }
                return ranges[key] === "day" ? (
                  <DateField
                    key={end}
                    {...shared}
                    value={String(draft[bound] ?? "")}
                    onChange={(event) => set(bound, event.currentTarget.value)}
                  />
                ) : (
                  <NumberField
                    key={end}
                    {...shared}
                    placeholder={way}
                    value={(draft[bound] as number | undefined) ?? ""}
                    onChange={(value) => set(bound, value)}
                    {...(ranges[key] === "rate" ? { min: 0, max: 100 } : {})}
                  />
                )
              })}
            </div>
          ))}
          <Group justify="space-between" mt="xs">
            <Button variant="subtle" onClick={() => take({})}>
              {t("filter.clear")}
            </Button>
            <Button type="submit">{t("filter.done")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

export default MoreFilters
