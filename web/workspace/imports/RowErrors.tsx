import { Button, Table } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { addressOf } from "#client/call"
import { useEndpoint } from "#client/useEndpoint"
import { downloadImportErrors, type ImportForHost, listImportErrors } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"

/** Rows that cannot be taken: line, cell and what to do; all of them as a file. */
export const RowErrors = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const errors = useEndpoint(
    listImportErrors,
    { params: { import: run.id }, query: { limit: 50 } },
    { isEnabled: run.rowsFailed > 0 },
  )
  if (run.rowsFailed === 0) return null
  return (
    <Panel
      title={t("errors.title", { count: run.rowsFailed, formatted: format.number(run.rowsFailed) })}
      hint={t("errors.text")}
      aside={
        <Button
          component="a"
          variant="default"
          href={addressOf(downloadImportErrors, { params: { import: run.id } })}
          download
        >
          {t("errors.download")}
        </Button>
      }
    >
      <Loaded from={errors}>
        {({ items }) => (
          <Table.ScrollContainer minWidth={480}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("errors.line")}</Table.Th>
                  <Table.Th>{t("errors.cell")}</Table.Th>
                  <Table.Th>{t("errors.reason")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.flatMap(({ line, reasons }) =>
                  reasons.map(({ header, value, message, reason }) => (
                    <Table.Tr key={`${line} ${header} ${reason}`}>
                      <Table.Td>{line}</Table.Td>
                      <Table.Td>{header ? `${header}: ${value ?? ""}` : ""}</Table.Td>
                      <Table.Td>{message}</Table.Td>
                    </Table.Tr>
                  )),
                )}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
    </Panel>
  )
}
