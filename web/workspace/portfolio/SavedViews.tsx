import { ActionIcon, Button, Menu, Modal } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useDisclosure } from "@mantine/hooks"
import { IconBookmark, IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { deleteSavedView, listSavedViews, saveView } from "#contract/partnerships"
import { Form } from "#ui/Form"
import { CheckField, TextField } from "#ui/fields"
import { type PortfolioView, readPortfolioView } from "./view.ts"

const place = "portfolio"

type SavedViewsProps = { view: PortfolioView; onChange: (change: Partial<PortfolioView>) => void }

/** Views one saved or others shared, and a way to save this one. */
export const SavedViews = ({ view, onChange }: SavedViewsProps) => {
  const { t } = useTranslation("portfolio")
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
              onClick={() => onChange(readPortfolioView(search))}
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
      <Modal opened={isOpen} onClose={close} title={t("views.save")} closeButtonProps={{ "aria-label": t("close") }}>
        <SaveView view={view} onDone={close} />
      </Modal>
    </>
  )
}

const SaveView = ({ view, onDone }: { view: PortfolioView; onDone: () => void }) => {
  const { t } = useTranslation("portfolio")
  const form = useForm({
    initialValues: { name: "", isShared: false },
    validate: { name: (name) => (name.trim() === "" ? t("views.nameNeeded") : null) },
  })
  const save = useAct(saveView, {
    showsProblem: false,
    done: ({ name }) => t("views.saved", { name }),
    onDone,
  })
  const search = Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >
  return (
    <Form
      onSubmit={form.onSubmit((input) => save.mutate({ input: { place, search, ...input } }))}
      submit={t("views.save")}
      isSubmitting={save.isPending}
      submitError={save.error}
    >
      <TextField label={t("views.name")} data-autofocus {...form.getInputProps("name")} />
      <CheckField label={t("views.share")} {...form.getInputProps("isShared", { type: "checkbox" })} />
    </Form>
  )
}
