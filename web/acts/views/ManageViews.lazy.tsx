import { ActionIcon, Modal, Text } from "@mantine/core"
import { IconPencil, IconPin, IconPinnedFilled, IconTrash } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { deleteSavedView, listSavedViews, pinView, type SavedView, saveView, unpinView } from "#contract/views"
import { Confirm } from "#ui/Confirm"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { ChangeView } from "./ChangeView.tsx"
import { searchOf } from "./changeOf.ts"

type ManageViewsProps = {
  place: string
  /** What the page shows now. */
  view: Record<string, unknown>
  onClose: () => void
}

/** The saved views of a page: which of them stand in one's navigation, what they are called and show, and which are needed no more. */
const ManageViews = ({ place, view, onClose }: ManageViewsProps) => {
  const { t } = useTranslation(["views", "ui"])
  const saved = useEndpoint(listSavedViews, { query: { place } })
  const [changing, setChanging] = useState<SavedView>()
  if (changing) return <ChangeView saved={changing} view={view} onClose={() => setChanging(undefined)} />
  return (
    <Modal opened onClose={onClose} title={t("manage.title")} closeButtonProps={{ "aria-label": t("ui:close") }}>
      <Loaded from={saved}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t("manage.none")}</Text>
          ) : (
            <Rows>
              {items.map((each) => (
                <ViewRow key={each.id} view={each} onChange={() => setChanging(each)} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Modal>
  )
}

const ViewRow = ({ view, onChange }: { view: SavedView; onChange: () => void }) => {
  const { t } = useTranslation("views")
  const { id, name, isOwn, isShared, isPinned, abilities } = view
  const pin = useAct(pinView, { done: () => t("manage.pinned", { name }) })
  const unpin = useAct(unpinView, { done: () => t("pinned.unpinned", { name }) })
  return (
    <Row
      name={name}
      lines={<RowLine>{t(`manage.${isOwn ? (isShared ? "shared" : "mine") : "theirs"}`)}</RowLine>}
      end={
        <>
          <ActionIcon
            variant={isPinned ? "light" : "default"}
            size={32}
            aria-label={t(isPinned ? "manage.unpin" : "manage.pin", { name })}
            loading={pin.isPending || unpin.isPending}
            onClick={() =>
              isPinned ? unpin.mutate({ params: { view: id } }) : pin.mutate({ params: { view: id }, input: {} })
            }
          >
            {isPinned ? <IconPinnedFilled size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
          </ActionIcon>
          {abilities.change === true ? (
            <>
              <ActionIcon variant="default" size={32} aria-label={t("manage.change", { name })} onClick={onChange}>
                <IconPencil size={16} aria-hidden />
              </ActionIcon>
              <Delete view={view} />
            </>
          ) : null}
        </>
      }
    />
  )
}

/** What only its owner sees can be had back; what others use, too, is asked about first. */
const Delete = ({ view: { id, place, name, search, isShared, isPinned } }: { view: SavedView }) => {
  const { t } = useTranslation("views")
  const again = () => act(saveView, { input: { place, name, search: searchOf(search), isShared, isPinned } })
  const remove = useAct(deleteSavedView, {
    done: () => t("manage.deleted"),
    ...(isShared ? {} : { undo: again }),
    showsProblem: !isShared,
  })
  const button = (onClick: () => void) => (
    <ActionIcon variant="default" size={32} aria-label={t("manage.delete", { name })} onClick={onClick}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  )
  const args = { params: { view: id } }
  return isShared ? (
    <Confirm
      question={t("manage.question", { name })}
      consequence={t("manage.consequence")}
      verb={t("manage.verb")}
      isDangerous
      onConfirm={() => remove.mutateAsync(args)}
    >
      {button}
    </Confirm>
  ) : (
    button(() => remove.mutate(args))
  )
}

export default ManageViews
