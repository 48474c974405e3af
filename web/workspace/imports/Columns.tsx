import { Alert, Group, Select, Stack, Table } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type ImportForHost, type PreviewForHost, previewImport } from "#contract/imports"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { MomentText } from "#ui/text"
import { kinds } from "./kinds.ts"
import { Partners } from "./Partners.tsx"
import { Questions } from "./Questions.tsx"
import { useSteps } from "./useSteps.ts"

/** What each column means, what is still to be answered, and the way to the check. */
export const Columns = ({ run }: { run: ImportForHost }) => {
  const preview = useEndpoint(previewImport, { params: { import: run.id } }, { keepsPrevious: true })
  return <Loaded from={preview}>{(shown) => <Mapping run={run} preview={shown} />}</Loaded>
}

const Mapping = ({ run, preview }: { run: ImportForHost; preview: PreviewForHost }) => {
  const { t } = useTranslation("imports")
  const { decide, check } = useSteps()
  const change = (decided: Record<string, unknown>) =>
    decide.mutate({ params: { import: run.id }, input: { ...preview.options, kind: run.kind, ...decided } })
  const map = (column: number, field: string | null) =>
    change({
      mapping: preview.columns.map((each, at) => (at === column ? field : each.field === field ? null : each.field)),
    })
  const open = preview.questions.some(({ answer }) => answer === null)
  const blocked = preview.mappingProblem
    ? t("columns.missing", { field: preview.mappingProblem.field ?? "" })
    : open
      ? t("columns.unanswered")
      : undefined
  return (
    <Stack>
      {run.summary.reason ? <Alert color="red">{t("failed", { reason: run.summary.reason })}</Alert> : null}
      {preview.earlier ? (
        <Alert color="orange">
          {t("earlier", { by: preview.earlier.by ?? "?" })} <MomentText at={preview.earlier.on} />
        </Alert>
      ) : null}
      <Panel
        title={t("columns.title")}
        hint={t("columns.text")}
        aside={
          <Select
            aria-label={t("column.kind")}
            value={run.kind}
            allowDeselect={false}
            data={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            onChange={(kind) =>
              decide.mutate({ params: { import: run.id }, input: { kind: kind as ImportForHost["kind"] } })
            }
          />
        }
      >
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("columns.header")}</Table.Th>
                <Table.Th>{t("columns.samples")}</Table.Th>
                <Table.Th>{t("columns.field")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {preview.columns.map((column, at) => (
                <Table.Tr key={column.header || at}>
                  <Table.Td>{column.header || t("columns.unnamed", { number: at + 1 })}</Table.Td>
                  <Table.Td>{column.samples.slice(0, 3).join(" · ")}</Table.Td>
                  <Table.Td>
                    <Select
                      aria-label={t("columns.fieldOf", { header: column.header || at + 1 })}
                      value={column.field ?? ""}
                      allowDeselect={false}
                      searchable
                      data={[
                        { value: "", label: t("columns.ignore") },
                        ...preview.fields.map(({ key, label, isRequired }) => ({
                          value: key,
                          label: isRequired ? `${label} *` : label,
                        })),
                      ]}
                      onChange={(field) => map(at, field || null)}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Panel>
      <Questions preview={preview} onAnswer={change} />
      <Partners unknown={preview.unknownPartners} options={preview.options} onDecide={change} />
      <Group justify="flex-end">
        <ActionButton
          loading={check.isPending || decide.isPending}
          {...(blocked ? { disabledReason: blocked } : {})}
          onClick={() => check.mutate({ params: { import: run.id } })}
        >
          {t("columns.check")}
        </ActionButton>
      </Group>
    </Stack>
  )
}
