import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useAct } from "#client/useAct"
import { useCallTo } from "#client/workspace"
import { moveNotifications, snoozeNotifications } from "#contract/notifications"
import type { PlainDate } from "#core/time"
import { useFormat } from "#ui/text"
import { showDone } from "#ui/toast"
import { useLeaving } from "#ui/useLeaving"

/** What is done with what one was told, several at once: it leaves the list at once, and each act has its way back. */
export const useInboxActs = () => {
  const { t } = useTranslation(["inbox", "snooze"])
  const format = useFormat()
  const to = useCallTo()
  const { leaving, leave } = useLeaving()
  const moving = useAct(moveNotifications)
  const snoozing = useAct(snoozeNotifications)
  const back = (notifications: string[], where: "done" | "open") => () =>
    act(moveNotifications, { ...to, input: { notifications, to: where } })
  return {
    leaving,
    read: (id: string) => moving.mutate({ input: { notifications: [id], to: "read" } }),
    /** What comes back from a day to which it was put off does not go back there. */
    move: async (ids: readonly string[], where: "done" | "open", wasDone: boolean) => {
      const notifications = [...ids]
      await leave(ids, () => moving.mutateAsync({ input: { notifications, to: where } }))
      const words = t(`moved.${where}`, { count: ids.length })
      if (where === "done") showDone(words, back(notifications, "open"))
      else showDone(words, wasDone ? back(notifications, "done") : undefined)
    },
    snooze: async (ids: readonly string[], until: PlainDate) => {
      const notifications = [...ids]
      await leave(ids, () => snoozing.mutateAsync({ input: { notifications, until } }))
      showDone(t("snooze:done", { count: ids.length, date: format.date(until) }), back(notifications, "open"))
    },
  }
}
