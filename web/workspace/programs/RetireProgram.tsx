import { Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { listEnrolled, type Program, retireProgram } from "#contract/programs"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"

/** Retires a program for good, with what ends by it in sight before the button is pressed. */
export const RetireProgram = ({ program, onClose }: { program: Program; onClose: () => void }) => {
  const { t } = useTranslation("programs")
  const enrolled = useEndpoint(listEnrolled, { params: { program: program.id } }).data?.items
  const { form, sending } = useActForm<typeof retireProgram, { reason: string }>(retireProgram, {
    initialValues: { reason: "" },
    validate: { reason: (text) => (text.trim() === "" ? t("needed") : null) },
    argsOf: (input) => ({ params: { program: program.id }, input, ifMatch: program.version }),
    done: () => t("retire.done", { name: program.name }),
    onDone: onClose,
  })
  const inGrace = enrolled?.filter(({ graceUntil }) => graceUntil !== null).length ?? 0
  return (
    <FormDialog
      {...sending}
      title={t("retire.title", { name: program.name })}
      submit={t("retire.verb")}
      onClose={onClose}
    >
      <Text size="sm">{t("retire.consequence")}</Text>
      {enrolled === undefined ? null : (
        <Text size="sm">
          {[t("enrolled", { count: enrolled.length }), ...(inGrace > 0 ? [t("inGrace", { count: inGrace })] : [])].join(
            " · ",
          )}
        </Text>
      )}
      <TextField
        label={t("retire.reason")}
        description={t("retire.reasonHint")}
        data-autofocus
        {...form.getInputProps("reason")}
      />
    </FormDialog>
  )
}
