import { Button, Progress, SegmentedControl } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf, sentenceOf } from "#client/problem"
import type { listFiles } from "#contract/files"
import type { OutputOf } from "#core/endpoint"
import { FileDrop } from "#ui/FileDrop"
import classes from "./files.module.css"
import { type FileSubject, type Sending, useUploads } from "./useUploads.ts"

type AddFilesProps = { subject: FileSubject; answer: OutputOf<typeof listFiles> }

/** Takes files for one thing, for everybody or for one's own party, and shows how far each has come. */
export const AddFiles = ({ subject, answer: { limits, onlyFor, abilities } }: AddFilesProps) => {
  const { t } = useTranslation("files")
  const [audience, choose] = useState<"shared" | "own">("shared")
  const { sending, send, forget } = useUploads(subject)
  const reason = reasonOf(abilities.add)
  if (reason !== undefined) return null
  const megabytes = Math.floor(limits.bytes / 1_048_576)
  return (
    <div className={classes.add}>
      <FileDrop
        label={t("add.label")}
        hint={t("add.hint", { megabytes })}
        accept={limits.endings.map((ending) => `.${ending}`).join(",")}
        maxBytes={limits.bytes}
        isMany
        onFile={(file) => void send(file, audience)}
      />
      {onlyFor === null ? (
        <SegmentedControl
          size="xs"
          aria-label={t("audience.label")}
          value={audience}
          onChange={(chosen) => choose(chosen as "shared" | "own")}
          data={(["shared", "own"] as const).map((value) => ({ value, label: t(`audience.${value}`) }))}
        />
      ) : null}
      {sending.map((each) => (
        <OnItsWay key={each.key} sending={each} onStop={() => forget(each.key)} />
      ))}
    </div>
  )
}

/** How far one file has come, or why it was refused. */
export const OnItsWay = ({ sending: { name, share, problem }, onStop }: { sending: Sending; onStop: () => void }) => {
  const { t } = useTranslation("files")
  return (
    <div className={classes.sending}>
      <div className={classes.line}>
        <span>{name}</span>
        <Button size="compact-xs" variant="subtle" color="gray" onClick={onStop}>
          {t(problem === undefined ? "add.stop" : "add.dismiss", { name })}
        </Button>
      </div>
      {problem === undefined ? (
        <Progress.Root size="sm">
          <Progress.Section value={share * 100} aria-label={t("add.sending", { name })} />
        </Progress.Root>
      ) : (
        <p role="alert" className={classes.reason} data-bad>
          {sentenceOf(problem)}
        </p>
      )}
    </div>
  )
}
