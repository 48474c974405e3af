import { IconUpload } from "@tabler/icons-react"
import { type DragEvent, type ReactNode, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import classes from "./FileDrop.module.css"

type FileDropProps = {
  label: string
  /** What is accepted and how large, in words: "CSV or Excel, up to 200 MB". */
  hint: string
  /** As the native input takes it: ".csv,.xlsx". */
  accept?: string
  maxBytes?: number
  /** Takes several at once; `onFile` is called for each. */
  isMany?: boolean
  /** What is wrong with what was chosen, or that nothing was. */
  error?: ReactNode
  /** A file must be chosen before the form can be sent. */
  isRequired?: boolean
  onFile: (file: File) => void
}

/** A native file input with a large target that files can also be dropped on. */
export const FileDrop = ({
  label,
  hint,
  accept,
  maxBytes,
  isMany = false,
  error,
  isRequired = false,
  onFile,
}: FileDropProps) => {
  const { t } = useTranslation("ui")
  const id = useId()
  const [isOver, setOver] = useState(false)
  const [refused, setRefused] = useState<string>()
  const refusal = refused ?? error

  const whyNot = (file: File): string | undefined => {
    if (accept && !isAccepted(file, accept)) return t("file.wrongKind", { name: file.name, accept: inWords(accept) })
    if (maxBytes && file.size > maxBytes)
      return t("file.tooLarge", { name: file.name, megabytes: Math.floor(maxBytes / 1_048_576) })
    return undefined
  }
  const take = (files: FileList | null) => {
    const chosen = isMany ? [...(files ?? [])] : [...(files ?? [])].slice(0, 1)
    const reasons = chosen.map(whyNot)
    setRefused(reasons.find((reason) => reason !== undefined))
    for (const [at, file] of chosen.entries()) if (reasons[at] === undefined) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }

  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside does the same by keyboard */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={20} stroke={1.6} aria-hidden />
        <label htmlFor={id} className={`file-label ${classes.label}`}>
          {label}
        </label>
        <span id={`${id}-hint`} className={classes.hint}>
          {hint}
        </span>
        <input
          id={id}
          type="file"
          className={classes.input}
          accept={accept}
          multiple={isMany}
          required={isRequired}
          aria-describedby={refusal ? `${id}-refusal` : `${id}-hint`}
          aria-invalid={refusal ? true : undefined}
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ""
          }}
        />
      </div>
      {refusal ? (
        <p id={`${id}-refusal`} role="alert" className={classes.refusal}>
          {refusal}
        </p>
      ) : null}
    </div>
  )
}

/** ".pdf,.docx" as a list to read. */
const inWords = (accept: string): readonly string[] => accept.split(",").map((kind) => kind.trim())

const isAccepted = (file: File, accept: string): boolean =>
  accept.split(",").some((kind) => {
    const wanted = kind.trim().toLowerCase()
    if (wanted.startsWith(".")) return file.name.toLowerCase().endsWith(wanted)
    return wanted.endsWith("/*") ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted
  })
