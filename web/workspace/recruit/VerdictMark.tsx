import { useTranslation } from "react-i18next"
import type { CandidateView } from "#contract/recruitment"
import { Mark } from "#marks/Mark"
import { useFormat } from "#ui/text"

const cross = <path d="M3.5 3.5l7 7M10.5 3.5l-7 7" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
const dot = <circle cx="7" cy="7" r="3" fill="currentColor" />
const eye = <path d="M2 7h10" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeDasharray="2 2.5" />

/** What assessors say together, in a word: who knocked out stands before any number, and what may not be known yet is not a nought. */
export const VerdictMark = ({ candidate }: { candidate: Pick<CandidateView, "asked" | "verdict"> }) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  const { asked, verdict } = candidate
  const open = asked.filter(({ state }) => state === "asked").length
  if (asked.length === 0) return <Mark {...{ tone: "calm", shape: eye, isPlain: true }}>{t("verdict.notAsked")}</Mark>
  if (verdict === null) return <Mark {...{ tone: "calm", shape: eye }}>{t("verdict.blind", { count: open })}</Mark>
  if (verdict.knockOuts.length > 0) return <Mark {...{ tone: "bad", shape: cross }}>{t("verdict.knockedOut")}</Mark>
  if (verdict.total === null) return <Mark {...{ tone: "calm", shape: eye }}>{t("verdict.notScored")}</Mark>
  return (
    <Mark {...{ tone: "accent", shape: dot }}>{t("verdict.total", { points: format.number(verdict.total, 1) })}</Mark>
  )
}
