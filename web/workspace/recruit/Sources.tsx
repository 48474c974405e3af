import { Table } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listSources } from "#contract/recruitment"
import { Panel } from "#ui/Panel"
import { EmptyState, Loaded } from "#ui/states"
import { useFormat } from "#ui/text"

/** What each source brought, and what became of it. */
export const Sources = () => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  const found = useEndpoint(listSources, {})
  return (
    <Panel title={t("sources.title")} hint={t(found.data?.isMore ? "sources.more" : "sources.hint")}>
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>
          ) : (
            <Table.ScrollContainer minWidth={320}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("source")}</Table.Th>
                    {columns.map((column) => (
                      <Table.Th key={column}>{t(`sources.${column}`)}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((row) => (
                    <Table.Tr key={`${row.sourceKind} ${row.source}`}>
                      <Table.Th scope="row">
                        {[t(`sourceKind.${row.sourceKind}`), row.source].filter((each) => each !== null).join(" · ")}
                      </Table.Th>
                      {columns.map((column) => (
                        <Table.Td key={column} className="numbers">
                          {format.number(row[column])}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
    </Panel>
  )
}

const columns = ["candidates", "approved", "declined", "partnerships"] as const
