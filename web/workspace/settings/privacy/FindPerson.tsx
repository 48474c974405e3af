import { Anchor } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { useSlug } from "#client/workspace"
import { listContacts, listMembers, listPartnerUsers } from "#contract/people"
import { personalDataPath } from "#paths/settings"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { SearchField } from "#ui/SearchField"
import { Loaded } from "#ui/states"
import { foundPeople } from "./foundPeople.ts"

/** Anybody the workspace knows, on either side, by a part of their name or address. */
export const FindPerson = () => {
  const { t } = useTranslation("privacy")
  const [search, setSearch] = useState("")
  return (
    <Panel title={t("find.title")} hint={t("find.hint")} isFlush>
      <div style={{ padding: "0 var(--mantine-spacing-md) var(--mantine-spacing-md)" }}>
        <SearchField label={t("find.search")} value={search} onChange={setSearch} w={280} />
      </div>
      {search === "" ? null : <Found search={search} />}
    </Panel>
  )
}

const Found = ({ search }: { search: string }) => {
  const { t } = useTranslation("privacy")
  const slug = useSlug()
  const members = useEndpoint(listMembers, {})
  const partnerUsers = useEndpoint(listPartnerUsers, {})
  const contacts = useEndpoint(listContacts, { query: { search, limit: 50 } }, { keepsPrevious: true })
  return (
    <Loaded from={contacts}>
      {({ items }) => {
        const found = foundPeople(search, members.data?.items ?? [], partnerUsers.data?.items ?? [], items)
        if (found.length === 0) return <RowsNote>{t("find.nobody", { search })}</RowsNote>
        return (
          <Rows>
            {found.map(({ kind, id, name, email }) => (
              <Row
                key={id}
                name={
                  <Anchor component={Link} to={personalDataPath(slug, id)} fw={550}>
                    {name}
                  </Anchor>
                }
                lines={<RowLine>{[t(`kind.${kind}`), email].filter(Boolean).join(" · ")}</RowLine>}
              />
            ))}
          </Rows>
        )
      }}
    </Loaded>
  )
}
