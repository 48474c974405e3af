import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { Program } from "#contract/programs"
import { SelectField } from "#ui/SelectField"

/** Its tier follows from the facts. */
export const byFacts = "-"

/** What is sent of what was chosen. */
export const tierGiven = (tier: string) => (tier === byFacts ? {} : { tier })

type TierFieldProps = Omit<ComponentProps<typeof SelectField>, "data" | "label"> & { program: Program | undefined }

/** With which tier a partnership comes into a program: one of those that hold today, or the one that it meets. */
export const TierField = ({ program, ...props }: TierFieldProps) => {
  const { t } = useTranslation("programs")
  const tiers = program?.versions.find(({ number }) => number === program.holds)?.terms.tiers ?? []
  return (
    <SelectField
      label={t("tierName")}
      description={t("enrol.tierHint")}
      data={[
        { value: byFacts, label: t("enrol.byFacts") },
        ...tiers.map(({ key, name }) => ({ value: key, label: name })),
      ]}
      {...props}
    />
  )
}
