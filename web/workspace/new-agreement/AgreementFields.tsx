import { Button, Group, SimpleGrid, Stack } from "@mantine/core"
import type { UseFormReturnType } from "@mantine/form"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { NoticeFields } from "#acts/agreements/NoticeFields"
import { useCompanies } from "#acts/CompanyField"
import type { DraftView } from "#contract/agreements"
import { Form, type FormProps } from "#ui/Form"
import { TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { Panel } from "#ui/Panel"
import { CommitmentLine } from "./CommitmentLine.tsx"
import { type AgreementDraft, emptyCommitment, emptyObjective } from "./draft.ts"
import { ObjectiveLine } from "./ObjectiveLine.tsx"
import { PeriodsOfAllField } from "./PeriodFields.tsx"
import { TermFields } from "./TermFields.tsx"

type AgreementFieldsProps = {
  form: UseFormReturnType<AgreementDraft>
  sending: Omit<FormProps, "submit" | "aside" | "children" | "isDirty">
  partnershipId: string
  partnershipName: string
  currency: string
  submit: string
  aside?: ReactNode
  isFirst: boolean
  /** Of its text, where there is one. */
  clauses?: DraftView["clauses"]
}

/** Term, promises of both sides and objectives in one form. */
export const AgreementFields = ({
  form,
  sending,
  partnershipId,
  partnershipName,
  currency,
  submit,
  aside,
  isFirst,
  clauses = [],
}: AgreementFieldsProps) => {
  const { t } = useTranslation("agreements")
  const { commitments, objectives } = form.values
  const companies = useCompanies(partnershipId)
  return (
    <Form {...sending} submit={submit} aside={aside}>
      <Panel title={t("new.term")}>
        <Stack gap="sm">
          <TextField label={t("field.title")} {...form.getInputProps("title")} />
          <TermFields form={form} isFirst={isFirst} />
          <NoticeFields form={form} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <NumberField
              label={t("field.value", { currency })}
              min={0}
              thousandSeparator=" "
              {...form.getInputProps("value")}
            />
          </SimpleGrid>
        </Stack>
      </Panel>
      <Panel title={t("new.promises")} hint={t("new.promisesHint")}>
        <Stack gap="lg">
          <PeriodsOfAllField form={form} />
          {commitments.map((line, index) => (
            <CommitmentLine
              key={line.key}
              form={form}
              index={index}
              partnershipName={partnershipName}
              companies={companies}
              clauses={clauses}
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
            <ObjectiveLine key={goal.key} form={form} index={index} partnershipId={partnershipId} clauses={clauses} />
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
