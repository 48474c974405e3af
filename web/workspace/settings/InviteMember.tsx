import { useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { invite } from "#contract/people"
import { type MemberRole, memberRoles } from "#core/actor"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Asks a colleague in, by mail. */
export const InviteMember = ({ ability }: { ability: Ability }) => {
  const { t } = useTranslation("settings")
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <ActionButton disabledReason={reasonOf(ability)} onClick={open}>
        {t("invite.open")}
      </ActionButton>
      {isOpen ? <InviteForm onClose={close} /> : null}
    </>
  )
}

const InviteForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("settings")
  const { form, sending } = useActForm(invite, {
    initialValues: { email: "", role: "partner_manager" as MemberRole },
    argsOf: (input) => ({ input: { side: "host" as const, ...input } }),
    done: ({ email }) => t("invite.done", { email }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("invite.open")} submit={t("invite.send")} onClose={onClose}>
      <TextField label={t("invite.email")} type="email" data-autofocus {...form.getInputProps("email")} />
      <SelectField
        label={t("invite.role")}
        description={t(`roleHint.${form.values.role}`)}
        data={memberRoles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
        {...form.getInputProps("role")}
      />
    </FormDialog>
  )
}
