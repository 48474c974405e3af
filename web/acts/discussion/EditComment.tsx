import { Button, Group } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { type CommentView, editComment } from "#contract/discussions"
import { ActionButton } from "#ui/ActionButton"
import { ErrorLine } from "#ui/Form"
import { MentionField } from "./MentionField.tsx"
import type { ThreadPlace } from "./place.ts"
import { mentionedIn } from "./words.ts"

type EditCommentProps = { comment: CommentView; body: string; thread: ThreadPlace; onClose: () => void }

/** One's own comment put another way; what somebody else changed meanwhile is said and nothing typed is lost. */
export const EditComment = ({ comment, body, thread, onClose }: EditCommentProps) => {
  const { t } = useTranslation("discussion")
  const [text, setText] = useState(body)
  const [people, setPeople] = useState<CommentView["mentions"]>(comment.mentions)
  // The version whose words stand in the field: a newer one must not be overwritten unread.
  const [version] = useState(comment.version)
  const save = useAct(editComment, { showsProblem: false, onDone: onClose })
  const submit = () => {
    if (text.trim() === "" || save.isPending) return
    const mentions = mentionedIn(text, people).map(({ id }) => id)
    save.mutate({ params: { comment: comment.id }, input: { body: text, mentions }, ifMatch: version })
  }
  return (
    <>
      <MentionField
        thread={thread}
        label={t("edit")}
        value={text}
        onChange={setText}
        onPerson={({ id, name }) => setPeople([...people.filter((known) => known.id !== id), { id, name }])}
        onSend={submit}
        onCancel={onClose}
        hasFocus
      />
      <ErrorLine problem={save.error} />
      <Group gap="xs" mt="xs">
        <ActionButton size="xs" loading={save.isPending} onClick={submit}>
          {t("save")}
        </ActionButton>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
      </Group>
    </>
  )
}
