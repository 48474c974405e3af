import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { editSavedView, type SavedView } from "#contract/views"
import { MenuItem } from "#ui/Menu"
import { changeOf, searchOf, undoChange } from "./changeOf.ts"

type UpdateItemProps = { saved: SavedView; view: Record<string, unknown> }

/** Lets the view that was opened show from now on what the page shows. */
const UpdateItem = ({ saved, view }: UpdateItemProps) => {
  const { t } = useTranslation("views")
  const { name, isShared } = saved
  const update = useAct(editSavedView, {
    done: (changed) => t("updated", { name: changed.name }),
    undo: (changed) => undoChange(saved, changed),
  })
  return (
    <MenuItem onClick={() => update.mutate(changeOf(saved, { search: searchOf(view) }))}>
      {t(isShared ? "updateForAll" : "update", { name })}
    </MenuItem>
  )
}

export default UpdateItem
