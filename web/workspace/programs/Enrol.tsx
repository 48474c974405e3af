import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { enrol, getProgram, listPrograms } from "#contract/programs"
import { FormDialog } from "#ui/FormDialog"
import { SelectField } from "#ui/SelectField"
import { byFacts, TierField, tierGiven } from "./TierField.tsx"

/** Puts a partnership into a program: with a tier that it has already, or the one that it meets. */
export const Enrol = ({ partnershipId, onClose }: { partnershipId: string; onClose: () => void }) => {
  const { t } = useTranslation("programs")
  const known = useEndpoint(listPrograms, {}).data?.items ?? []
  const { form, sending } = useActForm<typeof enrol, Record<"program" | "tier", string>>(enrol, {
    initialValues: { program: "", tier: byFacts },
    validate: { program: (id) => (id === "" ? t("enrol.programNeeded") : null) },
    argsOf: ({ program, tier }) => ({
      params: { program },
      input: { partnershipId, ...tierGiven(tier) },
    }),
    done: ({ program, tier }) => t("enrol.done", { program, tier: tier ?? t("partners.none") }),
    onDone: onClose,
  })
  const { program } = form.values
  const chosen = useEndpoint(getProgram, { params: { program } }, { isEnabled: program !== "" }).data
  return (
    <FormDialog {...sending} title={t("enrol.open")} submit={t("enrol.verb")} onClose={onClose}>
      <SelectField
        label={t("enrol.program")}
        data={known
          .filter(({ published, retiredOn }) => published !== null && retiredOn === null)
          .map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("program")}
      />
      <TierField program={chosen} {...form.getInputProps("tier")} />
    </FormDialog>
  )
}
