import { Button, SegmentedControl } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useAct } from "#client/useAct"
import { usePages } from "#client/usePages"
import { listNotifications, readAllNotifications } from "#contract/notifications"
import { Page } from "#ui/Page"
import { News, type PathOf } from "./notifications/News.tsx"
import { Preferences } from "./notifications/Preferences.tsx"
import { readNotificationsView } from "./notifications/view.tsx"

/** What I was told, and what I want to be told. */
export const Notifications = ({ pathOf }: { pathOf: PathOf }) => {
  const { t } = useTranslation("notifications")
  const [view, setView] = useView(readNotificationsView)
  const show = view.show === "all" ? "all" : "unread"
  const news = usePages(listNotifications, { query: { show } })
  const readAll = useAct(readAllNotifications, { done: () => t("allRead") })
  const unread = news.first?.unread
  return (
    <Page
      title={t("title")}
      width="reading"
      answer={
        unread === undefined ? undefined : unread === 0 ? t("answer.none") : t("answer.unread", { count: unread })
      }
      actions={
        unread ? (
          <Button variant="default" onClick={() => readAll.mutate({})} loading={readAll.isPending}>
            {t("readAll")}
          </Button>
        ) : undefined
      }
    >
      <SegmentedControl
        aria-label={t("show.label")}
        value={view.show}
        onChange={(chosen) => setView(readNotificationsView({ show: chosen }))}
        data={(["unread", "all", "preferences"] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
      />
      {view.show === "preferences" ? <Preferences /> : <News from={news} show={show} pathOf={pathOf} />}
    </Page>
  )
}
