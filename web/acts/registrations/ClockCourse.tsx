import { List } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ClockView } from "#contract/clocks"
import { MomentText } from "#ui/text"

/** What happened to a promised time in its order: who held it when, when it stood still, and the warning, due and answer. Moments are the reader's. */
export const ClockCourse = ({ clock }: { clock: ClockView }) => {
  const { t } = useTranslation("registrations")
  const held = clock.course.map(({ from, team, person }, at) => {
    const words = at === 0 ? ("held" as const) : ("changed" as const)
    const text = person === null ? t(`course.${words}`, { team }) : t(`course.${words}By`, { team, person })
    return { at: from, text: at === 0 ? `${t("course.began")}, ${text}` : text }
  })
  const paused = clock.pauses.flatMap(({ from, to }) => [
    { at: from, text: t("course.asked") },
    ...(to === null ? [] : [{ at: to, text: t("course.resumed") }]),
  ])
  const told = [
    [clock.warnAt, t("course.warn")],
    [clock.dueAt, t(clock.isLate ? "course.breached" : "course.due")],
    [clock.stoppedAt, t("course.stopped")],
  ] as const
  const moments = [...held, ...paused, ...told.flatMap(([at, text]) => (at === null ? [] : [{ at, text }]))].toSorted(
    (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
  )
  return (
    <List size="sm" type="ordered">
      {moments.map(({ at, text }) => (
        <List.Item key={`${at} ${text}`}>
          <MomentText at={at} />: {text}
        </List.Item>
      ))}
    </List>
  )
}
