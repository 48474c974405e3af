import { Button, SegmentedControl } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { usePages } from "#client/usePages"
import { findComments, listThreads } from "#contract/discussions"
import { SearchField } from "#ui/SearchField"
import { Loaded } from "#ui/states"
import { MomentText } from "#ui/text"
import { VisibilityLock } from "#ui/VisibilityLock"
import classes from "./discussion/discussion.module.css"
import { threadKey } from "./discussion/place.ts"
import { readThread } from "./ThreadDrawer.tsx"

const states = ["open", "resolved", "all"] as const
type State = (typeof states)[number]

/** All discussions of a partnership: those that are open, those that are settled, and what was said in them; used by both entrances. */
export const Threads = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("discussion")
  const [state, choose] = useState<State>("open")
  const [text, look] = useState("")
  const params = { partnership: partnershipId }
  const threads = usePages(listThreads, { params, query: { state, limit: 20 } })
  const counts = threads.first?.counts
  if (counts && counts.open + counts.resolved === 0) return null
  return (
    <div className={classes.threads}>
      <div className={classes.audience}>
        <SegmentedControl
          size="xs"
          aria-label={t("threads.state")}
          value={state}
          onChange={(chosen) => choose(chosen as State)}
          data={states.map((value) => ({ value, label: t(`threads.${value}`, { count: countOf(counts, value) }) }))}
        />
        <SearchField label={t("threads.search")} value={text} onChange={look} size="xs" />
      </div>
      {text === "" ? (
        <Loaded from={{ ...threads, data: threads.first && threads.rows }}>
          {(items) =>
            items.length === 0 ? (
              <p className={classes.hint}>{t(`threads.none.${state}`)}</p>
            ) : (
              <>
                <ul className={classes.list} aria-label={t("threads.title")}>
                  {items.map((thread) => (
                    <ThreadLine
                      key={`${thread.subjectKind} ${thread.subjectId} ${thread.visibility}`}
                      thread={thread}
                    />
                  ))}
                </ul>
                {threads.hasMore ? (
                  <Button variant="subtle" size="xs" onClick={threads.more} loading={threads.isMoreLoading}>
                    {t("threads.more")}
                  </Button>
                ) : null}
              </>
            )
          }
        </Loaded>
      ) : (
        <Found partnershipId={partnershipId} text={text} />
      )}
    </div>
  )
}

const countOf = (counts: Readonly<{ open: number; resolved: number }> | undefined, state: State): number =>
  counts === undefined ? 0 : state === "all" ? counts.open + counts.resolved : counts[state]

type Line = Readonly<{
  subjectKind: string
  subjectId: string
  subjectName: string
  visibility: "shared" | "host" | "partner"
  comments: number
  unread: number
  lastCommentAt: string
  resolvedAt: string | null
  resolvedBy: string | null
}>

const ThreadLine = ({ thread }: { thread: Line }) => {
  const { t } = useTranslation("discussion")
  const [, setView] = useView(readThread)
  const { subjectKind: kind, subjectId: id, subjectName, visibility, comments, unread, resolvedBy } = thread
  const open = () =>
    void setView({ thread: threadKey({ kind, id }, visibility === "shared" ? "shared" : "own") }, { isStep: true })
  return (
    <li className={classes.line}>
      <button type="button" className={classes.opens} onClick={open}>
        {subjectName}
      </button>
      <span className={classes.when}>
        {t("count", { count: comments })}
        {unread > 0 ? <span className={classes.new}>{t("unread", { count: unread })}</span> : null} ·{" "}
        <MomentText at={thread.lastCommentAt} />
        {resolvedBy === null ? null : ` · ${t("resolved", { name: resolvedBy })}`}{" "}
        <VisibilityLock visibility={visibility} />
      </span>
    </li>
  )
}

const Found = ({ partnershipId, text }: { partnershipId: string; text: string }) => {
  const { t } = useTranslation("discussion")
  const [, setView] = useView(readThread)
  const found = useEndpoint(
    findComments,
    { params: { partnership: partnershipId }, query: { text } },
    { keepsPrevious: true },
  )
  return (
    <Loaded from={found}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={classes.hint} role="status">
            {t("threads.notFound", { text })}
          </p>
        ) : (
          <ul className={classes.list} aria-label={t("threads.found")}>
            {items.map(({ id, thread, subjectName, excerpt, authorName, writtenAt, visibility }) => (
              <li key={id} className={classes.line}>
                <button
                  type="button"
                  className={classes.opens}
                  onClick={() => void setView({ thread }, { isStep: true })}
                >
                  <bdi>{excerpt}</bdi>
                </button>
                <span className={classes.when}>
                  {authorName} · {subjectName} · <MomentText at={writtenAt} />{" "}
                  <VisibilityLock visibility={visibility} />
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
