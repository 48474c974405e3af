import { Button, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { editProfile, mostCriteria, type Profile } from "#contract/recruitment"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { useFormat } from "#ui/text"
import { CriterionFields } from "./CriterionFields.tsx"
import { another, criterionOf, typedOf, type Values } from "./typed.ts"

/** What is being written; whoever may not change it reads it here. */
export const EditProfile = ({ profile }: { profile: Profile }) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  const { form, sending } = useActForm<typeof editProfile, Values>(editProfile, {
    initialValues: {
      name: profile.name,
      region: profile.region ?? "",
      criteria: typedOf(profile.criteria),
    },
    validate: {
      name: (text) => (text.trim() === "" ? t("profiles.nameNeeded") : null),
      criteria: { question: (text: string) => (text.trim() === "" ? t("questionNeeded") : null) },
    },
    argsOf: ({ name, region, criteria }) => ({
      params: { profile: profile.id },
      input: {
        ...{ name, partnershipType: profile.partnershipType, criteria: criteria.map(criterionOf) },
        ...(region.trim() === "" ? {} : { region }),
      },
      ifMatch: profile.version,
    }),
    done: () => t("keep.saved"),
  })
  const reason = reasonOf(profile.abilities.edit)
  const { criteria } = form.values
  const weights = criteria.reduce((all, { weight }) => all + (Number(weight) || 0), 0)
  const add = () => form.insertListItem("criteria", another(criteria))
  return (
    <Form {...sending} submit={t("keep.save")} disabledReason={reason}>
      <TextField label={t("name")} disabledReason={reason} {...form.getInputProps("name")} />
      <TextField label={t("region")} disabledReason={reason} {...form.getInputProps("region")} />
      <Stack gap="sm">
        {criteria.map((criterion, place) => (
          <CriterionFields
            key={criterion.key}
            {...{ form, place, reason }}
            share={weights === 0 ? "" : format.percent((Number(criterion.weight) || 0) / weights)}
          />
        ))}
      </Stack>
      {reason === undefined && criteria.length < mostCriteria ? (
        <Button variant="default" onClick={add} style={{ alignSelf: "flex-start" }}>
          {t("addCriterion")}
        </Button>
      ) : null}
    </Form>
  )
}
