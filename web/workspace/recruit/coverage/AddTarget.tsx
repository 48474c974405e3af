import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { type Coverage, setCoverageTarget } from "#contract/recruitment"
import { worldAreas } from "#core/worldAreas"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { TextField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { SelectField } from "#ui/SelectField"
import { useAreaName } from "./spots.ts"

/** A target for a place or an industry that the map does not show yet: nobody there is the largest gap. */
export const AddTarget = ({ coverage }: { coverage: Coverage }) => {
  const { t } = useTranslation("coverage")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton size="xs" disabledReason={reasonOf(coverage.abilities.set)} onClick={() => setOpen(true)}>
        {t("target.add")}
      </ActionButton>
      {isOpen ? <Dialog coverage={coverage} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const Dialog = ({ coverage: { places, entries }, onClose }: { coverage: Coverage; onClose: () => void }) => {
  const { t } = useTranslation("coverage")
  const areaName = useAreaName()
  const { form, sending } = useActForm<
    typeof setCoverageTarget,
    { place: string; entry: string; wanted: number | string }
  >(setCoverageTarget, {
    initialValues: { place: "", entry: "", wanted: "" },
    argsOf: ({ place, entry, wanted }) => ({
      input: { places, entries, place, entry, was: null, wanted: wanted === "" ? null : Number(wanted) },
    }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("target.add")} submit={t("target.save")} onClose={onClose}>
      {places === "area" ? (
        <SelectField
          label={t("places.area")}
          searchable
          data={worldAreas.map((value) => ({ value, label: areaName(value) }))}
          data-autofocus
          {...form.getInputProps("place")}
        />
      ) : (
        <TextField label={t("places.region")} data-autofocus {...form.getInputProps("place")} />
      )}
      <TextField label={t(`entries.${entries}`)} {...form.getInputProps("entry")} />
      <NumberField
        label={t("target.label")}
        min={0}
        max={1_000}
        allowDecimal={false}
        {...form.getInputProps("wanted")}
      />
    </FormDialog>
  )
}
