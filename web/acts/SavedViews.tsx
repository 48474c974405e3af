import { Button } from "@mantine/core"
import { IconBookmark } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listSavedViews } from "#contract/views"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"

const SaveView = lazy(() => import("./views/SaveView.lazy.tsx"))
const ManageViews = lazy(() => import("./views/ManageViews.lazy.tsx"))
const UpdateItem = lazy(() => import("./views/UpdateItem.lazy.tsx"))

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

/** Views of a list that one saved or others shared, a way to save this one, and to bring the one that was opened up to date. */
export const SavedViews = <V extends View>({ place, view, read, onChange }: SavedViewsProps<V>) => {
  const { t } = useTranslation("acts")
  const items = useEndpoint(listSavedViews, { query: { place } }).data?.items ?? []
  const [asked, setAsked] = useState<"save" | "manage">()
  const close = () => setAsked(undefined)
  const shown = JSON.stringify(read(view))
  const open = items.find(({ search }) => JSON.stringify(read(search)) === shown)
  // Whoever opens a view, from wherever, and then narrows it otherwise is still at that view.
  const [last, setLast] = useState<string>()
  if (open && open.id !== last) setLast(open.id)
  const left = open ? undefined : items.find(({ id, abilities }) => id === last && abilities.change === true)
  return (
    <>
      <Menu
        target={
          <Button size="xs" variant="default" leftSection={<IconBookmark size={14} aria-hidden />}>
            {t("views.open")}
          </Button>
        }
      >
        {items.map((each) => (
          <MenuItem
            key={each.id}
            onClick={() => onChange(read(each.search))}
            {...(each === open ? { "aria-current": true, fw: 600 } : {})}
          >
            {each.isShared ? t("views.shared", { name: each.name }) : each.name}
          </MenuItem>
        ))}
        {items.length === 0 ? <MenuLabel>{t("views.none")}</MenuLabel> : null}
        <MenuDivider />
        {left ? (
          <Suspense>
            <UpdateItem saved={left} view={view} />
          </Suspense>
        ) : null}
        <MenuItem onClick={() => setAsked("save")}>{t("views.save")}</MenuItem>
        {items.length > 0 ? <MenuItem onClick={() => setAsked("manage")}>{t("views.manage")}</MenuItem> : null}
      </Menu>
      <Suspense>
        {asked === "save" ? <SaveView place={place} view={view} onClose={close} /> : null}
        {asked === "manage" ? <ManageViews place={place} view={view} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
