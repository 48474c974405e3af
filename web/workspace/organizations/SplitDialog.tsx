import { MultiSelect } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { getSplittable, splitOrganization } from "#contract/mergers"
import type { OrganizationForHost } from "#contract/organizations"
import type { OutputOf } from "#core/endpoint"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { Loaded } from "#ui/states"

type SplitDialogProps = { organization: OrganizationForHost; onClose: () => void }
type Splittable = OutputOf<typeof getSplittable>

/** Takes a part of a company out into a new one. */
export const SplitDialog = ({ organization, onClose }: SplitDialogProps) => {
  const found = useEndpoint(getSplittable, { params: { organization: organization.id } })
  return <Loaded from={found}>{(of) => <Split organization={organization} of={of} onClose={onClose} />}</Loaded>
}

const ownId = "own id"

const Split = ({ organization, of, onClose }: SplitDialogProps & { of: Splittable }) => {
  const { t } = useTranslation("organizations")
  const none: string[] = []
  const { form, sending } = useActForm(splitOrganization, {
    initialValues: { name: "", partnerships: none, contacts: none, people: none, marks: none, domains: none },
    validate: { name: (text) => (text.trim() === "" ? t("nameNeeded") : null) },
    argsOf: ({ marks, ...input }) => ({
      params: { organization: organization.id },
      input: { ...input, marks: marks.filter((mark) => mark !== ownId), takesExternalId: marks.includes(ownId) },
    }),
    done: ({ next }) => t("split.done", { name: next.name }),
    onDone: onClose,
  })
  /** Who plays a part in a partnership goes with it, unless somebody says otherwise. */
  const takePartnerships = (partnerships: string[]) => {
    const added = partnerships.filter((id) => !form.values.partnerships.includes(id))
    const along = of.contacts.filter((contact) => contact.partnerships.some((id) => added.includes(id)))
    const contacts = [...new Set([...form.values.contacts, ...along.map(({ id }) => id)])]
    form.setValues({ ...form.values, partnerships, contacts })
  }
  const named = (all: readonly Readonly<{ id: string; name: string }>[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  const marks = [
    ...(of.externalId ? [{ value: ownId, label: of.externalId }] : []),
    ...of.marks.map(({ id, value }) => ({ value: id, label: value })),
  ]
  return (
    <FormDialog
      {...sending}
      title={t("split.title", { name: organization.name })}
      submit={t("split.verb")}
      onClose={onClose}
      size="lg"
    >
      <TextField label={t("split.name")} data-autofocus {...form.getInputProps("name")} />
      <MultiSelect
        label={t("partnerships")}
        description={t("split.partnershipsHint")}
        data={named(of.partnerships)}
        {...form.getInputProps("partnerships")}
        onChange={takePartnerships}
      />
      {of.contacts.length > 0 ? (
        <MultiSelect
          label={t("split.contacts")}
          description={of.hasMoreContacts ? t("split.moreContacts", { count: of.contacts.length }) : undefined}
          data={named(of.contacts)}
          searchable
          limit={100}
          {...form.getInputProps("contacts")}
        />
      ) : null}
      {of.people.length > 0 ? (
        <MultiSelect label={t("users.title")} data={named(of.people)} searchable {...form.getInputProps("people")} />
      ) : null}
      {of.domains.length > 0 ? (
        <MultiSelect label={t("domains")} data={of.domains} {...form.getInputProps("domains")} />
      ) : null}
      {marks.length > 0 ? (
        <MultiSelect
          label={t("split.marks")}
          description={t("split.marksHint")}
          data={marks}
          {...form.getInputProps("marks")}
        />
      ) : null}
    </FormDialog>
  )
}
