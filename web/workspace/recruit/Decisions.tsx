import { useTranslation } from "react-i18next"
import type { DecisionView } from "#contract/recruitment"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { useFormat } from "#ui/text"

/** What was decided, the latest first, each with what it was taken on. */
export const Decisions = ({ decisions }: { decisions: readonly DecisionView[] }) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  if (decisions.length === 0) return null
  return (
    <Panel title={t("decisions")} isFlush>
      <Rows>
        {decisions.map(({ id, outcome, why, dissent, knockOutReason, alternatives, conflicts, ...by }) => (
          <Row
            key={id}
            isLong
            name={t("decision", {
              outcome: t(`stage.${outcome}`),
              name: by.decidedBy,
              date: format.dayOf(by.decidedAt),
            })}
            lines={
              <>
                <RowLine isStrong>{why}</RowLine>
                {by.isKnockedOut ? <RowLine>{t("decidedOver", { reason: knockOutReason ?? "" })}</RowLine> : null}
                {conflicts.length === 0 ? null : (
                  <RowLine>
                    {t("decidedAgainst", {
                      conflicts: conflicts.map(({ kind, name }) =>
                        t("conflicts.of", { kind: t(`conflicts.kind.${kind}`), name }),
                      ),
                    })}
                  </RowLine>
                )}
                {by.conflictReason === null ? null : (
                  <RowLine>{t("decidedEvenSo", { reason: by.conflictReason })}</RowLine>
                )}
                {by.diligenceReason === null ? null : (
                  <RowLine>{t("decide.diligenceEvenSo", { why: by.diligenceReason })}</RowLine>
                )}
                {by.total === null ? null : <RowLine>{t("decidedOn", { points: format.number(by.total, 1) })}</RowLine>}
                {alternatives.length === 0 ? null : (
                  <RowLine>{t("weighedAgainst", { names: format.list(alternatives.map(({ name }) => name)) })}</RowLine>
                )}
                {dissent === null ? null : <RowLine>{t("otherwise", { dissent })}</RowLine>}
              </>
            }
          />
        ))}
      </Rows>
    </Panel>
  )
}
