import { Button, SegmentedControl } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { OwnerField } from "#acts/OwnerField"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { useList } from "#client/useList"
import { candidateStages, listCandidates, listForms, listProfiles } from "#contract/recruitment"
import { applicationsPath, candidatePath, conflictListPath, coveragePath, profilesPath } from "#paths/recruit"
import { ActionButton } from "#ui/ActionButton"
import { FilterBar } from "#ui/FilterBar"
import { Page } from "#ui/Page"
import { SelectField } from "#ui/SelectField"
import { EmptyState } from "#ui/states"
import { AddCandidate } from "./AddCandidate.tsx"
import { Board } from "./Board.tsx"
import { Compare } from "./Compare.tsx"
import { Sources } from "./Sources.tsx"
import { useColumns } from "./useColumns.tsx"
import { narrowed, readView, shapes } from "./view.ts"

/** Who might become a partner: as a board by stage, or as a list. */
const Recruit = () => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const [isAdding, setAdding] = useState(false)
  const profiles = useEndpoint(listProfiles, {}).data
  const held = useEndpoint(listForms, {}).data?.items.reduce((all, { suspected }) => all + suspected, 0) ?? 0
  const list = useList(listCandidates, {
    read: readView,
    args: ({ stage, sort, ...view }) => ({ query: { sort, ...(stage === "" ? {} : { stage }), ...narrowed(view) } }),
  })
  const { view, change } = list
  const columns = useColumns()
  const usable = profiles?.items.filter(({ published, isRetired }) => published !== null && !isRetired) ?? []
  const add = (
    <ActionButton
      size="xs"
      disabledReason={
        profiles && (reasonOf(profiles.abilities.make) ?? (usable.length === 0 ? t("profileFirst") : undefined))
      }
      onClick={() => setAdding(true)}
    >
      {t("add.open")}
    </ActionButton>
  )
  return (
    <Page
      title={t("title")}
      answer={t("answer")}
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label={t("shape.label")}
            data={shapes.map((value) => ({ value, label: t(`shape.${value}`) }))}
            value={view.shape}
            onChange={(shape) => change({ shape: readView({ shape }).shape })}
          />
          <Button size="xs" variant="default" component={Link} to={applicationsPath(slug)}>
            {[t("applications.title"), ...(held === 0 ? [] : [t("forms.held", { count: held })])].join(" · ")}
          </Button>
          <Button size="xs" variant="default" component={Link} to={coveragePath(slug)}>
            {t("coverage")}
          </Button>
          <Button size="xs" variant="default" component={Link} to={profilesPath(slug)}>
            {t("profiles.title")}
          </Button>
          <Button size="xs" variant="default" component={Link} to={conflictListPath(slug)}>
            {t("conflictList.title")}
          </Button>
          {add}
        </>
      }
    >
      <FilterBar chosen={[view.profile, view.owner, view.shape === "list" ? view.stage : ""].filter(Boolean).length}>
        <SelectField
          label={t("profile")}
          clearable
          data={(profiles?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={view.profile || null}
          onChange={(profile) => change({ profile: profile ?? "" })}
        />
        <OwnerField label={t("owner")} value={view.owner} onChange={(owner) => change({ owner: owner ?? "" })} />
        {view.shape === "list" ? (
          <SelectField
            label={t("stage.label")}
            clearable
            data={candidateStages.map((value) => ({ value, label: t(`stage.${value}`) }))}
            value={view.stage || null}
            onChange={(stage) => change({ stage: readView({ stage }).stage })}
          />
        ) : null}
      </FilterBar>
      {view.shape === "board" ? (
        <Board view={view} />
      ) : view.shape === "compare" ? (
        <Compare profile={view.profile || profiles?.items[0]?.id} />
      ) : view.shape === "sources" ? (
        <Sources />
      ) : (
        <ListTable
          list={list}
          label={t("title")}
          columns={columns}
          rowKey={(row) => row.id}
          rowTo={(row) => candidatePath(slug, row.id)}
          empty={
            <EmptyState title={t("empty.title")} action={add}>
              {t("empty.text")}
            </EmptyState>
          }
        />
      )}
      {isAdding ? <AddCandidate profiles={usable} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

export default Recruit
