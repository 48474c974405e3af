import { SimpleGrid, Stack } from "@mantine/core"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { type DraftView, editAgreementDraft, getAgreementDraft } from "#contract/agreements"
import { getPartnership } from "#contract/portfolio"
import { agreementDraftPath } from "#paths/agreement-draft"
import { DateField, TextField } from "#ui/fields"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { ForbiddenState, Loaded } from "#ui/states"
import { AgreementFields } from "./AgreementFields.tsx"
import { type AgreementDraft, draftOf, inputOf } from "./draft.ts"
import { dropDraft, keepDraft, keptDraft } from "./kept.ts"
import { useDraftChecks } from "./useDraftChecks.ts"

/** Writes a draft anew, and goes back to its review. */
const EditDraft = () => {
  const { t } = useTranslation("agreements")
  const { agreementDraft = "", slug = "" } = useParams({ strict: false })
  const found = useEndpoint(getAgreementDraft, { params: { agreementDraft } })
  return (
    <Page
      title={found.data?.title ?? t("review.edit")}
      answer={t("answer.editing")}
      back={{ to: agreementDraftPath(slug, agreementDraft), label: t("review.back") }}
      width="reading"
    >
      <Loaded from={found}>
        {(draft) =>
          draft.abilities.edit === true ? (
            <EditForm draft={draft} slug={slug} />
          ) : (
            <ForbiddenState reason={reasonOf(draft.abilities.edit)} />
          )
        }
      </Loaded>
    </Page>
  )
}

type Values = AgreementDraft & { validFrom: string; reason: string }

const EditForm = ({ draft, slug }: { draft: DraftView; slug: string }) => {
  const { t } = useTranslation("agreements")
  const navigate = useNavigate()
  const { id, version, partnershipId, kind } = draft
  const partnership = useEndpoint(getPartnership, { params: { partnership: partnershipId } }).data
  const kept = `${id} ${version}`
  const currency = partnership?.currency ?? "EUR"
  const {
    form,
    sending: { isDirty: _, ...sending },
  } = useActForm<typeof editAgreementDraft, Values>(editAgreementDraft, {
    initialValues: (keptDraft(kept) as Values | undefined) ?? {
      ...draftOf(draft, currency),
      validFrom: draft.validFrom ?? "",
      reason: draft.reason ?? "",
    },
    onValuesChange: (values) => keepDraft(kept, values),
    validate: useDraftChecks(),
    argsOf: ({ validFrom, reason, ...values }) => ({
      params: { agreementDraft: id },
      input: {
        ...inputOf(values),
        ...(kind === "change" ? { validFrom } : {}),
        ...(kind === "first" || reason.trim() === "" ? {} : { reason: reason.trim() }),
      },
      ifMatch: version,
    }),
    done: ({ title }) => t("new.done", { title }),
    onDone: () => {
      dropDraft(kept)
      void navigate({ to: agreementDraftPath(slug, id) })
    },
  })
  return (
    <Stack gap="lg">
      {kind === "first" ? null : (
        <Panel title={t("amend.title")} hint={t(`amend.means.${kind}`)}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            {kind === "change" ? <DateField label={t("amend.validFrom")} {...form.getInputProps("validFrom")} /> : null}
            <TextField label={t("amend.reason")} {...form.getInputProps("reason")} />
          </SimpleGrid>
        </Panel>
      )}
      <AgreementFields
        form={form as never}
        sending={sending}
        partnershipId={partnershipId}
        partnershipName={partnership?.name ?? ""}
        currency={form.values.currency}
        submit={t("new.verb")}
        isFirst={draft.kind === "first"}
        clauses={draft.clauses}
      />
    </Stack>
  )
}

export default EditDraft
