import { Button } from "@mantine/core"
import { IconPaperclip } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { mostFiles } from "#contract/discussions"
import { type FileView, listFiles } from "#contract/files"
import { FileDrop } from "#ui/FileDrop"
import { useFormat } from "#ui/text"
import { OnItsWay } from "./files/AddFiles.tsx"
import { FileItem } from "./files/FileItem.tsx"
import classes from "./files/files.module.css"
import { useUploads } from "./files/useUploads.ts"

/** A file that waits on the server to be sent. */
export type WaitingFile = Readonly<{ id: string; name: string; bytes: number }>

type Uploads = ReturnType<typeof useUploads>

/** Sends files ahead of what is being written with them: until that is sent they are their writer's alone. */
export const useAttaching = (subject: AttachFilesProps["subject"], onSent: (file: WaitingFile) => void): Uploads =>
  useUploads(subject, { isUnsent: true, onSent: ({ id, name, bytes }) => onSent({ id, name, bytes }) })

/** The files that came with something, each to save. */
export const FilesWith = ({ files, label }: { files: readonly FileView[]; label: string }) =>
  files.length === 0 ? null : (
    <ul className={classes.files} aria-label={label}>
      {files.map((file) => (
        <FileItem key={file.id} file={file} />
      ))}
    </ul>
  )

type AttachFilesProps = {
  /** What the thread is about: it says what may be added. */
  subject: Readonly<{ kind: string; id: string }>
  files: readonly WaitingFile[]
  uploads: Uploads
  onFile: (file: File) => void
  onDrop: (id: string) => void
}

/** The files that go with what is being written: chosen, on their way, or waiting to be sent. */
export const AttachFiles = ({ subject, files, uploads, onFile, onDrop }: AttachFilesProps) => {
  const { t } = useTranslation("discussion")
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const known = useEndpoint(
    listFiles,
    { query: { subjectKind: subject.kind, subjectId: subject.id, limit: 1 } },
    { isEnabled: isOpen },
  )
  const limits = known.data?.limits
  const isFull = files.length + uploads.sending.length >= mostFiles
  return (
    <div className={classes.add}>
      {files.length > 0 ? (
        <ul className={classes.files} aria-label={t("files.attached")}>
          {files.map(({ id, name, bytes }) => (
            <li key={id} className={classes.chosen}>
              <span className={classes.name}>{name}</span>
              <span className={classes.meta}>{format.bytes(bytes)}</span>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={t("files.takeOutOf", { name })}
                onClick={() => onDrop(id)}
              >
                {t("files.takeOut")}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {uploads.sending.map((each) => (
        <OnItsWay key={each.key} sending={each} onStop={() => uploads.forget(each.key)} />
      ))}
      {isFull ? (
        <p className={classes.reason}>{t("files.full", { count: mostFiles })}</p>
      ) : isOpen && limits ? (
        <FileDrop
          label={t("files.attach")}
          hint={t("files.hint", { megabytes: Math.floor(limits.bytes / 1_048_576), count: mostFiles })}
          accept={limits.endings.map((ending) => `.${ending}`).join(",")}
          maxBytes={limits.bytes}
          isMany
          onFile={onFile}
        />
      ) : (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          style={{ justifySelf: "start" }}
          leftSection={<IconPaperclip size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t("files.attach")}
        </Button>
      )}
    </div>
  )
}
