import { Button, Input, Progress } from "@mantine/core"
import { type ReactNode, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { useCallTo } from "#client/workspace"
import { listFiles } from "#contract/files"
import { FileDrop } from "#ui/FileDrop"
import { useFormat } from "#ui/text"
import classes from "./files/files.module.css"
import { type FileSubject, sendFile } from "./files/useUploads.ts"

type FileFieldProps = {
  subject: FileSubject
  label: string
  description?: string | undefined
  /** Endings that are taken of those that the server takes: ["pdf"]; all when left out. */
  endings?: readonly string[]
  /** How far the chosen file has been sent; of `useFileToSend`. */
  share: number | undefined
  value?: File | null
  onChange?: (file: File | null) => void
  error?: ReactNode
  "aria-required"?: boolean
}

/** Chooses one file of a form; it is sent with the form, not before. Takes what `form.getInputProps` gives. */
export const FileField = ({
  subject,
  label,
  description,
  endings,
  share,
  value = null,
  onChange,
  error,
  "aria-required": isRequired = false,
}: FileFieldProps) => {
  const { t } = useTranslation("files")
  const format = useFormat()
  const known = useEndpoint(listFiles, { query: { subjectKind: subject.kind, subjectId: subject.id, limit: 1 } })
  const limits = known.data?.limits
  const accepted = endings ?? limits?.endings ?? []
  if (value !== null)
    return (
      <Input.Wrapper label={label} error={error}>
        <div className={classes.chosen}>
          <span className={classes.name}>{value.name}</span>
          <span className={classes.meta}>{format.bytes(value.size)}</span>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange?.(null)}>
            {t("field.another")}
          </Button>
        </div>
        {share === undefined ? null : (
          <Progress.Root size="sm">
            <Progress.Section value={share * 100} aria-label={t("add.sending", { name: value.name })} />
          </Progress.Root>
        )}
      </Input.Wrapper>
    )
  return (
    <FileDrop
      label={label}
      hint={description ?? t("add.hint", { megabytes: Math.floor((limits?.bytes ?? 0) / 1_048_576) })}
      accept={accepted.map((ending) => `.${ending}`).join(",")}
      {...(limits ? { maxBytes: limits.bytes } : {})}
      error={error}
      isRequired={isRequired}
      onFile={(file) => onChange?.(file)}
    />
  )
}

/** Sends the file of a form as its first step; when the form is sent again, the same file is not. One that is unsent is its sender's until the act takes it. */
export const useFileToSend = (subject: FileSubject, { isUnsent = false }: Readonly<{ isUnsent?: boolean }> = {}) => {
  const [share, setShare] = useState<number>()
  const to = useCallTo()
  const sent = useRef(new WeakMap<File, string>())
  const send = async (file: File): Promise<string> => {
    const known = sent.current.get(file)
    if (known !== undefined) return known
    try {
      const { id } = await sendFile({ ...subject, ...to }, file, isUnsent ? "own" : "shared", {
        ...{ onProgress: setShare, isUnsent },
      })
      sent.current.set(file, id)
      return id
    } finally {
      setShare(undefined)
    }
  }
  return { share, send }
}
