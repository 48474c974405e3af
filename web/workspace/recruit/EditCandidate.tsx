import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { editCandidate, type SourceKind, sourceKinds, type WholeCandidate } from "#contract/recruitment"
import { Form } from "#ui/Form"
import { DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Where it came from, who looks after it, what comes next; whoever may not change it reads it here. */
export const EditCandidate = ({ candidate }: { candidate: WholeCandidate }) => {
  const { t } = useTranslation("recruit")
  const { form, sending } = useActForm(editCandidate, {
    initialValues: {
      nextStep: candidate.nextStep ?? "",
      nextStepOn: candidate.nextStepOn ?? "",
      ownerId: candidate.ownerId ?? "",
      sourceKind: candidate.sourceKind as string,
      source: candidate.source ?? "",
    },
    argsOf: ({ sourceKind, ...said }) => ({
      params: { candidate: candidate.id },
      input: {
        sourceKind: sourceKind as SourceKind,
        ...Object.fromEntries(Object.entries(said).filter(([, text]) => (text ?? "").trim() !== "")),
      },
      ifMatch: candidate.version,
    }),
    done: () => t("keep.saved"),
  })
  const reason = reasonOf(candidate.abilities.edit)
  const locked = { disabledReason: reason }
  return (
    <Form {...sending} submit={t("keep.save")} disabledReason={reason}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("nextStep")} {...locked} {...form.getInputProps("nextStep")} />
        <DateField label={t("nextStepOn")} {...locked} {...form.getInputProps("nextStepOn")} />
        <OwnerField label={t("owner")} {...locked} {...form.getInputProps("ownerId")} />
        <SelectField
          label={t("sourceKind.label")}
          data={sourceKinds.map((value) => ({ value, label: t(`sourceKind.${value}`) }))}
          {...locked}
          {...form.getInputProps("sourceKind")}
        />
        <TextField label={t("source")} {...locked} {...form.getInputProps("source")} />
      </SimpleGrid>
    </Form>
  )
}
