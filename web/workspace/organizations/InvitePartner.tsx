import { useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { invite } from "#contract/people"
import { type PartnerRole, partnerRoles } from "#core/actor"
import type { Ability } from "#core/endpoint"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"

/** Asks a person of the partner in, by mail. */
export const InvitePartner = ({ organizationId, ability }: { organizationId: string; ability: Ability }) => {
  const { t } = useTranslation("organizations")
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <ActionButton variant="default" disabledReason={reasonOf(ability)} onClick={open}>
        {t("users.invite")}
      </ActionButton>
      {isOpen ? <InviteForm organizationId={organizationId} onClose={close} /> : null}
    </>
  )
}

const InviteForm = ({ organizationId, onClose }: { organizationId: string; onClose: () => void }) => {
  const { t } = useTranslation("organizations")
  const { form, sending } = useActForm(invite, {
    initialValues: { email: "", role: "partner_admin" as PartnerRole },
    argsOf: (input) => ({ input: { side: "partner" as const, organizationId, ...input } }),
    done: ({ email }) => t("users.invited", { email }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("users.invite")} submit={t("users.send")} onClose={onClose}>
      <TextField label={t("users.email")} type="email" data-autofocus {...form.getInputProps("email")} />
      <SelectField
        label={t("users.role")}
        data={partnerRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        {...form.getInputProps("role")}
      />
    </FormDialog>
  )
}
