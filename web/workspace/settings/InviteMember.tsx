import { Modal } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { fieldErrors, reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { invite } from "#contract/people"
import { type MemberRole, memberRoles } from "#core/actor"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Asks a colleague in, by mail. */
export const InviteMember = ({ ability }: { ability: Ability }) => {
  const { t } = useTranslation("settings")
  const [isOpen, setOpen] = useState(false)
  const form = useForm({ initialValues: { email: "", role: "partner_manager" } })
  const send = useAct(invite, {
    showsProblem: false,
    done: ({ email }) => t("invite.done", { email }),
    onDone: () => {
      form.reset()
      setOpen(false)
    },
  })
  const submit = ({ email, role }: typeof form.values) =>
    send.mutate(
      { input: { email, side: "host", role: role as MemberRole } },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    )
  return (
    <>
      <ActionButton disabledReason={reasonOf(ability, invite)} onClick={() => setOpen(true)}>
        {t("invite.open")}
      </ActionButton>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("invite.open")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Form
          onSubmit={form.onSubmit(submit)}
          submit={t("invite.send")}
          isSubmitting={send.isPending}
          submitError={send.error}
        >
          <TextField label={t("invite.email")} type="email" data-autofocus {...form.getInputProps("email")} />
          <SelectField
            label={t("invite.role")}
            description={t(`roleHint.${form.values.role as MemberRole}`)}
            data={memberRoles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
            {...form.getInputProps("role")}
          />
        </Form>
      </Modal>
    </>
  )
}
