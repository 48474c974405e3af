import { Modal, SegmentedControl } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { fieldErrors, reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { assignRole, type ContactRole, contactRoles, createContact, listContacts } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Form } from "#ui/Form"
import { DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Gives somebody a part, somebody known or somebody new. */
export const AssignRole = ({ partnershipId, ability }: { partnershipId: string; ability: Ability }) => {
  const { t } = useTranslation("partnership")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton variant="default" disabledReason={reasonOf(ability, assignRole)} onClick={() => setOpen(true)}>
        {t("people.assign")}
      </ActionButton>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("people.assign")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {isOpen ? <AssignForm partnershipId={partnershipId} onDone={() => setOpen(false)} /> : null}
      </Modal>
    </>
  )
}

const newPerson = "new"

const AssignForm = ({ partnershipId, onDone }: { partnershipId: string; onDone: () => void }) => {
  const { t } = useTranslation("partnership")
  const [side, setSide] = useState("partner")
  const [problem, setProblem] = useState<unknown>(null)
  const organization = useEndpoint(getPartnership, { params: { partnership: partnershipId } }).data?.organizationId
  const isPartner = side === "partner"
  const contacts = useEndpoint(
    listContacts,
    { query: isPartner ? { organization, limit: 200 } : { side: "host", limit: 200 } },
    { isEnabled: organization !== undefined },
  )
  const form = useForm({
    initialValues: { contact: newPerson, name: "", email: "", title: "", role: "", fromOn: "" },
    validate: {
      name: (text, { contact }) => (contact === newPerson && text.trim() === "" ? t("people.nameNeeded") : null),
      role: (role) => (role === "" ? t("people.roleNeeded") : null),
    },
  })
  const assign = useAct(assignRole, { showsProblem: false, onDone })
  const recorded = async ({ contact, name, email, title }: typeof form.values): Promise<string> => {
    if (contact !== newPerson) return contact
    const optional = { ...(email ? { email } : {}), ...(title ? { title } : {}) }
    const made = await act(createContact, {
      input: { name, ...optional, ...(isPartner && organization ? { organizationId: organization } : {}) },
    })
    // Should giving the role fail, the next try goes on with the person who is recorded now.
    form.setFieldValue("contact", made.id)
    return made.id
  }
  const send = async (values: typeof form.values) => {
    setProblem(null)
    try {
      const contactId = await recorded(values)
      const day = values.fromOn ? { fromOn: values.fromOn } : {}
      await assign.mutateAsync({
        params: { partnership: partnershipId },
        input: { contactId, role: values.role as ContactRole, ...day },
      })
    } catch (refused) {
      form.setErrors(fieldErrors(refused))
      setProblem(refused)
    }
  }
  const known = contacts.data?.items ?? []
  return (
    <Form
      onSubmit={form.onSubmit((values) => void send(values))}
      submit={t("people.assign")}
      isSubmitting={assign.isPending}
      submitError={problem}
    >
      <SegmentedControl
        aria-label={t("people.side")}
        value={side}
        onChange={(next) => {
          setSide(next)
          form.setFieldValue("contact", newPerson)
        }}
        data={[
          { value: "host", label: t("people.ours") },
          { value: "partner", label: t("people.theirs") },
        ]}
      />
      <SelectField
        label={t("people.person")}
        searchable
        data={[
          { value: newPerson, label: t("people.new") },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps("contact")}
      />
      {form.values.contact === newPerson ? (
        <>
          <TextField label={t("people.name")} {...form.getInputProps("name")} />
          <TextField label={t("people.email")} type="email" {...form.getInputProps("email")} />
          <TextField label={t("people.title")} {...form.getInputProps("title")} />
        </>
      ) : null}
      <SelectField
        label={t("people.role")}
        data={contactRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        {...form.getInputProps("role")}
      />
      <DateField label={t("people.fromOn")} description={t("people.fromHint")} {...form.getInputProps("fromOn")} />
    </Form>
  )
}
