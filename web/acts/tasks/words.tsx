import { useTranslation } from "react-i18next"
import type { TaskView } from "#contract/tasks"
import { useFormat } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"

/** Whoever does something, by name: a company where several take part, else "us" and "them". */
export const useDoer = () => {
  const { t } = useTranslation("ui")
  const whose = useWhose()
  const nameOf = useNameOf()
  return ({ owedBy, partyName }: Pick<TaskView, "owedBy" | "partyName">): string =>
    nameOf(owedBy, partyName) ?? t(`side.${whose(owedBy)}`)
}

/** How a task came by its day: "3 workdays after 'Kick-off', done Mon 28 Dec, by the calendar of Germany". */
export const useDated = () => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  return ({ dated: { how, count, unit, startsOn, after, country } }: Pick<TaskView, "dated">): string | undefined => {
    if (count === null || unit === null) return undefined
    const offset = t(`dated.${unit}`, { count })
    const by = country && unit === "workdays" ? `, ${t("dated.country", { country: format.country(country) })}` : ""
    if (how === "after_start")
      return startsOn ? `${t("dated.after_start", { offset, date: format.date(startsOn) })}${by}` : undefined
    if (!after) return undefined
    const day = after.closedOn ?? after.dueOn
    const stand = after.state === "open" ? (day === null ? "open" : "planned") : after.state
    const date = day === null ? "" : format.date(day)
    return `${t(`dated.after_${stand}`, { offset, title: after.title, date })}${by}`
  }
}

/** What a task still waits for, and who does that. */
export const useWaits = () => {
  const { t } = useTranslation("tasks")
  const doer = useDoer()
  return ({ waitsFor, isWaiting }: Pick<TaskView, "waitsFor" | "isWaiting">): string | undefined => {
    if (!isWaiting) return undefined
    const open = waitsFor.filter(({ state }) => state === "open")
    return t("waitsFor", {
      tasks: open.map((each) => t("waitsForOne", { title: each.title, who: doer(each) })),
    })
  }
}

/** What a step opens once it is done: "opens: registering deals, Co-branding kit". */
export const useOpens = () => {
  const { t } = useTranslation("tasks")
  const format = useFormat()
  return (grants: readonly Readonly<{ opens: "deal_registration" | "resource"; name: string | null }>[]): string =>
    `${t("opens.will")} ${format.commas(grants.map(({ opens, name }) => name ?? t(`opens.${opens}`)))}`
}
