import { Button, Group, Modal, MultiSelect, Stack, TagsInput } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { tagAll, untagAll } from "#acts/tagging"
import { sentenceOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { listTags, mostTagLength, mostTags } from "#contract/partnerships"
import { inReadingOrder } from "#core/readingOrder"
import { showDone } from "#ui/toast"

type TagsDialogProps = {
  rows: readonly Readonly<{ id: string; tags: readonly string[] }>[]
  onClose: () => void
}

/** Tags of several partnerships: some put on all of them, some taken off wherever they are. */
const TagsDialog = ({ rows, onClose }: TagsDialogProps) => {
  const { t } = useTranslation(["portfolio-more", "portfolio"])
  const known = useEndpoint(listTags, {}).data?.items.map(({ tag }) => tag) ?? []
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const on = [...new Set(rows.flatMap(({ tags }) => tags))].sort(inReadingOrder)
  const carryOut = async () => {
    setWorking(true)
    try {
      const items = await tagAll(
        rows.map(({ id }) => id),
        { add, remove },
      )
      const changed = items.filter(({ added, removed }) => added.length + removed.length > 0)
      onClose()
      showDone(t("bulk.done", { count: changed.length }), async () => {
        showDone(t("bulk.undone", { count: (await untagAll(changed)).length }))
      })
    } catch (fault) {
      setProblem(sentenceOf(fault))
    } finally {
      setWorking(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("bulk.tagsOf", { count: rows.length })}
      closeButtonProps={{ "aria-label": t("portfolio:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void carryOut()
        }}
      >
        <Stack gap="md">
          <TagsInput
            label={t("bulk.addTags")}
            description={t("bulk.tagsHint")}
            data={known}
            maxTags={mostTags}
            splitChars={[","]}
            comboboxProps={{ position: "top" }}
            acceptValueOnBlur
            value={add}
            onChange={(tags) => setAdd(tags.map((tag) => tag.slice(0, mostTagLength)))}
            error={problem}
            data-autofocus
          />
          {on.length > 0 ? (
            <MultiSelect
              label={t("bulk.removeTags")}
              data={on}
              value={remove}
              onChange={setRemove}
              // It stays open for the next one: below, it would lie over the button.
              comboboxProps={{ position: "top" }}
            />
          ) : null}
          <Group justify="flex-end">
            <Button type="submit" loading={isWorking}>
              {t("bulk.carryOut")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

export default TagsDialog
