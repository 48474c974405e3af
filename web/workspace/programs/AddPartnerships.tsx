import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { enrol, listEnrolled, type Program } from "#contract/programs"
import { FormDialog } from "#ui/FormDialog"
import { type Found, PartnershipField } from "./PartnershipField.tsx"
import { byFacts, TierField, tierGiven } from "./TierField.tsx"

type Values = { partnership: Found | null; tier: string }

/** Puts one partnership after the other into a program: it stays open, and each is said once it is in. */
export const AddPartnerships = ({ program, onClose }: { program: Program; onClose: () => void }) => {
  const { t } = useTranslation("programs")
  const { id, partnershipType } = program
  const { items = [] } = useEndpoint(listEnrolled, { params: { program: id } }).data ?? {}
  const [typed, setTyped] = useState("")
  const field = useRef<HTMLInputElement>(null)
  const sent = useRef("")
  const { form, sending } = useActForm<typeof enrol, Values>(enrol, {
    initialValues: { partnership: null, tier: byFacts },
    validate: { partnership: (found) => (found === null ? t("add.needed") : null) },
    argsOf: ({ partnership, tier }) => {
      sent.current = partnership?.name ?? ""
      return {
        params: { program: id },
        input: { partnershipId: partnership?.id ?? "", ...tierGiven(tier) },
      }
    },
    fieldOf: (name) => (name === "partnershipId" ? "partnership" : name),
    done: ({ tier }) => t("add.done", { name: sent.current, tier: tier ?? t("partners.none") }),
    onDone: () => {
      setTyped("")
      field.current?.focus()
    },
    resets: true,
  })
  const { partnership } = form.values
  return (
    <FormDialog {...sending} title={t("add.open")} submit={t("add.verb")} onClose={onClose}>
      <PartnershipField
        label={t("add.partnership")}
        description={t("add.hint")}
        partnershipType={partnershipType}
        within={new Set(items.map(({ partnershipId }) => partnershipId))}
        {...form.getInputProps("partnership")}
        {...{ typed, onTyped: setTyped, value: partnership, ref: field }}
        data-autofocus
      />
      <TierField program={program} {...form.getInputProps("tier")} />
    </FormDialog>
  )
}
