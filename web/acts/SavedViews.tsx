import { ActionIcon, Button } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { IconBookmark, IconTrash } from "@tabler/icons-react"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { deleteSavedView, listSavedViews } from "#contract/views"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"

const SaveView = lazy(() => import("./SaveView.lazy.tsx"))

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
      <Menu
        target={
          <Button size="xs" variant="default" leftSection={<IconBookmark size={14} aria-hidden />}>
            {t("views.open")}
          </Button>
        }
      >
        {(saved.data?.items ?? []).map(({ id, name, search, isOwn, isShared }) => (
          <MenuItem
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
          </MenuItem>
        ))}
        {saved.data?.items.length === 0 ? <MenuLabel>{t("views.none")}</MenuLabel> : null}
        <MenuDivider />
        <MenuItem onClick={open}>{t("views.save")}</MenuItem>
      </Menu>
      <Suspense>{isOpen ? <SaveView place={place} view={view} onClose={close} /> : null}</Suspense>
    </>
  )
}
