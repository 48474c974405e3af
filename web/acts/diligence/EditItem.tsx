import { SimpleGrid } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { OwnerField } from "#acts/OwnerField"
import { useActForm } from "#client/useActForm"
import {
  addDiligenceItem,
  type DiligenceKind,
  diligenceKinds,
  editDiligenceItem,
  mostMonths,
  mostRemindDays,
  type WholeDiligenceItem,
} from "#contract/diligence"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, CheckField } from "#ui/fields"
import { NumberField } from "#ui/NumberField"
import { SelectField } from "#ui/SelectField"

type EditProps = { organizationId: string; item?: WholeDiligenceItem; onClose: () => void }

/** What the company is asked for by one item, how long that is good for, and who follows it up. */
export const EditItem = ({ organizationId, item, onClose }: EditProps) => {
  const { t } = useTranslation("diligence")
  const values = {
    ...{ kind: (item?.kind ?? "other") as string, asks: item?.asks ?? "", isRequired: item?.isRequired ?? true },
    ...{
      months: (item ? (item.months ?? "") : 12) as number | string,
      remindDays: (item?.remindDays ?? 30) as number | string,
    },
    ...{ needsAnother: item?.needsAnother ?? false, ownerId: item?.ownerId ?? "" },
  }
  const inputOf = ({ kind, months, remindDays, ownerId, ...said }: typeof values) => ({
    ...{ ...said, kind: kind as DiligenceKind, remindDays: Number(remindDays || 0) },
    months: months === "" ? null : Number(months),
    ...(ownerId ? { ownerId } : {}),
  })
  const adding = useActForm<typeof addDiligenceItem, typeof values>(addDiligenceItem, {
    initialValues: values,
    argsOf: (said) => ({ params: { organization: organizationId }, input: inputOf(said) }),
    onDone: onClose,
  })
  const editing = useActForm<typeof editDiligenceItem, typeof values>(editDiligenceItem, {
    initialValues: values,
    argsOf: (said) => ({
      params: { diligenceItem: item?.id ?? "" },
      input: inputOf(said),
      ifMatch: item?.version ?? 0,
    }),
    onDone: onClose,
  })
  const { form, sending } = item ? editing : adding
  return (
    <FormDialog {...sending} title={t(item ? "edit" : "add")} submit={t("save")} onClose={onClose}>
      <SelectField
        label={t("kind.label")}
        data={diligenceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.getInputProps("kind")}
      />
      <AreaField label={t("asks")} data-autofocus {...form.getInputProps("asks")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberField
          label={t("months")}
          description={t("monthsHint")}
          min={1}
          max={mostMonths}
          {...form.getInputProps("months")}
        />
        <NumberField label={t("remindDays")} min={0} max={mostRemindDays} {...form.getInputProps("remindDays")} />
      </SimpleGrid>
      <CheckField label={t("isRequired")} {...form.getInputProps("isRequired", { type: "checkbox" })} />
      <CheckField label={t("needsAnother")} {...form.getInputProps("needsAnother", { type: "checkbox" })} />
      <OwnerField label={t("owner")} {...form.getInputProps("ownerId")} />
    </FormDialog>
  )
}
