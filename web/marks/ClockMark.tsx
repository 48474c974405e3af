import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import { useLanguage } from "#ui/texts"
import type { Tone } from "#ui/tokens"
import { Mark } from "./Mark.tsx"

/** A promised time on its way, as the server tells it. */
export type ClockLook = Readonly<{
  state: "running" | "paused" | "stopped" | "cancelled"
  turn: "host" | "partner" | null
  leftMinutes: number | null
  dueAt: string | null
  isLate: boolean
  calendar: Readonly<{ name: string; timeZone: string }>
}>

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.5, strokeLinecap: "round" } as const
const ring = <circle {...line} cx="7" cy="7" r="5" />

type Kind = "late" | "lateEnded" | "inTime" | "cancelled" | "waiting" | "soon" | "left" | "unpromised"

const looks: Readonly<Record<Kind, { tone: Tone; shape: ReactNode }>> = {
  late: { tone: "bad", shape: <path {...line} d="M3.5 3.5l7 7M10.5 3.5l-7 7" strokeWidth={1.8} /> },
  lateEnded: { tone: "warn", shape: <path {...line} d="M2.5 6.5l2.6 2.6 5-6M3 12.4h8" /> },
  inTime: { tone: "good", shape: <path {...line} d="M2.5 7.5l3 3 6-7" strokeWidth={1.8} /> },
  cancelled: { tone: "calm", shape: <path {...line} d="M3 7h8" /> },
  waiting: { tone: "calm", shape: <path {...line} d="M5 4v6M9 4v6" strokeWidth={1.8} /> },
  soon: { tone: "warn", shape: [ring, <path key="hands" {...line} d="M7 4.4V7l1.7 1.2" />] },
  left: { tone: "calm", shape: [ring, <path key="hands" {...line} d="M7 4.4V7l1.7 1.2" />] },
  unpromised: { tone: "calm", shape: ring },
}

const soonMinutes = 120

const kindOf = ({ state, turn, leftMinutes, isLate }: ClockLook): Kind => {
  if (state === "cancelled" && !isLate) return "cancelled"
  if (state === "stopped" || state === "cancelled") return isLate ? "lateEnded" : "inTime"
  if (isLate) return "late"
  if (state === "paused" || turn === null) return "waiting"
  if (leftMinutes === null) return "unpromised"
  return leftMinutes <= soonMinutes ? "soon" : "left"
}

/**
 * How much of a promised time is left and whose turn it is, as of when the page was read: it does not tick. What is due when stands in
 * its title, where the calendar is and where the reader is.
 */
export const ClockMark = ({
  clock,
  side,
  isSmall = false,
}: {
  clock: ClockLook
  side: "host" | "partner"
  isSmall?: boolean
}) => {
  const { t } = useTranslation("marks")
  const language = useLanguage()
  const format = useFormat()
  const kind = kindOf(clock)
  const left = clock.leftMinutes ?? 0
  const time =
    left < 60 ? t("clock.minutes", { count: left }) : t("clock.hours", { figure: format.number(left / 60, 1) })
  const { dueAt, calendar, turn } = clock
  const there = (at: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: calendar.timeZone }).format(
      new Date(at),
    )
  const title =
    dueAt === null
      ? calendar.name
      : t("clock.due", { there: there(dueAt), calendar: calendar.name, here: format.moment(dueAt) })
  return (
    <span title={title}>
      <Mark tone={looks[kind].tone} isPlain={isSmall} shape={looks[kind].shape}>
        {t(`clock.${kind}`, { time })}
        {kind === "soon" || kind === "left" || kind === "waiting"
          ? ` · ${t(`clock.${turn === side ? "ours" : "theirs"}`)}`
          : null}
      </Mark>
    </span>
  )
}
