import { useTranslation } from "react-i18next"
import type { Deadline } from "#contract/agreements"
import type { WaitingPromise } from "#contract/commitments"
import type { WaitingRegistration } from "#contract/deals"
import { daysBetween, type PlainDate } from "#core/time"
import { useFormat } from "#ui/text"

/** Whose promise it is, and when it is due or has been. */
export const PromiseWords = ({ promise, today }: { promise: WaitingPromise; today: PlainDate }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const { owedBy, partyName, dueOn, isOverdue, awaitsConfirmation } = promise
  const whose = owedBy === "host" ? t("is.ours") : partyName === null ? t("is.theirs") : t("is.of", { name: partyName })
  const when = isOverdue
    ? t("overdue", { count: daysBetween(dueOn, today), date: format.day(dueOn) })
    : t(awaitsConfirmation ? "awaits" : "due", { date: format.day(dueOn) })
  return `${whose} · ${when}`
}

export const RegistrationWords = ({ registration: { clock } }: { registration: WaitingRegistration }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  return clock.dueAt === null ? t("is.registration") : t("is.registrationDue", { at: format.moment(clock.dueAt) })
}

/** The workday by which to act comes first; the last day of notice itself is said where it is a later one. */
export const NoticeWords = ({ deadline }: { deadline: Deadline }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  const { noticeOn, lastNoticeOn, endsOn, autoRenews } = deadline
  const day = noticeOn ?? endsOn
  return [
    ...(day === null ? [] : [t("is.notice", { date: format.day(day) })]),
    ...(lastNoticeOn === null || lastNoticeOn === noticeOn
      ? []
      : [t("is.lastNotice", { date: format.day(lastNoticeOn) })]),
    ...(endsOn === null ? [] : [t(autoRenews ? "renews" : "ends", { date: format.date(endsOn) })]),
  ].join(" · ")
}

export const EndingWords = ({ deadline: { endsOn, autoRenews } }: { deadline: Deadline }) => {
  const { t } = useTranslation("home")
  const format = useFormat()
  return endsOn === null ? "" : t(autoRenews ? "is.renewal" : "is.ending", { date: format.date(endsOn) })
}
