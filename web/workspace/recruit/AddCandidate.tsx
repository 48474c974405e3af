import { Button } from "@mantine/core"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Problem } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { addCandidate, type ProfileSummary, type SourceKind, sourceKinds } from "#contract/recruitment"
import { candidatePath } from "#paths/recruit"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import classes from "./AddCandidate.module.css"
import { KnownBefore } from "./KnownBefore.tsx"

type Values = Record<"company" | "domain" | "registrationNumber" | "profileId" | "sourceKind" | "source", string>
type AddCandidateProps = { profiles: readonly ProfileSummary[]; onClose: () => void }

/** The short form: which company, known or new, looked at by which profile, and where it came from. */
export const AddCandidate = ({ profiles, onClose }: AddCandidateProps) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const [taken, setTaken] = useState<Readonly<{ id: string; name: string }>>()
  const { form, sending, problem } = useActForm<typeof addCandidate, Values>(addCandidate, {
    initialValues: {
      ...{ company: "", domain: "", registrationNumber: "", profileId: profiles[0]?.id ?? "" },
      ...{ sourceKind: "research", source: "" },
    },
    validate: { company: (name) => (name.trim() === "" ? t("add.companyNeeded") : null) },
    argsOf: ({ company, domain, registrationNumber, profileId, sourceKind, source }) => ({
      input: {
        ...{ profileId, sourceKind: sourceKind as SourceKind },
        ...(source.trim() === "" ? {} : { source }),
        ...(taken
          ? { organizationId: taken.id }
          : {
              newOrganization: {
                ...{ name: company, domains: domain.trim() === "" ? [] : [domain], evenIfSimilar: isKnown },
                ...(registrationNumber.trim() === "" ? {} : { registrationNumber }),
              },
            }),
      },
    }),
    fieldOf,
    onDone: ({ id }) => void navigate({ to: candidatePath(slug, id) }),
  })
  const isKnown: boolean = problem instanceof Problem && problem.code === "already-known"
  const take = (organization: Readonly<{ id: string; name: string }>) => {
    setTaken(organization)
    form.setFieldValue("company", organization.name)
  }
  return (
    <FormDialog
      {...sending}
      title={t("add.open")}
      submit={t(isKnown && !taken ? "add.even" : "add.verb")}
      onClose={onClose}
    >
      {taken ? (
        <div className={classes.taken}>
          <span>{t("add.taken", { name: taken.name })}</span>
          <Button size="compact-sm" variant="default" onClick={() => setTaken(undefined)}>
            {t("add.another")}
          </Button>
        </div>
      ) : (
        <>
          <TextField label={t("company")} data-autofocus {...form.getInputProps("company")} />
          <TextField label={t("add.domain")} placeholder="example.com" {...form.getInputProps("domain")} />
          <TextField
            label={t("add.registrationNumber")}
            description={t("add.registrationHint")}
            {...form.getInputProps("registrationNumber")}
          />
          <KnownBefore company={{ ...form.values, name: form.values.company }} onTake={take} />
        </>
      )}
      <SelectField
        label={t("profile")}
        data={profiles.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("profileId")}
      />
      <SelectField
        label={t("sourceKind.label")}
        data={sourceKinds.map((value) => ({ value, label: t(`sourceKind.${value}`) }))}
        {...form.getInputProps("sourceKind")}
      />
      <TextField label={t("source")} description={t("add.sourceHint")} {...form.getInputProps("source")} />
    </FormDialog>
  )
}

/** The server speaks of the new organization; the form calls it company and domain. */
const fieldOf = (name: string): string =>
  name.startsWith("newOrganization.domains")
    ? "domain"
    : name === "newOrganization.name"
      ? "company"
      : name.replace("newOrganization.", "")
