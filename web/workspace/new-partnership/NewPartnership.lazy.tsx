import { SimpleGrid } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useDebouncedValue } from "@mantine/hooks"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { fieldErrors } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { getOrganization } from "#contract/organizations"
import { createPartnership, type PartnershipType, partnershipTypes } from "#contract/partnerships"
import { partnershipPath } from "#paths/partnership"
import { portfolioPath } from "#paths/portfolio"
import { Form } from "#ui/Form"
import { DateField, TextField } from "#ui/fields"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { SelectField } from "#ui/SelectField"

import { SimilarCompanies } from "./SimilarCompanies.tsx"
import { TemplatePreview } from "./TemplatePreview.tsx"

/** The short form: which company, what kind, who looks after it. Everything else can wait. */
const NewPartnership = () => {
  const { t } = useTranslation(["new-partnership", "marks"])
  const { slug = "" } = useParams({ strict: false })
  const { organization: chosen } = useSearch({ strict: false }) as { organization?: string }
  const navigate = useNavigate()
  const form = useForm({
    initialValues: {
      company: "",
      organizationId: chosen ?? "",
      domain: "",
      type: "reseller",
      ownerId: "",
      startedOn: "",
    },
    validate: {
      company: (name, { organizationId }) =>
        organizationId === "" && name.trim() === "" ? t("new-partnership:companyNeeded") : null,
    },
  })
  const { company, organizationId, domain, type } = form.values
  const known = useEndpoint(
    getOrganization,
    { params: { organization: organizationId } },
    { isEnabled: organizationId !== "" },
  )
  const [asked] = useDebouncedValue(organizationId === "" ? company.trim() : "", 250)
  const create = useAct(createPartnership, {
    showsProblem: false,
    onDone: ({ id }) => void navigate({ to: partnershipPath(slug, id) }),
  })
  const isKnownDomain = create.error?.code === "already-known"
  const send = ({ ownerId, startedOn }: typeof form.values) =>
    create.mutate(
      {
        input: {
          type: type as PartnershipType,
          ...(ownerId ? { ownerId } : {}),
          ...(startedOn ? { startedOn } : {}),
          ...(organizationId
            ? { organizationId }
            : {
                newOrganization: {
                  name: company.trim(),
                  domains: domain.trim() ? [domain.trim()] : [],
                  evenIfSimilar: isKnownDomain,
                },
              }),
        },
      },
      { onError: (problem) => form.setErrors(named(fieldErrors(problem))) },
    )
  const choose = (id: string) => form.setFieldValue("organizationId", id)
  return (
    <Page
      title={t("new-partnership:title")}
      answer={t("new-partnership:answer")}
      back={{ to: portfolioPath(slug), label: t("new-partnership:back") }}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Panel>
          <Form
            onSubmit={form.onSubmit(send)}
            submit={t(isKnownDomain ? "new-partnership:submitEvenSo" : "new-partnership:submit")}
            isSubmitting={create.isPending}
            submitError={create.error}
          >
            {organizationId === "" ? (
              <>
                <TextField label={t("new-partnership:company")} autoFocus {...form.getInputProps("company")} />
                <SimilarCompanies name={asked} domain={domain} onChoose={choose} />
                <TextField
                  label={t("new-partnership:domain")}
                  description={t("new-partnership:domainHint")}
                  placeholder="example.com"
                  {...form.getInputProps("domain")}
                />
              </>
            ) : (
              <TextField
                label={t("new-partnership:company")}
                value={known.data?.name ?? ""}
                readOnly
                rightSectionWidth={110}
                rightSection={
                  <button type="button" onClick={() => choose("")}>
                    {t("new-partnership:other")}
                  </button>
                }
              />
            )}
            <SelectField
              label={t("new-partnership:type")}
              data={partnershipTypes.map((each) => ({ value: each, label: t(`marks:type.${each}`) }))}
              {...form.getInputProps("type")}
            />
            <OwnerField label={t("new-partnership:owner")} {...form.getInputProps("ownerId")} />
            <DateField label={t("new-partnership:startedOn")} {...form.getInputProps("startedOn")} />
          </Form>
        </Panel>
        <TemplatePreview type={type as PartnershipType} />
      </SimpleGrid>
    </Page>
  )
}

/** The server speaks of the new organization; the form calls it company and domain. */
const named = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, message]) => [
      field.startsWith("newOrganization.domains") ? "domain" : field === "newOrganization.name" ? "company" : field,
      message,
    ]),
  )

export default NewPartnership
