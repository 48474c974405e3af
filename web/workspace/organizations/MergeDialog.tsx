import { Checkbox, Radio, Stack, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { mergeOrganizations, previewMerge } from "#contract/mergers"
import type { OrganizationForHost } from "#contract/organizations"
import type { OutputOf } from "#core/endpoint"
import { FormDialog } from "#ui/FormDialog"
import { useFormat } from "#ui/text"
import { OrganizationField } from "./OrganizationField.tsx"
import { useCounted } from "./useCounted.ts"

type MergeDialogProps = { organization: OrganizationForHost; first: string | undefined; onClose: () => void }
type Preview = OutputOf<typeof previewMerge>
type Field = Preview["fields"][number]

/** Chooses the company that goes, says what follows before it is done, and lets one choose where the two differ. */
export const MergeDialog = ({ organization, first, onClose }: MergeDialogProps) => {
  const { t } = useTranslation("organizations")
  const [goes, setGoes] = useState(first ?? "")
  const preview = useEndpoint(
    previewMerge,
    { params: { organization: organization.id }, query: { goes } },
    { isEnabled: goes !== "" },
  )
  const found = goes === "" ? undefined : preview.data
  const fields = found?.fields.map(({ field }) => field) ?? []
  const seeMore = found?.seeMore ?? []
  const { form, sending } = useActForm(mergeOrganizations, {
    initialValues: { goes: first ?? "", take: {} as Record<string, "stays" | "goes">, isWanted: false },
    validate: { goes: (id) => (id === "" ? t("merge.choose") : null) },
    onValuesChange: (values) => setGoes(values.goes),
    argsOf: ({ take, isWanted, ...input }) => ({
      params: { organization: organization.id },
      input: {
        ...input,
        take: fields.filter((field) => take[field] === "goes"),
        seeMore: isWanted ? seeMore.map(({ id }) => id) : [],
      },
    }),
    done: ({ former }) => t("merge.done", { name: former.name }),
    onDone: onClose,
  })
  const blocked = preview.error ? sentenceOf(preview.error) : undefined
  const unsaid = seeMore.length > 0 && !form.values.isWanted ? t("merge.sayWanted") : undefined
  return (
    <FormDialog
      {...sending}
      title={t("merge.into", { name: organization.name })}
      submit={t("merge.verb")}
      disabledReason={blocked ?? unsaid}
      onClose={onClose}
      size="lg"
    >
      <OrganizationField
        label={t("merge.goes")}
        description={t("merge.goesHint")}
        except={organization.id}
        first={first}
        {...form.getInputProps("goes")}
      />
      {blocked ? (
        <Text role="alert" c="var(--bad, red)">
          {blocked}
        </Text>
      ) : null}
      {found ? <Moves preview={found} /> : null}
      {found?.fields.map((field) => (
        <Choice
          key={field.field}
          field={field}
          preview={found}
          value={form.values.take[field.field] ?? "stays"}
          onChange={(value) => form.setFieldValue("take", { ...form.values.take, [field.field]: value })}
        />
      ))}
      {seeMore.length > 0 ? (
        <SeeMore preview={seeMore} {...form.getInputProps("isWanted", { type: "checkbox" })} />
      ) : null}
    </FormDialog>
  )
}

const Moves = ({ preview: { moves, domains, goes } }: { preview: Preview }) => {
  const { t } = useTranslation("organizations")
  const counted = useCounted()
  const all = [...moves.map(({ table, count }) => counted(table, count)).filter(Boolean), ...domains]
  return (
    <Text role="status">
      {all.length === 0 ? t("merge.nothingMoves", { name: goes.name }) : t("merge.moves", { all })}{" "}
      {t("merge.partnershipsStay")}
    </Text>
  )
}

type ChoiceProps = {
  field: Field
  preview: Preview
  value: "stays" | "goes"
  onChange: (value: "stays" | "goes") => void
}

const Choice = ({ field, preview, value, onChange }: ChoiceProps) => {
  const { t } = useTranslation("organizations")
  const format = useFormat()
  const said = (text: string | string[] | null): string => {
    if (Array.isArray(text)) return format.commas(text)
    return field.field === "country" && text ? format.country(text) : (text ?? "")
  }
  /** A name says by itself whose it is. */
  const whose = (company: string) => (field.field === "name" ? undefined : company)
  return (
    <Radio.Group label={t(field.field)} value={value} onChange={(chosen) => onChange(chosen as "stays" | "goes")}>
      <Stack gap={4} mt={4}>
        <Radio value="stays" label={said(field.stays)} description={whose(preview.stays.name)} />
        <Radio value="goes" label={said(field.goes)} description={whose(preview.goes.name)} />
      </Stack>
    </Radio.Group>
  )
}

type SeeMoreProps = { preview: Preview["seeMore"] }

/** Whoever merges has seen the name of everybody who sees more afterwards. */
const SeeMore = ({ preview, ...input }: SeeMoreProps) => {
  const { t } = useTranslation("organizations")
  return (
    <Stack gap={4}>
      <Text fw={550}>{t("merge.seeMore", { count: preview.length })}</Text>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {preview.map(({ id, name, company, partnerships }) => (
          <li key={id}>{t("merge.sees", { name, company, partnerships })}</li>
        ))}
      </ul>
      <Checkbox label={t("merge.wanted", { count: preview.length })} {...input} />
    </Stack>
  )
}
