import { Alert, Button } from "@mantine/core"
import { useSearch } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { PromiseRow } from "#acts/PromiseRow"
import { sentenceOf } from "#client/problem"
import { useView } from "#client/search"
import type { MyWorkspace } from "#client/session"
import { useVendors } from "#client/useVendors"
import { InWorkspace } from "#client/workspace"
import { portalPartnershipPath } from "#portal/partnership"
import { portalPromisePath } from "#portal/promises"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Rows, RowsNote } from "#ui/Rows"
import { EmptyState, LoadingState } from "#ui/states"
import { Filters } from "./Filters.tsx"
import { type RegisterRow, useRegister } from "./useRegister.ts"
import { type RegisterView, readView } from "./view.ts"

/** Every promise of every vendor, both ways, by date: narrowed by the address, acted on in place. */
const Promises = () => {
  const { t } = useTranslation(["portal/promises", "portal"])
  const vendors = useVendors()
  const [view, setView] = useView(readView)
  const [only] = vendors.filter(({ slug }) => slug === view.vendor)
  const asked = only ? [only] : vendors
  if (vendors.length === 0)
    return (
      <Page title={t("title")}>
        <EmptyState title={t("portal:none.title")}>{t("portal:none.text")}</EmptyState>
      </Page>
    )
  return (
    <Page title={t("title")} answer={only ? t("answerOf", { name: only.name }) : t("answer")} width="reading">
      {view.vendor !== "" && !only ? (
        <Alert mb="md" role="alert">
          {t("unknownVendor", { name: view.vendor })}
        </Alert>
      ) : null}
      <Filters view={view} onChange={(change) => void setView(change)} />
      <List key={JSON.stringify(view)} vendors={asked} view={view} />
    </Page>
  )
}

const List = ({ vendors, view }: { vendors: readonly MyWorkspace[]; view: RegisterView }) => {
  const { t } = useTranslation("portal/promises")
  const { rows, more, hasMore, isMoreLoading, isLoading, waiting, missing, retry } = useRegister(vendors, view)
  const { report } = useSearch({ strict: false }) as { report?: string }
  const isWhole = waiting.length === 0 && missing.length === 0
  return (
    <>
      {missing.map(({ vendor, problem }) => (
        <Alert key={vendor.slug} color="red" mb="md" role="alert">
          {t("missing", { name: vendor.name, reason: sentenceOf(problem) })}{" "}
          <Button variant="subtle" size="compact-sm" onClick={retry}>
            {t("retry")}
          </Button>
        </Alert>
      ))}
      <Panel isFlush>
        {isLoading ? <LoadingState rows={8} /> : null}
        {rows.length === 0 && isWhole ? <EmptyState title={t("empty.title")}>{t("empty.text")}</EmptyState> : null}
        <Rows>
          {rows.map((row) => (
            <InWorkspace key={row.id} slug={row.vendor.slug}>
              <PromiseRow
                promise={row}
                with={{ name: row.vendor.name, to: portalPartnershipPath(row.vendor.slug, row.partnershipId) }}
                to={portalPromisePath(row.vendor.slug, row.commitmentId, row.dueOn)}
                owing={<Owing row={row} />}
                isReporting={row.id === report}
              />
            </InWorkspace>
          ))}
        </Rows>
        <div aria-live="polite">
          {waiting.length > 0 && !isLoading ? (
            <RowsNote>{t("waiting", { names: waiting.map(({ name }) => name) })}</RowsNote>
          ) : null}
          {rows.length > 0 ? (
            <RowsNote>
              {hasMore ? t("shownMore", { count: rows.length }) : t("shown", { count: rows.length })}{" "}
              {hasMore ? (
                <Button variant="default" size="xs" onClick={more} loading={isMoreLoading}>
                  {t("more")}
                </Button>
              ) : null}
            </RowsNote>
          ) : null}
        </div>
      </Panel>
    </>
  )
}

/** In a consortium another company's promise is on the shared record, too: it is named. */
const Owing = ({ row: { owedBy, partyName, abilities } }: { row: RegisterRow }) => {
  const { t } = useTranslation("portal/promises")
  if (owedBy === "host") return t("toUs")
  return abilities.report === "not-your-promise" ? t("they", { name: partyName ?? "" }) : t("we")
}

export default Promises
