import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { useList } from "#client/useList"
import { type LinkForHost, listLinks } from "#contract/links"
import type { Column } from "#ui/DataTable"
import { EmptyState } from "#ui/states"
import { MomentText, Unknown } from "#ui/text"
import { Filters } from "./links/Filters.tsx"
import classes from "./links/links.module.css"
import { RevokeLink } from "./links/RevokeLink.tsx"
import { useLinkWords } from "./links/useLinkWords.ts"
import { readView } from "./links/view.ts"
import { SettingsPage } from "./SettingsPage.tsx"

/** Which links were mailed, to whom and for what, and what became of each; nobody sees their secret. */
const Links = () => {
  const { t } = useTranslation("settings")
  const columns = useColumns()
  const list = useList(listLinks, {
    read: readView,
    args: ({ sort, ...filters }) => ({
      query: { sort, ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== "")) },
    }),
  })
  return (
    <SettingsPage shown="links" width="wide">
      <p className={classes.hint}>{t("links.hint")}</p>
      <Filters view={list.view} onChange={list.change} />
      <ListTable
        list={list}
        label={t("section.links")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("links.empty")}>{t("links.emptyText")}</EmptyState>}
      />
    </SettingsPage>
  )
}

const useColumns = (): readonly Column<LinkForHost>[] => {
  const { t, i18n } = useTranslation("settings")
  const words = useLinkWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and the words follow the language
  return useMemo(
    () => [
      {
        key: "to",
        title: t("links.to"),
        width: 180,
        cell: ({ name, email }) => (
          <>
            {name} <span className={classes.soft}>{email}</span>
          </>
        ),
      },
      { key: "act", title: t("links.act"), width: 140, cell: ({ act }) => words.act(act) },
      { key: "subject", title: t("links.subject"), width: 160, cell: ({ subjectName }) => subjectName ?? <Unknown /> },
      {
        key: "partnership",
        title: t("links.partnership"),
        width: 130,
        isOptional: true,
        cell: ({ partnership }) => partnership?.name ?? <Unknown />,
      },
      {
        key: "state",
        title: t("links.state"),
        width: 110,
        cell: ({ state, act, press }) =>
          state === "pressed" && press !== null ? words.press(act, press) : t(`links.states.${state}`),
      },
      {
        key: "issuedAt",
        title: t("links.issuedAt"),
        width: 138,
        grow: 0,
        sort: "issuedAt",
        cell: ({ issuedAt }) => <MomentText at={issuedAt} />,
      },
      {
        key: "expiresAt",
        title: t("links.expiresAt"),
        width: 138,
        grow: 0,
        cell: ({ expiresAt }) => <MomentText at={expiresAt} />,
      },
      {
        key: "endedAt",
        title: t("links.endedAt"),
        width: 138,
        grow: 0,
        cell: ({ pressedAt, endedAt }) =>
          (pressedAt ?? endedAt) === null ? <Unknown /> : <MomentText at={pressedAt ?? endedAt} />,
      },
      {
        key: "codeAskedAt",
        title: t("links.codeAskedAt"),
        width: 138,
        grow: 0,
        isOptional: true,
        cell: ({ codeAskedAt }) => (codeAskedAt === null ? <Unknown /> : <MomentText at={codeAskedAt} />),
      },
      {
        key: "acts",
        title: t("links.acts"),
        width: 104,
        grow: 0,
        cell: (link) => <RevokeLink link={link} />,
      },
    ],
    [i18n.language],
  )
}

export default Links
