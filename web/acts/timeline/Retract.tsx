import { UnstyledButton } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { retractActivity } from "#contract/activities"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import classes from "./timeline.module.css"

/** Takes a wrong record back; it is kept and counts for nothing. */
export const Retract = ({ activityId }: { activityId: string }) => {
  const { t } = useTranslation("timeline")
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <UnstyledButton className={classes.retract} onClick={open}>
        {t("retract.open")}
      </UnstyledButton>
      {isOpen ? <RetractForm activityId={activityId} onClose={close} /> : null}
    </>
  )
}

const RetractForm = ({ activityId, onClose }: { activityId: string; onClose: () => void }) => {
  const { t } = useTranslation("timeline")
  const { form, sending } = useActForm(retractActivity, {
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("retract.reasonNeeded") : null) },
    argsOf: (input) => ({ params: { activity: activityId }, input }),
    done: () => t("retract.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("retract.title")} submit={t("retract.open")} onClose={onClose}>
      <TextField label={t("retract.reason")} description={t("retract.hint")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}
