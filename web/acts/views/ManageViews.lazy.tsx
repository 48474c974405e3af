import { ActionIcon, Modal, Text } from "@mantine/core"
import { IconPin, IconPinnedFilled, IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { deleteSavedView, listSavedViews, pinView, type SavedView, saveView, unpinView } from "#contract/views"
import { Confirm } from "#ui/Confirm"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"

type ManageViewsProps = { place: string; onClose: () => void }

/** The saved views of a page: which of them stand in one's navigation, and which are needed no more. */
const ManageViews = ({ place, onClose }: ManageViewsProps) => {
  const { t } = useTranslation(["views", "acts", "ui"])
  const saved = useEndpoint(listSavedViews, { query: { place } })
  return (
    <Modal opened onClose={onClose} title={t("manage.title")} closeButtonProps={{ "aria-label": t("ui:close") }}>
      <Loaded from={saved}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t("manage.none")}</Text>
          ) : (
            <Rows>
              {items.map((view) => (
                <ViewRow key={view.id} view={view} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Modal>
  )
}

const ViewRow = ({ view }: { view: SavedView }) => {
  const { t } = useTranslation(["views", "acts"])
  const { id, name, isOwn, isShared, isPinned } = view
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
          {isOwn ? <Delete view={view} /> : null}
        </>
      }
    />
  )
}

/** What only its owner sees can be had back; what others use, too, is asked about first. */
const Delete = ({ view: { id, place, name, search, isShared, isPinned } }: { view: SavedView }) => {
  const { t } = useTranslation(["views", "acts"])
  const again = () =>
    act(saveView, { input: { place, name, search: search as Record<string, string>, isShared, isPinned } })
  const remove = useAct(deleteSavedView, {
    done: () => t("acts:views.deleted"),
    ...(isShared ? {} : { undo: again }),
    showsProblem: !isShared,
  })
  const button = (onClick: () => void) => (
    <ActionIcon variant="default" size={32} aria-label={t("acts:views.delete", { name })} onClick={onClick}>
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
