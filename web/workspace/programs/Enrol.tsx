import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { enrol, getProgram, listPrograms } from "#contract/programs"
import { FormDialog } from "#ui/FormDialog"
import { SelectField } from "#ui/SelectField"

/** Its tier follows from the facts. */
const byFacts = "-"

/** Puts a partnership into a program: with a tier that it has already, or the one that it meets. */
export const Enrol = ({ partnershipId, onClose }: { partnershipId: string; onClose: () => void }) => {
  const { t } = useTranslation("programs")
  const known = useEndpoint(listPrograms, {}).data?.items ?? []
  const { form, sending } = useActForm<typeof enrol, Record<"program" | "tier", string>>(enrol, {
    initialValues: { program: "", tier: byFacts },
    validate: { program: (id) => (id === "" ? t("enrol.programNeeded") : null) },
    argsOf: ({ program, tier }) => ({
      params: { program },
      input: { partnershipId, ...(tier === byFacts ? {} : { tier }) },
    }),
    done: ({ program, tier }) => t("enrol.done", { program, tier: tier ?? t("partners.none") }),
    onDone: onClose,
  })
  const { program } = form.values
  const chosen = useEndpoint(getProgram, { params: { program } }, { isEnabled: program !== "" }).data
  const tiers = chosen?.versions.find(({ number }) => number === chosen.holds)?.terms.tiers ?? []
  return (
    <FormDialog {...sending} title={t("enrol.open")} submit={t("enrol.verb")} onClose={onClose}>
      <SelectField
        label={t("enrol.program")}
        data={known
          .filter(({ published, retiredOn }) => published !== null && retiredOn === null)
          .map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps("program")}
      />
      <SelectField
        label={t("tierName")}
        description={t("enrol.tierHint")}
        data={[
          { value: byFacts, label: t("enrol.byFacts") },
          ...tiers.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        {...form.getInputProps("tier")}
      />
    </FormDialog>
  )
}
