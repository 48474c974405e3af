import { Anchor, Group, Loader, Stack } from "@mantine/core"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { addressOf } from "#client/call"
import { usePages } from "#client/usePages"
import { downloadTemplate, type ImportForHost, listImports } from "#contract/imports"
import { importRunPath } from "#paths/imports"
import { type Column, DataTable } from "#ui/DataTable"
import { FileDrop } from "#ui/FileDrop"
import { ErrorLine } from "#ui/Form"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { EmptyState, ProblemState } from "#ui/states"
import { MomentText, NumberText, Unknown } from "#ui/text"
import { StateMark } from "./StateMark.tsx"
import { sendFile } from "./upload.ts"
import { useImportables, useImportKinds } from "./useImportables.ts"

/** Every file that was brought in, and the place to bring the next one. */
const Imports = () => {
  const { t } = useTranslation("imports")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const [problem, setProblem] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  const found = usePages(listImports, { query: {} })
  const columns = useColumns()
  const { kindName } = useImportables()
  const kinds = useImportKinds()
  const send = (file: File) => {
    setProblem(null)
    setSending(true)
    sendFile(file)
      .then((run) => navigate({ to: importRunPath(slug, run.id) }), setProblem)
      .finally(() => setSending(false))
  }
  return (
    <Page title={t("title")} answer={t("answer")}>
      <Panel title={t("upload.title")} hint={t("upload.text")}>
        <Stack gap="sm">
          <FileDrop label={t("upload.label")} hint={t("upload.hint")} accept=".csv,.tsv,.txt,.xlsx" onFile={send} />
          {isSending ? <Loader size="sm" aria-label={t("upload.sending")} /> : null}
          <ErrorLine problem={problem} />
          <Group gap="sm">
            <span>{t("templates")}</span>
            {kinds.map((kind) => (
              <Anchor key={kind} href={addressOf(downloadTemplate, { params: { kind } })} download>
                {kindName(kind)}
              </Anchor>
            ))}
          </Group>
        </Stack>
      </Panel>
      {found.error ? (
        <ProblemState problem={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <DataTable
          label={t("title")}
          rows={found.rows}
          columns={columns}
          rowKey={(row) => row.id}
          rowTo={(row) => importRunPath(slug, row.id)}
          onMore={found.more}
          hasMore={found.hasMore}
          isLoading={found.isLoading}
          empty={<EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState>}
        />
      )}
    </Page>
  )
}

const useColumns = (): readonly Column<ImportForHost>[] => {
  const { t } = useTranslation("imports")
  const { kindName } = useImportables()
  return [
    { key: "fileName", title: t("column.file"), width: 240, grow: 1, cell: (row) => row.fileName },
    { key: "kind", title: t("column.kind"), width: 130, cell: (row) => kindName(row.kind) },
    { key: "state", title: t("column.state"), width: 150, cell: (row) => <StateMark state={row.state} /> },
    {
      key: "rows",
      title: t("column.rows"),
      width: 110,
      align: "end" as const,
      cell: (row) => <NumberText value={row.rowsTotal || undefined} />,
    },
    { key: "by", title: t("column.by"), width: 170, isWideOnly: true, cell: (row) => row.createdBy ?? <Unknown /> },
    { key: "createdAt", title: t("column.createdAt"), width: 170, cell: (row) => <MomentText at={row.createdAt} /> },
  ]
}

export default Imports
