import { Button } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import type { getTemplate } from "#contract/agreements"
import { draftAgreement } from "#contract/agreements"
import type { OutputOf } from "#core/endpoint"
import { agreementDraftPath } from "#paths/agreement-draft"
import { AgreementFields } from "./AgreementFields.tsx"
import { type AgreementDraft, draftFrom, inputOf } from "./draft.ts"
import { dropDraft, keepDraft, keptDraft } from "./kept.ts"
import { useDraftChecks } from "./useDraftChecks.ts"

type AgreementFormProps = {
  partnershipId: string
  partnershipName: string
  currency: string
  template: OutputOf<typeof getTemplate>
  slug: string
}

/** The first version of an agreement, filled from the template; kept as typed until it is written, and reviewed next. */
export const AgreementForm = ({ partnershipId, partnershipName, currency, template, slug }: AgreementFormProps) => {
  const { t } = useTranslation("agreements")
  const navigate = useNavigate()
  const today = useToday()
  const fromTemplate = () => draftFrom(template, t("new.usualTitle", { name: partnershipName }), currency, today)
  // What was typed is kept as a draft: leaving takes nothing, and is not asked about.
  const {
    form,
    sending: { isDirty: _, ...sending },
  } = useActForm<typeof draftAgreement, AgreementDraft>(draftAgreement, {
    initialValues: keptDraft(partnershipId) ?? fromTemplate(),
    onValuesChange: (draft) => keepDraft(partnershipId, draft),
    validate: useDraftChecks(),
    argsOf: (draft) => ({ params: { partnership: partnershipId }, input: inputOf(draft) }),
    done: ({ title }) => t("new.done", { title }),
    onDone: ({ id }) => {
      dropDraft(partnershipId)
      void navigate({ to: agreementDraftPath(slug, id) })
    },
  })
  return (
    <AgreementFields
      form={form}
      sending={sending}
      partnershipId={partnershipId}
      partnershipName={partnershipName}
      currency={currency}
      submit={t("new.verb")}
      isFirst
      aside={
        <Button variant="subtle" color="gray" onClick={() => form.setValues(fromTemplate())}>
          {t("new.startAgain")}
        </Button>
      }
    />
  )
}
