import { Group, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { AttachFiles, useAttaching } from "#acts/AttachFiles"
import { act } from "#client/act"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useCallTo } from "#client/workspace"
import { longestComment, writeComment } from "#contract/discussions"
import { removeFile } from "#contract/files"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { ErrorLine } from "#ui/Form"
import { MentionField } from "./MentionField.tsx"
import type { ThreadPlace } from "./place.ts"
import { useDraft } from "./useDraft.ts"
import { mentionedIn } from "./words.ts"

type ComposerProps = { thread: ThreadPlace; ownParty: string; write: Ability }

/** Where one writes: what is typed stays through failures, closing and reloading, until it was sent. */
export const Composer = ({ thread, ownParty, write }: ComposerProps) => {
  const { t } = useTranslation("discussion")
  const { draft, ...change } = useDraft(thread)
  const send = useAct(writeComment, { showsProblem: false, onDone: change.clear })
  const tooMany = draft.body.length - longestComment
  const subject = { kind: thread.subjectKind, id: thread.subjectId }
  const to = useCallTo()
  const uploads = useAttaching(subject, change.attach)
  const takeOut = (file: string) => {
    change.takeOut(file)
    // Whatever stays behind on the server is nobody's to see, and is taken away after a while.
    act(removeFile, { params: { file }, ...to }).catch(() => {})
  }
  const isOnItsWay = uploads.sending.some(({ problem }) => problem === undefined)
  const isEmpty = draft.body.trim() === ""
  const submit = () => {
    if (isEmpty || tooMany > 0 || send.isPending || isOnItsWay) return
    const mentions = mentionedIn(draft.body, draft.people).map(({ id }) => id)
    send.mutate({
      input: { ...thread, body: draft.body, mentions, files: draft.files.map(({ id }) => id) },
      idempotencyKey: draft.key,
    })
  }
  const forbidden = reasonOf(write)
  if (forbidden !== undefined)
    return (
      <Text size="sm" c="dimmed">
        {forbidden}
      </Text>
    )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <MentionField
        thread={thread}
        label={thread.audience === "own" ? t("writeOwn", { name: ownParty }) : t("write")}
        description={t("keys")}
        value={draft.body}
        onChange={change.write}
        onPerson={({ id, name }) => change.know({ id, name })}
        onSend={submit}
        error={tooMany > 0 ? t("tooLong", { count: tooMany }) : undefined}
      />
      <AttachFiles
        subject={subject}
        files={draft.files}
        uploads={uploads}
        onFile={(file) => void uploads.send(file, "own")}
        onDrop={takeOut}
      />
      <ErrorLine problem={send.error} />
      <Group gap="sm" mt="xs">
        <ActionButton
          type="submit"
          size="xs"
          loading={send.isPending}
          disabledReason={
            isOnItsWay ? t("files.wait") : isEmpty && draft.files.length > 0 ? t("files.sayWhat") : undefined
          }
        >
          {t("send")}
        </ActionButton>
        {!isEmpty && send.isError ? (
          <Text size="xs" c="dimmed">
            {t("draft")}
          </Text>
        ) : null}
      </Group>
    </form>
  )
}
