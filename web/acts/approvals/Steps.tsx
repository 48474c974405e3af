import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { useSayValue } from "#acts/sayValue"
import { useModuleTexts } from "#client/useModuleTexts"
import type { ApprovalView } from "#contract/approvals"
import type { SeenFact } from "#core/expression/shapes"
import { RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"

/** The steps of an approval in their order: why each is asked, who has said what, whom it waits for; and which are not needed. */
export const Steps = ({ approval: { kind, steps, leftOut } }: { approval: ApprovalView }) => {
  const { t } = useTranslation("approvals")
  const format = useFormat()
  const facts = useFacts(kind)
  return (
    <>
      {steps
        .filter(({ stand }) => stand !== "left")
        .map(({ name, needs, because, stand, waitsFor, answers }) => (
          <Fragment key={name}>
            {answers.map(({ name: by, standsFor, decision, reason, answeredAt }) => (
              <RowLine key={`${by} ${answeredAt}`}>
                {t(`said.${decision}`, { name: by, date: format.moment(answeredAt) })}
                {standsFor === by ? null : format.commas(["", t("for", { names: standsFor })])}
                {reason ? `: ${reason}` : null}
              </RowLine>
            ))}
            {stand === "reached" ? (
              <RowLine>
                {waitsFor.length === 0
                  ? t("stepNobody", { name })
                  : t(needs === "all" ? "stepAll" : "step", { name, people: waitsFor })}
              </RowLine>
            ) : null}
            {stand === "coming" ? <RowLine>{t("coming", { name })}</RowLine> : null}
            {because && because.asked !== "always" ? (
              <RowLine>{t(`because.${because.asked}`, { name, facts: facts(because.reasons) })}</RowLine>
            ) : null}
          </Fragment>
        ))}
      {leftOut.map(({ name, reasons }) => (
        <RowLine key={name}>{t("because.leftOut", { name, facts: facts(reasons) })}</RowLine>
      ))}
    </>
  )
}

type Reasons = ApprovalView["leftOut"][number]["reasons"]

/** "Value of the agreement: €120,000 (value > EUR(100000))": what was seen, and the part of the condition it decided. */
const useFacts = (kind: string) => {
  const say = useModuleTexts("approvable")
  const sayValue = useSayValue()
  const format = useFormat()
  const nameOf = (name: string) => say(`fact.${kind.replaceAll(".", "_")}.${name}`, name)
  const seenIn = (seen: readonly SeenFact[]) =>
    format.commas(seen.map((each) => `${nameOf(each.name)}: ${sayValue(each)}`))
  return (reasons: Reasons): string =>
    format.clauses(reasons.map(({ text, seen }) => (seen.length === 0 ? text : `${seenIn(seen)} (${text})`)))
}
