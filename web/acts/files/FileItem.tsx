import { Anchor, Button } from "@mantine/core"
import { IconTrash } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { addressOf } from "#client/call"
import { reasonOf } from "#client/problem"
import { useCallTo } from "#client/workspace"
import { downloadFile, type FileView, removeFile } from "#contract/files"
import { Confirm } from "#ui/Confirm"
import { MomentText, useFormat } from "#ui/text"
import { showDone } from "#ui/toast"
import { VisibilityLock } from "#ui/VisibilityLock"
import classes from "./files.module.css"

type FileItemProps = {
  file: FileView
  /** What it is about, where that is not said around it. */
  subjectName?: string | undefined
}

/** One file: its name to save it by, whose it is, and what keeps it from being had. */
export const FileItem = ({ file, subjectName }: FileItemProps) => {
  const { t } = useTranslation("files")
  const format = useFormat()
  const { name, bytes, uploaderName, uploadedAt, partyName, visibility, abilities, heldAs } = file
  const args = { params: { file: file.id }, ...useCallTo() }
  const reason = reasonOf(abilities.download)
  return (
    <li className={classes.file} data-private={visibility !== "shared" || undefined}>
      <div className={classes.words}>
        <span className={classes.name}>
          {reason === undefined ? (
            <Anchor href={addressOf(downloadFile, args)} download={name}>
              {name}
            </Anchor>
          ) : (
            name
          )}
        </span>
        <span className={classes.meta}>
          {[format.bytes(bytes), format.commas([uploaderName, partyName].filter((each) => each !== null))].join(" · ")}{" "}
          · <MomentText at={uploadedAt} />
          {subjectName === undefined ? null : ` · ${subjectName}`}
          {heldAs === null ? null : ` · ${t(`held.${heldAs}`)}`} <VisibilityLock visibility={visibility} />
        </span>
        {reason === undefined ? null : (
          <span className={classes.reason} data-bad={file.check === "infected" || undefined}>
            {reason} {file.found ?? ""}
          </span>
        )}
      </div>
      {abilities.remove === true ? (
        <Confirm
          question={t("remove.question", { name })}
          consequence={t("remove.consequence")}
          verb={t("remove.verb")}
          isDangerous
          onConfirm={async () => {
            await act(removeFile, args)
            showDone(t("remove.done", { name }))
          }}
        >
          {(open) => (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t("remove.of", { name })}
              leftSection={<IconTrash size={14} aria-hidden />}
              onClick={open}
            >
              {t("remove.verb")}
            </Button>
          )}
        </Confirm>
      ) : null}
    </li>
  )
}
