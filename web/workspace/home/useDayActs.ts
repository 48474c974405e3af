import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import type { Entry } from "#client/attention"
import { useAct } from "#client/useAct"
import { snooze, wake } from "#contract/home"
import type { PlainDate } from "#core/time"
import { useFormat } from "#ui/text"
import { showDone, showProblem } from "#ui/toast"
import { useLeaving } from "#ui/useLeaving"
import { keyOf } from "./key.ts"

const thingOf = (key: string) => {
  const [list = "", id = ""] = key.split(" ")
  return { list, id }
}

/** What is done with things of the day, several at once: they leave it at once, and each act has its way back. */
export const useDayActs = () => {
  const { t } = useTranslation(["home", "snooze"])
  const format = useFormat()
  const { leaving, leave } = useLeaving()
  const putOff = useAct(snooze)
  const putBack = useAct(wake)
  return {
    leaving,
    snooze: async (keys: readonly string[], until: PlainDate) => {
      const things = keys.map(thingOf)
      await leave(keys, () => putOff.mutateAsync({ input: { things, until } }))
      showDone(t("snooze:done", { count: keys.length, date: format.date(until) }), () =>
        act(wake, { input: { things } }),
      )
    },
    wake: async (key: string) => {
      await leave([key], () => putBack.mutateAsync({ input: { things: [thingOf(key)] } }))
      showDone(t("snooze:woken"))
    },
    done: async (entries: readonly Entry[]) => {
      const doable = entries.flatMap(({ done }) => done ?? [])
      if (doable.length === 0) return
      try {
        const ways: (() => Promise<unknown>)[] = []
        await leave(
          entries.filter(({ done }) => done).map(keyOf),
          // One after the other: what one of them sets free may be the next.
          async () => {
            for (const each of doable) ways.push(await each())
          },
        )
        showDone(t("done", { count: ways.length }), () => Promise.all(ways.map((back) => back())))
      } catch (problem) {
        showProblem(problem)
      }
    },
  }
}
