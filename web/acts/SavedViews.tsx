import { ActionIcon, Button, Menu } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { IconBookmark, IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { deleteSavedView, listSavedViews, saveView } from "#contract/views"
import { FormDialog } from "#ui/FormDialog"
import { CheckField, TextField } from "#ui/fields"

type View = Record<string, unknown>

type SavedViewsProps<V extends View> = {
  /** The page's name, by which its views are kept. */
  place: string
  /** How the list is narrowed and sorted now, as the address says it. */
  view: V
  /** The same function that reads the address: a saved view may know less than the page does by now. */
  read: (raw: View) => V
  onChange: (view: V) => void
}

/** Views of a list that one saved or others shared, and a way to save this one. */
export const SavedViews = <V extends View>({ place, view, read, onChange }: SavedViewsProps<V>) => {
  const { t } = useTranslation("acts")
  const saved = useEndpoint(listSavedViews, { query: { place } })
  const [isOpen, { open, close }] = useDisclosure(false)
  const remove = useAct(deleteSavedView, { done: () => t("views.deleted") })
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconBookmark size={14} aria-hidden />}>
            {t("views.open")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(saved.data?.items ?? []).map(({ id, name, search, isOwn, isShared }) => (
            <Menu.Item
              key={id}
              onClick={() => onChange(read(search))}
              rightSection={
                isOwn ? (
                  <ActionIcon
                    component="span"
                    role="button"
                    aria-label={t("views.delete", { name })}
                    onClick={(event) => {
                      event.stopPropagation()
                      remove.mutate({ params: { view: id } })
                    }}
                  >
                    <IconTrash size={13} aria-hidden />
                  </ActionIcon>
                ) : undefined
              }
            >
              {isShared ? t("views.shared", { name }) : name}
            </Menu.Item>
          ))}
          {saved.data?.items.length === 0 ? <Menu.Label>{t("views.none")}</Menu.Label> : null}
          <Menu.Divider />
          <Menu.Item onClick={open}>{t("views.save")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isOpen ? <SaveView place={place} view={view} onClose={close} /> : null}
    </>
  )
}

const SaveView = ({ place, view, onClose }: { place: string; view: View; onClose: () => void }) => {
  const { t } = useTranslation("acts")
  const search = Object.fromEntries(
    Object.entries(view).flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : [])),
  )
  const { form, sending } = useActForm(saveView, {
    initialValues: { name: "", isShared: false },
    validate: { name: (name) => (name.trim() === "" ? t("views.nameNeeded") : null) },
    argsOf: (input) => ({ input: { place, search, ...input } }),
    done: ({ name }) => t("views.saved", { name }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("views.save")} submit={t("views.save")} onClose={onClose}>
      <TextField label={t("views.name")} data-autofocus {...form.getInputProps("name")} />
      <CheckField label={t("views.share")} {...form.getInputProps("isShared", { type: "checkbox" })} />
    </FormDialog>
  )
}
