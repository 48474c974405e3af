import { Button, SegmentedControl } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useAct } from "#client/useAct"
import { usePages } from "#client/usePages"
import { useToday } from "#client/useToday"
import { listNotifications, readAllNotifications } from "#contract/notifications"
import { Page } from "#ui/Page"
import { useChosen } from "#ui/useChosen"
import { ChosenBar } from "./ChosenBar.tsx"
import classes from "./inbox/Inbox.module.css"
import { KindFilter } from "./inbox/KindFilter.tsx"
import { Preferences } from "./inbox/Preferences.tsx"
import type { Places } from "./inbox/place.ts"
import { Told } from "./inbox/Told.tsx"
import { useInboxActs } from "./inbox/useInboxActs.ts"
import { readInboxView, shows } from "./inbox/view.tsx"
import { useSnoozing } from "./Snoozing.tsx"
import { useRowKeys } from "./useRowKeys.tsx"

/** What others did that concerns me, until I am done with it; and what I want to be told. */
export const Inbox = ({ places }: { places: Places }) => {
  const { t } = useTranslation(["inbox", "snooze"])
  const [view, setView] = useView(readInboxView)
  const today = useToday()
  const show = view.show === "preferences" ? "open" : view.show
  const told = usePages(listNotifications, { query: { show, ...(view.kind ? { kind: view.kind } : {}) } })
  const readAll = useAct(readAllNotifications, { done: () => t("allRead") })
  const acts = useInboxActs()
  const items = told.rows.filter(({ id }) => !acts.leaving.has(id))
  const chosen = useChosen(items.map(({ id }) => id))
  const snoozing = useSnoozing({
    today,
    onSnooze: (rows, until) => {
      chosen.clear()
      void acts.snooze(rows, until)
    },
  })
  const oneOrChosen = (id: string) => (chosen.has(id) ? chosen.all : [id])
  const isAway = view.show === "done" || view.show === "snoozed"
  const finish = (ids: readonly string[]) => {
    chosen.clear()
    void acts.move(ids, isAway ? "open" : "done", view.show === "done")
  }
  const rows = useRowKeys({
    title: t("title"),
    toggle: chosen.toggle,
    done: (id) => {
      finish(oneOrChosen(id))
      return true
    },
    snooze: (id) => snoozing.ask(oneOrChosen(id)),
  })
  const unread = told.first?.unread
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
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t("show.label")}
          value={view.show}
          onChange={(chosen) => setView({ ...readInboxView({ show: chosen }), kind: undefined })}
          data={shows.map((value) => ({ value, label: t(`show.${value}`) }))}
        />
        {view.show === "preferences" ? null : (
          <KindFilter kind={view.kind} onChange={(kind) => setView({ kind: kind ?? undefined })} />
        )}
      </div>
      {view.show === "preferences" ? (
        <Preferences />
      ) : (
        <div ref={rows}>
          <Told
            from={{ ...told, data: told.first && items }}
            show={view.show}
            isFiltered={view.kind !== undefined}
            places={places}
            chosen={chosen}
            onRead={(id) => acts.read(id)}
            onDone={(id) => finish([id])}
            onSnooze={(id) => snoozing.ask([id])}
          />
        </div>
      )}
      <ChosenBar
        count={chosen.all.length}
        onClear={chosen.clear}
        acts={[
          { label: t(isAway ? "back" : "done"), run: () => finish(chosen.all) },
          { label: t("snooze:act"), run: () => snoozing.ask(chosen.all) },
        ]}
      />
      {snoozing.dialog}
    </Page>
  )
}
