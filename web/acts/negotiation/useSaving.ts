import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { type AgreementTextView, writeAgreementText } from "#contract/agreements"
import { proposeClauses } from "#contract/negotiation"
import type { AgreementText } from "./clauses.ts"

type Wanted = AgreementText & Readonly<{ reason: string; sends: boolean }>

/** Saves what the host writes for itself; of a text that lies before both sides, proposes what was changed. */
export const useSaving = (view: AgreementTextView, { onDone }: { onDone: () => void }) => {
  const { t } = useTranslation("negotiation")
  const [problem, setProblem] = useState<unknown>(null)
  const shared = { showsProblem: false, onDone }
  const write = useAct(writeAgreementText, { ...shared, done: () => t("edit.saved") })
  const propose = useAct(proposeClauses, {
    ...shared,
    done: ({ items }) => t(items[0]?.state === "draft" ? "edit.kept" : "edit.sent", { count: items.length }),
  })
  const params = { agreementDraft: view.draftId }
  const save = async ({ clauses, terms, reason, sends }: Wanted) => {
    setProblem(null)
    try {
      if (view.abilities.write === true)
        await write.mutateAsync({ params, input: { clauses, terms }, ifMatch: view.version })
      else
        await propose.mutateAsync({
          params,
          input: {
            ...{ baseNumber: view.number ?? 1, clauses, terms, send: sends },
            ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
          },
        })
    } catch (refused) {
      setProblem(refused)
    }
  }
  return { save, problem, isSaving: write.isPending || propose.isPending }
}
