import { MultiSelect, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { Concern } from "#acts/Diligence"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import {
  decideCandidate,
  findConflicts,
  listCandidates,
  type Outcome,
  outcomes,
  type WholeCandidate,
} from "#contract/recruitment"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { useFormat } from "#ui/text"

type Values = Record<
  "outcome" | "why" | "dissent" | "knockOutReason" | "conflictReason" | "diligenceReason" | "lookAgainOn",
  string
> & {
  alternatives: string[]
}
type DecideProps = { candidate: WholeCandidate; onClose: () => void }

const texts = ["dissent", "knockOutReason", "conflictReason", "diligenceReason", "lookAgainOn"] as const

/** What is decided, why, what it was weighed against, and who saw it otherwise. */
export const Decide = ({ candidate, onClose }: DecideProps) => {
  const { t } = useTranslation("recruit")
  const today = useToday()
  const format = useFormat()
  const { id, version, profileId, organizationId, verdict, wasKnockedOut, diligence } = candidate
  const met = useEndpoint(findConflicts, { query: { organization: organizationId, candidate: id } }).data?.items ?? []
  const others = useEndpoint(listCandidates, { query: { profile: profileId, limit: 200 } }).data?.items ?? []
  const { form, sending } = useActForm<typeof decideCandidate, Values>(decideCandidate, {
    initialValues: {
      ...{ outcome: "approved", why: "", dissent: "", knockOutReason: "", conflictReason: "" },
      ...{ diligenceReason: "", lookAgainOn: "" },
      alternatives: [],
    },
    validate: { why: (text) => (text.trim() === "" ? t("whyNeeded") : null) },
    argsOf: ({ outcome, why, alternatives, ...said }) => ({
      params: { candidate: id },
      input: {
        ...{ outcome: outcome as Outcome, why, alternatives },
        ...Object.fromEntries(texts.flatMap((key) => (said[key].trim() === "" ? [] : [[key, said[key]]]))),
      },
      ifMatch: version,
    }),
    onDone: onClose,
  })
  const { outcome } = form.values
  const isOverKnockOut = outcome === "approved" && (wasKnockedOut || (verdict?.knockOuts.length ?? 0) > 0)
  const against = outcome === "approved" ? met.filter(({ isSerious }) => isSerious) : []
  return (
    <FormDialog {...sending} title={t("decide.open")} submit={t(`decide.verb.${outcome as Outcome}`)} onClose={onClose}>
      <SelectField
        label={t("decide.outcome")}
        data={outcomes.map((value) => ({ value, label: t(`stage.${value}`) }))}
        {...form.getInputProps("outcome")}
      />
      <AreaField label={t("why")} data-autofocus {...form.getInputProps("why")} />
      {isOverKnockOut ? (
        <AreaField
          label={t("decide.knockOutReason")}
          description={t("decide.knockOutHint")}
          {...form.getInputProps("knockOutReason")}
        />
      ) : null}
      {against.length > 0 ? (
        <AreaField
          label={t("decide.conflictReason")}
          description={format.list(
            against.map(({ kind, name }) => t("conflicts.of", { kind: t(`conflicts.kind.${kind}`), name })),
          )}
          {...form.getInputProps("conflictReason")}
        />
      ) : null}
      {outcome === "approved" && diligence.asked > 0 ? (
        <Text size="sm">
          <Concern concern={diligence} />
        </Text>
      ) : null}
      {outcome === "approved" && diligence.matches > 0 ? (
        <AreaField label={t("decide.diligenceReason")} {...form.getInputProps("diligenceReason")} />
      ) : null}
      {outcome === "approved" ? null : (
        <DateField
          label={t("lookAgainOn")}
          description={outcome === "declined" ? t("decide.lookAgainHint") : undefined}
          min={today}
          {...form.getInputProps("lookAgainOn")}
        />
      )}
      <MultiSelect
        label={t("decide.alternatives")}
        searchable
        data={others.filter((each) => each.id !== id).map((each) => ({ value: each.id, label: each.organizationName }))}
        {...form.getInputProps("alternatives")}
      />
      <AreaField label={t("decide.dissent")} description={t("decide.dissentHint")} {...form.getInputProps("dissent")} />
    </FormDialog>
  )
}
