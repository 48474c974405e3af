import { Button, Group, SimpleGrid, Text } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { upload } from "#client/upload"
import { useActForm } from "#client/useActForm"
import { useToday } from "#client/useToday"
import { useCallTo } from "#client/workspace"
import {
  addEvidenceFile,
  type CheckResult,
  changeEvidence,
  checkResults,
  type DiligenceRoundView,
  giveEvidence,
  type WholeDiligenceItem,
} from "#contract/diligence"
import { FileDrop } from "#ui/FileDrop"
import { FormDialog } from "#ui/FormDialog"
import { AreaField, DateField, TextField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { useFormat } from "#ui/text"

type GiveProps = { item: WholeDiligenceItem; round?: DiligenceRoundView; onClose: () => void }

const mostBytes = 50 * 1_048_576
const checkedKinds = ["sanctions_screening", "company_registration", "beneficial_ownership"]

/** Brings evidence, or puts right what nobody has reviewed yet; files go after it, one by one. */
export const GiveEvidence = ({ item, round, onClose }: GiveProps) => {
  const { t } = useTranslation("diligence")
  const format = useFormat()
  const today = useToday()
  const to = useCallTo()
  const [files, setFiles] = useState<readonly File[]>([])
  const hasCheck = checkedKinds.includes(item.kind) || (round?.check ?? null) !== null
  const values = {
    ...{ note: round?.note ?? "", link: round?.link ?? "", issuedOn: round?.issuedOn ?? "" },
    ...{ validThrough: round?.validThrough ?? "", result: (round?.check?.result ?? "") as string },
    ...{ register: round?.check?.register ?? "", reference: round?.check?.reference ?? "" },
    checkedOn: round?.check?.checkedOn ?? today,
  }
  const inputOf = ({ result, register, reference, checkedOn, ...said }: typeof values) => ({
    ...Object.fromEntries(Object.entries(said).filter(([, text]) => text.trim() !== "")),
    ...(result === ""
      ? {}
      : {
          check: {
            ...{ result: result as CheckResult, register, checkedOn },
            ...(reference.trim() === "" ? {} : { reference }),
          },
        }),
  })
  const sendFiles = async ({ id }: { id: string }) => {
    onClose()
    for (const file of files) await upload(addEvidenceFile, { params: { diligenceRound: id }, ...to }, file)
  }
  const giving = useActForm<typeof giveEvidence, typeof values>(giveEvidence, {
    initialValues: values,
    argsOf: (given) => ({ params: { diligenceItem: item.id }, input: inputOf(given) }),
    onDone: (given) => void sendFiles(given),
  })
  const changing = useActForm<typeof changeEvidence, typeof values>(changeEvidence, {
    initialValues: values,
    argsOf: (given) => ({
      params: { diligenceRound: round?.id ?? "" },
      input: inputOf(given),
      ifMatch: round?.version ?? 0,
    }),
    onDone: (changed) => void sendFiles(changed),
  })
  const { form, sending } = round === undefined ? giving : changing
  const title = t(round === undefined ? "give.open" : "give.change")
  return (
    <FormDialog {...sending} title={title} submit={t("give.verb")} onClose={onClose}>
      <Text size="sm">{item.asks}</Text>
      {hasCheck ? (
        <>
          <SelectField
            label={t("check.label")}
            clearable
            data={checkResults.map((value) => ({ value, label: t(`check.${value}`) }))}
            {...form.getInputProps("result")}
          />
          {form.values.result === "" ? null : (
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextField
                label={t("check.register")}
                description={t("check.registerHint")}
                {...form.getInputProps("register")}
              />
              <TextField label={t("check.reference")} {...form.getInputProps("reference")} />
              <DateField label={t("check.checkedOn")} max={today} {...form.getInputProps("checkedOn")} />
            </SimpleGrid>
          )}
        </>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField label={t("give.issuedOn")} max={today} {...form.getInputProps("issuedOn")} />
        <DateField
          label={t("give.validThrough")}
          description={item.months === null ? t("give.noEndHint") : t("give.lastDayHint", { count: item.months })}
          {...form.getInputProps("validThrough")}
        />
      </SimpleGrid>
      <AreaField label={t("give.note")} {...form.getInputProps("note")} />
      <TextField label={t("give.link")} type="url" {...form.getInputProps("link")} />
      <FileDrop
        label={t("files.add")}
        hint={t("files.hint")}
        maxBytes={mostBytes}
        isMany
        onFile={(file) => setFiles((all) => [...all, file])}
      />
      {files.map((file) => (
        <Group key={`${file.name} ${file.lastModified} ${file.size}`} gap={6}>
          <Text span>{file.name}</Text>
          <Text span size="sm" c="dimmed">
            {format.bytes(file.size)}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={t("files.removeOf", { name: file.name })}
            onClick={() => setFiles((all) => all.filter((each) => each !== file))}
          >
            {t("files.remove")}
          </Button>
        </Group>
      ))}
    </FormDialog>
  )
}
