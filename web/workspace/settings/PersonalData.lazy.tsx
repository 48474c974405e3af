import { Anchor, Stack } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getPersonalData, type PersonalData as Held } from "#contract/privacy"
import { settingsSectionPath } from "#paths/settings"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { ErasePerson } from "./privacy/ErasePerson.tsx"
import { TakeData } from "./privacy/TakeData.tsx"
import { useWhatIsKept } from "./privacy/useWhatIsKept.ts"
import { SettingsPage } from "./SettingsPage.tsx"

/** One person: as what they are known, what is kept of them, and what can be done about it. */
const PersonalData = () => {
  const { t } = useTranslation("privacy")
  const { slug = "", person = "" } = useParams({ strict: false }) as { slug?: string; person?: string }
  const held = useEndpoint(getPersonalData, { params: { person } })
  return (
    <SettingsPage shown="privacy">
      <Stack gap="lg">
        <Anchor component={Link} to={settingsSectionPath(slug, "privacy")}>
          {t("person.back")}
        </Anchor>
        <Loaded from={held}>
          {(data) => (
            <>
              <KnownAs id={person} data={data} />
              <Kept data={data} />
            </>
          )}
        </Loaded>
      </Stack>
    </SettingsPage>
  )
}

const KnownAs = ({ id, data }: { id: string; data: Held }) => {
  const { t } = useTranslation("privacy")
  const { person } = data
  const isErased = person.every((each) => each.isErased)
  return (
    <Panel title={t("person.knownAs")} hint={person.length > 1 ? t("person.sameAddress") : undefined} isFlush>
      <Rows>
        {person.map((each) => (
          <Row
            key={each.id}
            name={each.name}
            lines={
              <RowLine>
                {[t(`kind.${each.kind}`), each.isErased ? null : each.email].filter(Boolean).join(" · ")}
              </RowLine>
            }
            end={each.isErased ? t("person.erased") : undefined}
          />
        ))}
      </Rows>
      <Stack gap="xs" p="md" align="flex-start">
        <TakeData id={id} />
        {isErased ? null : <ErasePerson id={id} data={data} />}
      </Stack>
    </Panel>
  )
}

const Kept = ({ data: { held } }: { data: Held }) => {
  const { t } = useTranslation("privacy")
  const format = useFormat()
  const words = useWhatIsKept()
  return (
    <Panel title={t("person.kept")} hint={t("person.keptHint")} isFlush>
      {held.length === 0 ? (
        <RowsNote>{t("person.nothing")}</RowsNote>
      ) : (
        <Rows>
          {held.map(({ kind, rows }) => (
            <Row key={kind} name={words.table(kind)} end={<span className="numbers">{format.number(rows)}</span>} />
          ))}
        </Rows>
      )}
    </Panel>
  )
}

export default PersonalData
