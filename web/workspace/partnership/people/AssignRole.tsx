import { SegmentedControl } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCompanies } from "#acts/CompanyField"
import { act } from "#client/act"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { assignRole, type ContactRole, contactRoles, createContact, listContacts } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Gives somebody a part, somebody known or somebody new. */
export const AssignRole = ({ partnershipId, ability }: { partnershipId: string; ability: Ability }) => {
  const { t } = useTranslation("partnership")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton variant="default" disabledReason={reasonOf(ability)} onClick={() => setOpen(true)}>
        {t("people.assign")}
      </ActionButton>
      {isOpen ? <AssignForm partnershipId={partnershipId} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const newPerson = "new"

type Values = Record<"contact" | "name" | "email" | "title" | "role" | "fromOn", string>

const AssignForm = ({ partnershipId, onClose }: { partnershipId: string; onClose: () => void }) => {
  const { t } = useTranslation(["partnership", "people"])
  const [side, setSide] = useState("partner")
  const leading = useEndpoint(getPartnership, { params: { partnership: partnershipId } }).data?.organizationId
  const companies = useCompanies(partnershipId)
  const isPartner = side !== "host"
  const organization = isPartner && side !== "partner" ? side : leading
  const contacts = useEndpoint(
    listContacts,
    { query: isPartner ? { organization, limit: 200 } : { side: "host", limit: 200 } },
    { isEnabled: organization !== undefined },
  )
  const { form, sending } = useActForm<typeof assignRole, Values>(assignRole, {
    initialValues: { contact: newPerson, name: "", email: "", title: "", role: "", fromOn: "" },
    validate: {
      name: (text, { contact }) =>
        contact === newPerson && text.trim() === "" ? t("partnership:people.nameNeeded") : null,
      role: (role) => (role === "" ? t("partnership:people.roleNeeded") : null),
    },
    fieldOf: (name) => (name === "contactId" ? "contact" : name),
    argsOf: async (values) => ({
      params: { partnership: partnershipId },
      input: {
        contactId: await recorded(values),
        role: values.role as ContactRole,
        ...(values.fromOn ? { fromOn: values.fromOn } : {}),
      },
    }),
    onDone: onClose,
  })
  const recorded = async ({ contact, name, email, title }: Values): Promise<string> => {
    if (contact !== newPerson) return contact
    const optional = { ...(email ? { email } : {}), ...(title ? { title } : {}) }
    const made = await act(createContact, {
      input: { name, ...optional, ...(isPartner && organization ? { organizationId: organization } : {}) },
    })
    // Should giving the role fail, the next try goes on with the person who is recorded now.
    form.setFieldValue("contact", made.id)
    return made.id
  }
  const known = contacts.data?.items ?? []
  return (
    <FormDialog
      {...sending}
      title={t("partnership:people.assign")}
      submit={t("partnership:people.assign")}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t("partnership:people.side")}
        value={side}
        onChange={(next) => {
          setSide(next)
          form.setFieldValue("contact", newPerson)
        }}
        data={[
          { value: "host", label: t("people:ours") },
          { value: "partner", label: companies.find(({ id }) => id === leading)?.name ?? t("people:theirs") },
          ...companies.filter(({ id }) => id !== leading).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        label={t("partnership:people.person")}
        searchable
        data={[
          { value: newPerson, label: t("partnership:people.new") },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps("contact")}
      />
      {form.values.contact === newPerson ? (
        <>
          <TextField label={t("partnership:people.name")} {...form.getInputProps("name")} />
          <TextField label={t("partnership:people.email")} type="email" {...form.getInputProps("email")} />
          <TextField label={t("partnership:people.title")} {...form.getInputProps("title")} />
        </>
      ) : null}
      <SelectField
        label={t("partnership:people.role")}
        data={contactRoles.map((role) => ({ value: role, label: t(`people:role.${role}`) }))}
        {...form.getInputProps("role")}
      />
      <DateField
        label={t("partnership:people.fromOn")}
        description={t("partnership:people.fromHint")}
        {...form.getInputProps("fromOn")}
      />
    </FormDialog>
  )
}
