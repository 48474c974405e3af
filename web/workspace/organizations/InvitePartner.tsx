import { Modal } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { fieldErrors, reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { invite } from "#contract/people"
import { type PartnerRole, partnerRoles } from "#core/actor"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Asks a person of the partner in, by mail. */
export const InvitePartner = ({ organizationId, ability }: { organizationId: string; ability: Ability }) => {
  const { t } = useTranslation("organizations")
  const [isOpen, setOpen] = useState(false)
  const form = useForm({ initialValues: { email: "", role: "partner_admin" } })
  const send = useAct(invite, {
    showsProblem: false,
    done: ({ email }) => t("users.invited", { email }),
    onDone: () => {
      form.reset()
      setOpen(false)
    },
  })
  const submit = ({ email, role }: typeof form.values) =>
    send.mutate(
      { input: { email, side: "partner", role: role as PartnerRole, organizationId } },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    )
  return (
    <>
      <ActionButton variant="default" disabledReason={reasonOf(ability, invite)} onClick={() => setOpen(true)}>
        {t("users.invite")}
      </ActionButton>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("users.invite")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Form
          onSubmit={form.onSubmit(submit)}
          submit={t("users.send")}
          isSubmitting={send.isPending}
          submitError={send.error}
        >
          <TextField label={t("users.email")} type="email" data-autofocus {...form.getInputProps("email")} />
          <SelectField
            label={t("users.role")}
            data={partnerRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            {...form.getInputProps("role")}
          />
        </Form>
      </Modal>
    </>
  )
}
