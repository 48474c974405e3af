import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { editOrganization, type OrganizationForHost } from "#contract/organizations"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { CountryField } from "#ui/placeFields"

/** Lists are entered as words between commas. */
const words = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean)

/** Everything that is known of a company; whoever may not change it reads it here. */
export const EditOrganization = ({ organization }: { organization: OrganizationForHost }) => {
  const { t } = useTranslation("organizations")
  const { form, sending } = useActForm(editOrganization, {
    initialValues: {
      name: organization.name,
      domains: organization.domains.join(", "),
      registrationNumber: organization.registrationNumber ?? "",
      country: organization.country ?? "",
      website: organization.website ?? "",
      regions: organization.regions.join(", "),
      industries: organization.industries.join(", "),
      capabilities: organization.capabilities.join(", "),
      languages: organization.languages.join(", "),
      size: organization.size ?? "",
    },
    validate: { name: (text) => (text.trim() === "" ? t("nameNeeded") : null) },
    argsOf: ({ name, domains, regions, industries, capabilities, languages, ...texts }) => ({
      params: { organization: organization.id },
      input: {
        name,
        domains: words(domains),
        regions: words(regions),
        industries: words(industries),
        capabilities: words(capabilities),
        languages: words(languages),
        ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== "")),
      },
      ifMatch: organization.version,
    }),
    done: () => t("saved"),
  })
  const reason = reasonOf(organization.abilities.edit)
  return (
    <Form {...sending} submit={t("save")} disabledReason={reason}>
      <TextField label={t("name")} disabledReason={reason} {...form.getInputProps("name")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <CountryField label={t("country")} readOnly={reason !== undefined} {...form.getInputProps("country")} />
        {(
          [
            "domains",
            "website",
            "registrationNumber",
            "regions",
            "industries",
            "capabilities",
            "languages",
            "size",
          ] as const
        ).map((field) => (
          <TextField key={field} label={t(field)} readOnly={reason !== undefined} {...form.getInputProps(field)} />
        ))}
      </SimpleGrid>
    </Form>
  )
}
