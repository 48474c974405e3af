import { Button, Group, List, Modal, Stack, Text } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { ExportMenu } from "#acts/ExportMenu"
import { OwnerField } from "#acts/OwnerField"
import { readAgain } from "#client/act"
import { fetchFile } from "#client/fetchFile"
import { editPartnership } from "#contract/partnerships"
import { downloadPortfolio } from "#contract/portfolio"
import { TextField } from "#ui/fields"
import { useLocale } from "#ui/text"
import { showDone } from "#ui/toast"
import { type BulkChange, type BulkResult, bulkEdit, undoBulk } from "./bulkEdit.ts"
import { mostSelected } from "./selection.ts"

const TagsDialog = lazy(() => import("./TagsDialog.lazy.tsx"))

type SelectedProps = {
  rows: readonly Readonly<{ id: string; name: string; tags: readonly string[] }>[]
  columns: readonly string[] | undefined
  onClear: () => void
}

/** What is done with the lines that are selected: to each by itself, and what was refused is told by name. */
const Selected = ({ rows, columns, onClear }: SelectedProps) => {
  const { t } = useTranslation(["portfolio-more", "portfolio", "acts"])
  const locale = useLocale()
  const [asked, setAsked] = useState<"owner" | "tier" | "tags">()
  const [value, setValue] = useState("")
  const [isWorking, setWorking] = useState(false)
  const [refused, setRefused] = useState<BulkResult["refused"]>([])
  const isTooMany = rows.length > mostSelected
  const settle = async (work: Promise<BulkResult>, isUndo: boolean) => {
    setWorking(true)
    const result = await work.finally(() => setWorking(false))
    await readAgain(editPartnership, { params: { partnership: "" } } as never)
    setRefused(result.refused)
    const said = t(isUndo ? "bulk.undone" : "bulk.done", { count: result.done.length })
    if (result.done.length > 0) showDone(said, isUndo ? undefined : () => settle(undoBulk(result), true))
  }
  const carryOut = async () => {
    const wanted: BulkChange = asked === "owner" ? { ownerId: value || null } : { tier: value.trim() || null }
    setAsked(undefined)
    await settle(
      bulkEdit(rows, () => wanted),
      false,
    )
  }
  const open = (what: "owner" | "tier") => {
    setValue("")
    setAsked(what)
  }
  const fileOf = (form: "xlsx" | "csv", label: string) => ({
    key: form,
    label,
    get: () =>
      fetchFile(downloadPortfolio, {
        query: {
          only: rows.map(({ id }) => id).join(","),
          form,
          locale,
          ...(columns === undefined ? {} : { columns: columns.join(",") }),
        },
      }),
  })
  return (
    <Group gap="xs" role="group" aria-label={t("bulk.label")}>
      <Text size="sm" fw={550} aria-live="polite">
        {t("bulk.selected", { count: rows.length })}
      </Text>
      {isTooMany ? (
        <Text size="sm" c="dimmed">
          {t("bulk.tooMany", { count: mostSelected })}
        </Text>
      ) : (
        <>
          <Button size="xs" variant="default" loading={isWorking} onClick={() => open("owner")}>
            {t("bulk.owner")}
          </Button>
          <Button size="xs" variant="default" loading={isWorking} onClick={() => open("tier")}>
            {t("bulk.tier")}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsked("tags")}>
            {t("bulk.tags")}
          </Button>
          <ExportMenu
            size="xs"
            groups={[{ exports: [fileOf("xlsx", t("acts:export.sheet")), fileOf("csv", t("acts:export.rows"))] }]}
          />
        </>
      )}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t("bulk.clear")}
      </Button>
      {asked === "tags" ? (
        <Suspense>
          <TagsDialog rows={rows} onClose={() => setAsked(undefined)} />
        </Suspense>
      ) : asked ? (
        <Modal
          opened
          onClose={() => setAsked(undefined)}
          title={t(`bulk.${asked}Of`, { count: rows.length })}
          closeButtonProps={{ "aria-label": t("portfolio:close") }}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void carryOut()
            }}
          >
            <Stack gap="md">
              {asked === "owner" ? (
                <OwnerField
                  label={t("portfolio:column.owner")}
                  description={t("bulk.emptyOwner")}
                  value={value}
                  onChange={(owner: string | null) => setValue(owner ?? "")}
                  data-autofocus
                />
              ) : (
                <TextField
                  label={t("portfolio:column.tier")}
                  description={t("bulk.emptyTier")}
                  maxLength={80}
                  value={value}
                  onChange={(event) => setValue(event.currentTarget.value)}
                  data-autofocus
                />
              )}
              <Group justify="flex-end">
                <Button type="submit">{t("bulk.carryOut")}</Button>
              </Group>
            </Stack>
          </form>
        </Modal>
      ) : null}
      {refused.length > 0 ? (
        <Modal
          opened
          onClose={() => setRefused([])}
          title={t("bulk.refused", { count: refused.length })}
          closeButtonProps={{ "aria-label": t("portfolio:close") }}
        >
          <List size="sm" spacing="xs">
            {refused.map(({ id, name, why }) => (
              <List.Item key={id}>
                <b>{name}</b>: {why}
              </List.Item>
            ))}
          </List>
        </Modal>
      ) : null}
    </Group>
  )
}

export default Selected
