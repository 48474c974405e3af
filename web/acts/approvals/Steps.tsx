import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { ApprovalView } from "#contract/approvals"
import { RowLine } from "#ui/Rows"
import { useFormat } from "#ui/text"
import { useFacts, useSeen } from "./useFacts.tsx"

/** The steps of an approval in their order: why each is asked, who has said what, whom it waits for; and which are not needed. */
export const Steps = ({ approval: { kind, steps, leftOut } }: { approval: ApprovalView }) => {
  const { t } = useTranslation("approvals")
  const format = useFormat()
  const facts = useFacts(kind)
  const seen = useSeen(kind)
  return (
    <>
      {steps
        .filter(({ stand }) => stand !== "left")
        .map(({ name: called, needs, because, before, stand, waitsFor, answers }) => {
          const name = called === "" ? t("administrators") : called
          return (
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
              {before && before.version !== null ? (
                <RowLine>
                  {before.seen.length === 0
                    ? t("before.other", { name, version: before.version })
                    : t("before.seen", { name, version: before.version, facts: seen(before.seen) })}
                </RowLine>
              ) : null}
            </Fragment>
          )
        })}
      {leftOut.map(({ name, reasons }) => (
        <RowLine key={name}>{t("because.leftOut", { name, facts: facts(reasons) })}</RowLine>
      ))}
    </>
  )
}
