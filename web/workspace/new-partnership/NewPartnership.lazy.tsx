import { SimpleGrid } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useNavigate, useParams, useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { Problem } from "#client/problem"
import { useActForm } from "#client/useActForm"
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

type Values = Record<"company" | "organizationId" | "domain" | "type" | "ownerId" | "startedOn", string>

/** The short form: which company, what kind, who looks after it. Everything else can wait. */
const NewPartnership = () => {
  const { t } = useTranslation(["new-partnership", "marks"])
  const { slug = "" } = useParams({ strict: false })
  const { organization: chosen } = useSearch({ strict: false }) as { organization?: string }
  const navigate = useNavigate()
  const { form, sending, problem } = useActForm<typeof createPartnership, Values>(createPartnership, {
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
    argsOf: ({ type, company, domain, organizationId, ownerId, startedOn }) => ({
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
    }),
    fieldOf,
    onDone: ({ id }) => void navigate({ to: partnershipPath(slug, id) }),
  })
  const isKnownDomain: boolean = problem instanceof Problem && problem.code === "already-known"
  const { company, organizationId, domain, type } = form.values
  const known = useEndpoint(
    getOrganization,
    { params: { organization: organizationId } },
    { isEnabled: organizationId !== "" },
  )
  const [asked] = useDebouncedValue(organizationId === "" ? company.trim() : "", 250)
  const choose = (id: string) => form.setFieldValue("organizationId", id)
  return (
    <Page
      title={t("new-partnership:title")}
      answer={t("new-partnership:answer")}
      back={{ to: portfolioPath(slug), label: t("new-partnership:back") }}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <Panel>
          <Form {...sending} submit={t(isKnownDomain ? "new-partnership:submitEvenSo" : "new-partnership:submit")}>
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
const fieldOf = (name: string): string =>
  name.startsWith("newOrganization.domains") ? "domain" : name === "newOrganization.name" ? "company" : name

export default NewPartnership
