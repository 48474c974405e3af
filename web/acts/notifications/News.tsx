import { Anchor, Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { useModuleTexts } from "#client/useModuleTexts"
import type { usePages } from "#client/usePages"
import { holesOf, type listNotifications, type NotificationView, readNotification } from "#contract/notifications"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { MomentText, useFormat } from "#ui/text"
import classes from "./Notifications.module.css"

/** The page of a partnership in the entrance that one reads in. */
export type PathOf = (partnershipId: string) => string

type NewsProps = {
  pathOf: PathOf
  from: ReturnType<typeof usePages<typeof listNotifications>>
  show: "all" | "unread"
}

/** What happened, the newest first, each leading to its partnership. */
export const News = ({ from, show, pathOf }: NewsProps) => {
  const { t } = useTranslation("notifications")
  return (
    <Panel isFlush>
      <Loaded from={{ ...from, data: from.first && from.rows }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t(`empty.${show}`)}>{t("empty.text")}</EmptyState>
          ) : (
            <>
              <ul className={classes.list}>
                {items.map((item) => (
                  <Told key={item.id} item={item} pathOf={pathOf} />
                ))}
              </ul>
              {from.hasMore ? (
                <p className={classes.older}>
                  <Button variant="default" size="xs" loading={from.isMoreLoading} onClick={from.more}>
                    {t("older")}
                  </Button>
                </p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

const Told = ({ item, pathOf }: { item: NotificationView; pathOf: PathOf }) => {
  const { t } = useTranslation("notifications")
  const read = useAct(readNotification)
  const sentence = useSentence(item)
  const markRead = () => {
    if (item.readAt === null) read.mutate({ params: { notification: item.id } })
  }
  return (
    <li className={classes.row} data-unread={item.readAt === null || undefined}>
      <div className={classes.words}>
        {item.partnershipId === null ? (
          <span>{sentence}</span>
        ) : (
          <Anchor
            component={Link}
            to={pathOf(item.partnershipId)}
            search={placeOf(item)}
            c="inherit"
            onClick={markRead}
          >
            {sentence}
          </Anchor>
        )}
        <span className={classes.when}>
          <MomentText at={item.createdAt} />
        </span>
      </div>
      {item.readAt === null ? (
        <Button size="xs" variant="subtle" color="gray" onClick={markRead} aria-label={t("readOf", { sentence })}>
          {t("read")}
        </Button>
      ) : null}
    </li>
  )
}

/** Where on the partnership's page: news of a comment leads to its thread. */
const placeOf = ({ payload }: NotificationView) =>
  (typeof payload.thread === "string" ? { thread: payload.thread } : {}) as never

const useSentence = ({ kind, payload, partnershipName }: NotificationView): string => {
  const { t } = useTranslation("notifications")
  const told = useModuleTexts("news")
  const format = useFormat()
  return told(`told.${kind}`, kind, holesOf({ payload, name: partnershipName ?? t("unknownPartnership") }, format))
}
