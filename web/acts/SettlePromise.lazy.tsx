import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { answerProposal, disputeOccurrence, reDateOccurrence, waiveOccurrence } from "#contract/commitments"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField } from "#ui/fields"
import { type ActedPromise, withState } from "./promise.tsx"

/** Acts that settle a promise in another way than by keeping it. */
export type Settlement = "reDate" | "waive" | "dispute" | "refuse"

const settlements = {
  reDate: [reDateOccurrence, "re_agreed"],
  waive: [waiveOccurrence, "waived"],
  dispute: [disputeOccurrence, "disputed"],
  refuse: [answerProposal, undefined],
} as const

type SettleProps = { promise: ActedPromise; how: Settlement; onClose: () => void }

/** Asks for the reason, and for a new date where one is agreed; the record keeps both. */
const SettlePromise = ({ promise, how, onClose }: SettleProps) => {
  const { t } = useTranslation("acts")
  const [endpoint, state] = settlements[how]
  const { form, sending } = useActForm(endpoint as typeof reDateOccurrence, {
    initialValues: { dueOn: "", reason: "" },
    validate: {
      dueOn: (day) => (how === "reDate" && day === "" ? t("settle.dayExpected") : null),
      reason: (reason) => (reason.trim() === "" ? t("settle.reasonExpected") : null),
    },
    argsOf: ({ dueOn, reason }) => ({
      params: { occurrence: promise.id },
      // Only the act that moves the day takes one.
      input: inputOf(how, dueOn, reason) as { dueOn: string; reason: string },
    }),
    optimistic: state === undefined ? [] : withState(state),
    done: () => t(`done.${how}`, { title: promise.title }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t(`settle.${how}.title`)} submit={t(`act.${how}`)} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t(`settle.${how}.what`, { title: promise.title, name: promise.partnershipName })}
      </Text>
      {how === "reDate" ? (
        <DateField label={t("settle.dueOn")} data-autofocus {...form.getInputProps("dueOn")} />
      ) : null}
      <AreaField label={t("settle.reason")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}

const inputOf = (how: Settlement, dueOn: string, reason: string) => {
  if (how === "refuse") return { agrees: false, note: reason }
  return how === "reDate" ? { dueOn, reason } : { reason }
}

export default SettlePromise
