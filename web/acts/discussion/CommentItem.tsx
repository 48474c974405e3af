import { ActionIcon } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { FilesWith } from "#acts/AttachFiles"
import { act } from "#client/act"
import { type CommentView, removeComment } from "#contract/discussions"
import { Confirm } from "#ui/Confirm"
import { Menu, MenuItem } from "#ui/Menu"
import { SideBadge } from "#ui/SideBadge"
import { MomentText, useFormat } from "#ui/text"
import classes from "./discussion.module.css"
import { EditComment } from "./EditComment.tsx"
import type { ThreadPlace } from "./place.ts"
import { Words } from "./Words.tsx"

type CommentItemProps = { comment: CommentView; thread: ThreadPlace; isNew: boolean }

/** One comment: who said it, for whom, when; or the stone that stands where one was. */
export const CommentItem = ({ comment, thread, isNew }: CommentItemProps) => {
  const { t } = useTranslation("discussion")
  const format = useFormat()
  const [isEditing, setEditing] = useState(false)
  const { authorName, partyId, partyName, side, body, mentions, writtenAt, editedAt, removedBy, isOwn, files } = comment
  return (
    <li className={classes.comment} data-new={isNew || undefined} data-own={isOwn || undefined}>
      <div className={classes.head}>
        <bdi className={classes.author}>{authorName}</bdi>
        <SideBadge side={side} party={partyId} name={partyName} />
        <span className={classes.when}>
          <MomentText at={writtenAt} />
          {editedAt && body !== null ? (
            <span title={t("editedAt", { at: format.moment(editedAt) })}> · {t("edited")}</span>
          ) : null}
          {isNew ? <span className={classes.new}>{t("new")}</span> : null}
        </span>
        {isEditing ? null : <Acts comment={comment} onEdit={() => setEditing(true)} />}
      </div>
      {body === null ? (
        <p className={classes.stone}>{t("removed", { name: removedBy })}</p>
      ) : isEditing ? (
        <EditComment comment={comment} body={body} thread={thread} onClose={() => setEditing(false)} />
      ) : (
        <Words body={body} names={mentions.map(({ name }) => name)} />
      )}
      <FilesWith files={files} label={t("files.of", { name: authorName })} />
    </li>
  )
}

const Acts = ({ comment: { id, authorName, abilities }, onEdit }: { comment: CommentView; onEdit: () => void }) => {
  const { t } = useTranslation("discussion")
  if (abilities.edit !== true && abilities.remove !== true) return null
  return (
    <Confirm
      question={t("removeQuestion")}
      consequence={t("removeConsequence")}
      verb={t("remove")}
      isDangerous
      onConfirm={() => act(removeComment, { params: { comment: id } })}
    >
      {(ask) => (
        <Menu
          position="bottom-end"
          target={
            <ActionIcon size="sm" className={classes.acts} aria-label={t("more", { name: authorName })}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          }
        >
          {abilities.edit === true ? <MenuItem onClick={onEdit}>{t("edit")}</MenuItem> : null}
          {abilities.remove === true ? <MenuItem onClick={ask}>{t("remove")}</MenuItem> : null}
        </Menu>
      )}
    </Confirm>
  )
}
