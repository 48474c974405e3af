import { Modal, UnstyledButton } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import { useAct } from "#client/useAct"
import { retractActivity } from "#contract/activities"
import { Form } from "#ui/Form"
import { TextField } from "#ui/fields"
import classes from "./timeline.module.css"

/** Takes a wrong record back; it is kept and counts for nothing. */
export const Retract = ({ activityId }: { activityId: string }) => {
  const { t } = useTranslation("timeline")
  const [isOpen, { open, close }] = useDisclosure(false)
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("retract.reasonNeeded") : null) },
  })
  const retract = useAct(retractActivity, {
    showsProblem: false,
    done: () => t("retract.done"),
    onDone: close,
  })
  return (
    <>
      <UnstyledButton className={classes.retract} onClick={open}>
        {t("retract.open")}
      </UnstyledButton>
      <Modal opened={isOpen} onClose={close} title={t("retract.title")} closeButtonProps={{ "aria-label": t("close") }}>
        <Form
          onSubmit={form.onSubmit((input) => retract.mutate({ params: { activity: activityId }, input }))}
          submit={t("retract.open")}
          isSubmitting={retract.isPending}
          submitError={retract.error}
        >
          <TextField label={t("retract.reason")} description={t("retract.hint")} {...form.getInputProps("reason")} />
        </Form>
      </Modal>
    </>
  )
}
