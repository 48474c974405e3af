import { Modal, Text } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useTranslation } from "react-i18next"
import { fieldErrors } from "#client/problem"
import { useAct } from "#client/useAct"
import { disputeOccurrence, reDateOccurrence, waiveOccurrence } from "#contract/commitments"
import { Form } from "#ui/Form"
import { AreaField, DateField } from "#ui/fields"
import { type ActedPromise, withState } from "./promise.tsx"

/** Acts that settle a promise in another way than by keeping it. */
export type Settlement = "reDate" | "waive" | "dispute"

type SettleProps = { promise: ActedPromise; how: Settlement; onClose: () => void }

/** Asks for the reason, and for a new date where one is agreed; the record keeps both. */
const SettlePromise = ({ promise, how, onClose }: SettleProps) => {
  const { t } = useTranslation("acts")
  const done = () => t(`done.${how}`, { title: promise.title })
  const shared = { done, showsProblem: false, onDone: onClose }
  const waive = useAct(waiveOccurrence, { ...shared, optimistic: withState("waived") })
  const reDate = useAct(reDateOccurrence, { ...shared, optimistic: withState("re_agreed") })
  const dispute = useAct(disputeOccurrence, { ...shared, optimistic: withState("disputed") })
  const form = useForm({
    initialValues: { dueOn: "", reason: "" },
    validate: {
      dueOn: (day) => (how === "reDate" && day === "" ? t("settle.dayExpected") : null),
      reason: (reason) => (reason.trim() === "" ? t("settle.reasonExpected") : null),
    },
  })
  const submit = form.onSubmit(({ dueOn, reason }) => {
    const params = { occurrence: promise.id }
    const onError = (problem: unknown) => form.setErrors(fieldErrors(problem))
    if (how === "reDate") reDate.mutate({ params, input: { dueOn, reason } }, { onError })
    else (how === "waive" ? waive : dispute).mutate({ params, input: { reason } }, { onError })
  })
  const act = { reDate, waive, dispute }[how]
  return (
    <Modal opened onClose={onClose} title={t(`settle.${how}.title`)} closeButtonProps={{ "aria-label": t("close") }}>
      <Form onSubmit={submit} submit={t(`act.${how}`)} isSubmitting={act.isPending} submitError={act.error}>
        <Text size="sm" c="dimmed">
          {t(`settle.${how}.what`, { title: promise.title, name: promise.partnershipName })}
        </Text>
        {how === "reDate" ? (
          <DateField label={t("settle.dueOn")} data-autofocus {...form.getInputProps("dueOn")} />
        ) : null}
        <AreaField label={t("settle.reason")} {...form.getInputProps("reason")} />
      </Form>
    </Modal>
  )
}

export default SettlePromise
