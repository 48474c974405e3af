import { Button, SegmentedControl } from "@mantine/core"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { usePages } from "#client/usePages"
import { listComments } from "#contract/discussions"
import type { OutputOf } from "#core/endpoint"
import { EmptyState, Loaded } from "#ui/states"
import { VisibilityLock } from "#ui/VisibilityLock"
import { CommentItem } from "./discussion/CommentItem.tsx"
import { Composer } from "./discussion/Composer.tsx"
import classes from "./discussion/discussion.module.css"
import type { SubjectProp, ThreadPlace } from "./discussion/place.ts"
import { Resolution } from "./discussion/Resolution.tsx"
import { useReading } from "./discussion/useReading.ts"

type Audience = ThreadPlace["audience"]
type DiscussionProps = {
  subject: SubjectProp
  audience?: Audience
  /** Says what it is about, where nothing around it does. */
  isNamed?: boolean
}

/** What people say about one thing, for all parties or among one's own; used by both entrances. */
export const Discussion = ({ subject, audience: first = "shared", isNamed = false }: DiscussionProps) => {
  const [audience, choose] = useState<Audience>(first)
  const thread = { subjectKind: subject.kind, subjectId: subject.id, audience }
  return <Thread key={audience} thread={thread} onAudience={choose} isNamed={isNamed} />
}

type ThreadProps = { thread: ThreadPlace; onAudience: (audience: Audience) => void; isNamed: boolean }

const refreshMs = 30_000

const Thread = ({ thread, ...shown }: ThreadProps) => {
  const comments = usePages(listComments, { query: { ...thread, limit: 30 } })
  const { refetch } = comments
  useEffect(() => {
    const asking = setInterval(() => {
      if (document.visibilityState === "visible") void refetch()
    }, refreshMs)
    return () => clearInterval(asking)
  }, [refetch])
  return (
    <Loaded from={{ ...comments, data: comments.first }}>
      {(answer) => <Shown answer={answer} comments={comments} thread={thread} {...shown} />}
    </Loaded>
  )
}

type ShownProps = ThreadProps & {
  answer: OutputOf<typeof listComments>
  comments: ReturnType<typeof usePages<typeof listComments>>
}

const Shown = ({ answer, comments, thread, onAudience, isNamed }: ShownProps) => {
  const { t } = useTranslation("discussion")
  const { audiences, visibility, ownParty, abilities } = answer
  const { end, cameAt } = useReading(thread, { readUpTo: answer.readUpTo, latest: answer.items[0]?.position ?? 0 })
  return (
    <div className={classes.thread} data-private={visibility !== "shared" || undefined}>
      {isNamed ? <p className={classes.subject}>{answer.subjectName}</p> : null}
      <div className={classes.audience}>
        {audiences.length > 1 ? (
          <SegmentedControl
            size="xs"
            classNames={{ root: classes.choices, control: classes.choice, label: classes.choiceLabel }}
            aria-label={t("audience")}
            value={thread.audience}
            onChange={(chosen) => onAudience(chosen as Audience)}
            data={audiences.map((value) => ({ value, label: t(value, { name: ownParty }) }))}
          />
        ) : null}
        <span className={classes.hint}>
          {visibility === "shared" ? t("sharedHint") : t("ownHint", { name: ownParty })}{" "}
          <VisibilityLock visibility={visibility} />
        </span>
      </div>
      {comments.hasMore ? (
        <Button variant="subtle" size="xs" onClick={comments.more} loading={comments.isMoreLoading}>
          {t("earlier")}
        </Button>
      ) : null}
      {comments.rows.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t(`empty.${thread.audience}`, { name: ownParty })}</EmptyState>
      ) : (
        <ol className={classes.comments} aria-label={t("list")}>
          {comments.rows.toReversed().map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              thread={thread}
              isNew={comment.position > cameAt && !comment.isOwn && comment.body !== null}
            />
          ))}
        </ol>
      )}
      <div ref={end} />
      <Resolution thread={thread} answer={answer} latest={answer.items[0]?.position ?? 0} />
      <Composer thread={thread} ownParty={ownParty} write={abilities.write} />
    </div>
  )
}
