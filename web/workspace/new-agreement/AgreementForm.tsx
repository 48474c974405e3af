import { Button, Group, SimpleGrid, Stack } from "@mantine/core"
import { useNavigate } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useCompanies } from "#acts/CompanyField"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import type { getTemplate } from "#contract/agreements"
import { enterAgreement } from "#contract/agreements"
import type { OutputOf } from "#core/endpoint"
import { partnershipPromisesPath } from "#paths/partnership"
import { Form } from "#ui/Form"
import { CheckField, DateField, TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { Panel } from "#ui/Panel"
import { CommitmentLine } from "./CommitmentLine.tsx"
import {
  type AgreementDraft,
  draftFrom,
  dropDraft,
  emptyCommitment,
  emptyObjective,
  inputOf,
  keepDraft,
  keptDraft,
} from "./draft.ts"
import { ObjectiveLine } from "./ObjectiveLine.tsx"
import { useDraftChecks } from "./useDraftChecks.ts"

type AgreementFormProps = {
  partnershipId: string
  partnershipName: string
  currency: string
  template: OutputOf<typeof getTemplate>
  slug: string
}

/** Term, promises of both sides and objectives in one form; sent in one act, and kept as typed until then. */
export const AgreementForm = ({ partnershipId, partnershipName, currency, template, slug }: AgreementFormProps) => {
  const { t } = useTranslation("agreements")
  const navigate = useNavigate()
  const today = useToday()
  // What was typed is kept as a draft: leaving takes nothing, and is not asked about.
  const {
    form,
    sending: { isDirty: _, ...sending },
  } = useActForm<typeof enterAgreement, AgreementDraft>(enterAgreement, {
    initialValues:
      keptDraft(partnershipId) ?? draftFrom(template, t("new.usualTitle", { name: partnershipName }), currency, today),
    onValuesChange: (draft) => keepDraft(partnershipId, draft),
    validate: useDraftChecks(),
    argsOf: (draft) => ({ params: { partnership: partnershipId }, input: inputOf(draft) }),
    done: ({ title }) => t("new.done", { title }),
    onDone: () => {
      dropDraft(partnershipId)
      void navigate({ to: partnershipPromisesPath(slug, partnershipId) })
    },
  })
  const { commitments, objectives } = form.values
  const companies = useCompanies(partnershipId)
  const startAgain = () =>
    form.setValues(draftFrom(template, t("new.usualTitle", { name: partnershipName }), currency, today))
  return (
    <Form
      {...sending}
      submit={t("new.verb")}
      aside={
        <Button variant="subtle" color="gray" onClick={startAgain}>
          {t("new.startAgain")}
        </Button>
      }
    >
      <Panel title={t("new.term")}>
        <Stack gap="sm">
          <TextField label={t("field.title")} {...form.getInputProps("title")} />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <DateField label={t("field.signedOn")} {...form.getInputProps("signedOn")} />
            <DateField label={t("field.startsOn")} {...form.getInputProps("startsOn")} />
            <DateField label={t("field.endsOn")} {...form.getInputProps("endsOn")} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <NumberField
              label={t("field.noticeDays")}
              min={0}
              max={3650}
              allowDecimal={false}
              {...form.getInputProps("noticeDays")}
            />
            <NumberField
              label={t("field.value", { currency })}
              min={0}
              thousandSeparator=" "
              {...form.getInputProps("value")}
            />
          </SimpleGrid>
          <CheckField label={t("field.autoRenews")} {...form.getInputProps("autoRenews", { type: "checkbox" })} />
        </Stack>
      </Panel>
      <Panel title={t("new.promises")} hint={t("new.promisesHint")}>
        <Stack gap="lg">
          {commitments.map((line, index) => (
            <CommitmentLine
              key={line.key}
              form={form}
              index={index}
              partnershipName={partnershipName}
              companies={companies}
            />
          ))}
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              onClick={() => form.insertListItem("commitments", emptyCommitment("host"))}
            >
              {t("new.addOurs")}
            </Button>
            <Button
              variant="default"
              size="xs"
              onClick={() => form.insertListItem("commitments", emptyCommitment("partner"))}
            >
              {t("new.addTheirs")}
            </Button>
          </Group>
        </Stack>
      </Panel>
      <Panel title={t("new.objectives")} hint={t("new.objectivesHint")}>
        <Stack gap="lg">
          {objectives.map((goal, index) => (
            <ObjectiveLine key={goal.key} form={form} index={index} partnershipId={partnershipId} />
          ))}
          <Group>
            <Button
              variant="default"
              size="xs"
              onClick={() => form.insertListItem("objectives", emptyObjective(currency))}
            >
              {t("new.addObjective")}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </Form>
  )
}
