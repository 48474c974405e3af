import { Button } from "@mantine/core"
import { IconBookmark } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listSavedViews } from "#contract/views"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"

const SaveView = lazy(() => import("./views/SaveView.lazy.tsx"))
const ManageViews = lazy(() => import("./views/ManageViews.lazy.tsx"))

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
  const items = useEndpoint(listSavedViews, { query: { place } }).data?.items ?? []
  const [opened, setOpened] = useState<"save" | "manage">()
  const close = () => setOpened(undefined)
  return (
    <>
      <Menu
        target={
          <Button size="xs" variant="default" leftSection={<IconBookmark size={14} aria-hidden />}>
            {t("views.open")}
          </Button>
        }
      >
        {items.map(({ id, name, search, isShared }) => (
          <MenuItem key={id} onClick={() => onChange(read(search))}>
            {isShared ? t("views.shared", { name }) : name}
          </MenuItem>
        ))}
        {items.length === 0 ? <MenuLabel>{t("views.none")}</MenuLabel> : null}
        <MenuDivider />
        <MenuItem onClick={() => setOpened("save")}>{t("views.save")}</MenuItem>
        {items.length > 0 ? <MenuItem onClick={() => setOpened("manage")}>{t("views.manage")}</MenuItem> : null}
      </Menu>
      <Suspense>
        {opened === "save" ? <SaveView place={place} view={view} onClose={close} /> : null}
        {opened === "manage" ? <ManageViews place={place} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
