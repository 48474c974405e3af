import { ActionIcon, Anchor, Button, Checkbox, VisuallyHidden } from "@mantine/core"
import { IconArrowBackUp, IconCheck, IconClockPause } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { loadTexts } from "#client/i18n"
import { linkTo } from "#client/linkTo"
import { useModuleTexts } from "#client/useModuleTexts"
import type { usePages } from "#client/usePages"
import { holesOf, type listNotifications, type NotificationView } from "#contract/notifications"
import { Hint } from "#ui/Hint"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { MomentText, useFormat } from "#ui/text"
import type { useChosen } from "#ui/useChosen"
import classes from "./Inbox.module.css"
import { type Places, pathOf } from "./place.ts"
import type { InboxView } from "./view.tsx"

const ProposalAnswer = lazy(() => {
  loadTexts(["acts"])
  return import("#acts/ProposalAnswer.lazy")
})

type ToldProps = Readonly<{
  from: Omit<ReturnType<typeof usePages<typeof listNotifications>>, "rows"> & {
    data: readonly NotificationView[] | undefined
  }
  show: Exclude<InboxView["show"], "preferences">
  isFiltered: boolean
}> &
  RowActs

type RowActs = Readonly<{
  places: Places
  chosen: ReturnType<typeof useChosen>
  onRead: (id: string) => void
  onDone: (id: string) => void
  onSnooze: (id: string) => void
}>

/** What happened, the newest first, each leading to where it happened. */
export const Told = ({ from, show, isFiltered, ...acts }: ToldProps) => {
  const { t } = useTranslation("inbox")
  return (
    <Panel isFlush>
      <Loaded from={from}>
        {(items) => (
          <>
            {items.length === 0 && !from.hasMore ? (
              <EmptyState title={t(isFiltered ? "empty.kind" : `empty.${show}`)}>{t("empty.text")}</EmptyState>
            ) : (
              <ul className={classes.list}>
                {items.map((item) => (
                  <Row key={item.id} item={item} show={show} {...acts} />
                ))}
              </ul>
            )}
            {from.hasMore ? (
              <p className={classes.older}>
                <Button variant="default" size="xs" loading={from.isMoreLoading} onClick={from.more}>
                  {t("older")}
                </Button>
              </p>
            ) : null}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

type RowProps = RowActs & Readonly<{ item: NotificationView; show: ToldProps["show"] }>

const Row = ({ item, show, places, chosen, onRead, onDone, onSnooze }: RowProps) => {
  const { t } = useTranslation(["inbox", "snooze"])
  const format = useFormat()
  const sentence = useSentence(item)
  const { id, readAt, createdAt, snoozedUntil } = item
  const to = pathOf(item, places)
  const isUnread = readAt === null
  const open = () => (isUnread ? onRead(id) : undefined)
  return (
    <li
      className={classes.row}
      data-row={id}
      data-unread={isUnread || undefined}
      data-chosen={chosen.has(id) || undefined}
    >
      <Checkbox
        size="xs"
        checked={chosen.has(id)}
        onChange={() => chosen.toggle(id)}
        aria-label={t("choose", { sentence })}
      />
      <div className={classes.words}>
        {to === undefined ? (
          <span>{sentence}</span>
        ) : (
          <Anchor component={Link} {...linkTo(to)} c="inherit" onClick={open} data-title>
            {sentence}
          </Anchor>
        )}
        <span className={classes.when}>
          {isUnread ? <VisuallyHidden>{t("unread")} </VisuallyHidden> : null}
          <MomentText at={createdAt} />
          {show === "snoozed" && snoozedUntil ? ` · ${t("snooze:until", { date: format.date(snoozedUntil) })}` : null}
        </span>
      </div>
      <div className={classes.end} data-end>
        {item.kind === "commitment_proposed" ? (
          <Suspense>
            <ProposalAnswer occurrence={String(item.payload["occurrenceId"])} />
          </Suspense>
        ) : null}
        {show === "done" || show === "snoozed" ? (
          <Back sentence={sentence} onBack={() => onDone(id)} />
        ) : (
          <>
            <Hint label={t("done")}>
              <ActionIcon variant="default" aria-label={t("doneOf", { sentence })} onClick={() => onDone(id)}>
                <IconCheck size={16} aria-hidden />
              </ActionIcon>
            </Hint>
            <Hint label={t("snooze:act")}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t("snooze:actOf", { title: sentence })}
                onClick={() => onSnooze(id)}
              >
                <IconClockPause size={16} aria-hidden />
              </ActionIcon>
            </Hint>
          </>
        )}
      </div>
    </li>
  )
}

const Back = ({ sentence, onBack }: { sentence: string; onBack: () => void }) => {
  const { t } = useTranslation("inbox")
  return (
    <Hint label={t("back")}>
      <ActionIcon variant="default" aria-label={t("backOf", { sentence })} onClick={onBack}>
        <IconArrowBackUp size={16} aria-hidden />
      </ActionIcon>
    </Hint>
  )
}

const useSentence = ({ kind, payload, partnershipName }: NotificationView): string => {
  const { t } = useTranslation("inbox")
  const told = useModuleTexts("news")
  const format = useFormat()
  return told(`told.${kind}`, kind, holesOf({ payload, name: partnershipName ?? t("unknownPartnership") }, format))
}
