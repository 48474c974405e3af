import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { type Program, publishProgram } from "#contract/programs"
import { FormDialog } from "#ui/FormDialog"
import { DateField } from "#ui/fields"
import { Trial } from "./Trial.tsx"

/** Publishes what is written from a day on, with what it does to everybody in sight before the button is pressed. */
export const PublishTerms = ({ program, onClose }: { program: Program; onClose: () => void }) => {
  const { t } = useTranslation("programs")
  const today = useToday()
  const { form, sending } = useActForm<typeof publishProgram, { holdsFrom: string }>(publishProgram, {
    initialValues: { holdsFrom: today },
    argsOf: (input) => ({ params: { program: program.id }, input, ifMatch: program.version }),
    done: ({ published }) => t("published", { number: published }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("publish.title")} submit={t("publish.verb")} onClose={onClose} size="lg">
      <Trial program={program.id} />
      <DateField label={t("publish.holdsFrom")} description={t("publish.hint")} {...form.getInputProps("holdsFrom")} />
    </FormDialog>
  )
}
