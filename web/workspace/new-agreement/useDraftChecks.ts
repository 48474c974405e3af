import { useTranslation } from "react-i18next"
import { type AgreementDraft, asksReading, type CommitmentDraft } from "./draft.ts"
import { asksPeriods, partsAsked, saidOfAll, termOf } from "./periods.ts"

/** What the form can say before the server is asked, in the words of the field. */
export const useDraftChecks = () => {
  const { t } = useTranslation("agreements")
  const text = (value: string) => (value.trim() === "" ? t("field.textExpected") : null)
  const amount = (value: number | "") => (value === "" || value <= 0 ? t("field.amountExpected") : null)
  const lineAt = (draft: AgreementDraft, path: string): CommitmentDraft | undefined =>
    draft.commitments[Number(path.split(".")[1])]
  const part = (which: "first" | "last") => (value: number | "", draft: AgreementDraft, path: string) => {
    const line = lineAt(draft, path)
    const isAsked = line !== undefined && partsAsked(saidOfAll(line, draft), termOf(line, draft))[which] !== undefined
    return isAsked && value === "" ? t("field.partExpected") : null
  }
  return {
    title: text,
    startsOn: (day: string) => (day === "" ? t("field.dayExpected") : null),
    endsOn: (day: string, draft: AgreementDraft) =>
      day === "" && draft.objectives.length > 0
        ? t("field.endExpected")
        : day !== "" && day < draft.startsOn
          ? t("field.orderExpected")
          : null,
    periodsOfAll: (value: string, draft: AgreementDraft) =>
      value === "" && draft.commitments.some((line) => asksPeriods(line, termOf(line, draft)))
        ? t("field.periodsExpected")
        : null,
    commitments: {
      title: text,
      periods: (value: string, draft: AgreementDraft, path: string) => {
        const line = lineAt(draft, path)
        const isAsked = draft.periodsOfAll === "each" && line !== undefined && asksPeriods(line, termOf(line, draft))
        return isAsked && value === "" ? t("field.periodsExpected") : null
      },
      firstAmount: part("first"),
      lastAmount: part("last"),
      amount: (value: number | "", draft: AgreementDraft, path: string) =>
        lineAt(draft, path)?.measure === "amount_per_period" ? amount(value) : null,
      withinHours: (value: number | "", draft: AgreementDraft, path: string) =>
        lineAt(draft, path)?.measure === "within_hours" ? amount(value) : null,
      endsOn: (day: string, draft: AgreementDraft, path: string) =>
        lineAt(draft, path)?.cadence === "once" && day === "" ? t("field.dayExpected") : null,
    },
    objectives: {
      title: text,
      unit: text,
      target: amount,
      reading: (value: string, draft: AgreementDraft, path: string) => {
        const goal = draft.objectives[Number(path.split(".")[1])]
        return goal !== undefined && asksReading(goal) && value === "" ? t("field.readingExpected") : null
      },
      metric: (value: string) => (/^[a-z][a-z0-9_]{0,79}$/.test(value) ? null : t("field.metricExpected")),
    },
  }
}
