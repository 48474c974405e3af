import { Stack } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { getProfile, type Profile as ProfileView, publishProfile, retireProfile } from "#contract/recruitment"
import { TypeBadge } from "#marks/TypeBadge"
import { profilesPath } from "#paths/recruit"
import { ActionButton } from "#ui/ActionButton"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { EditProfile } from "./EditProfile.tsx"

/** One ideal profile: what is being written of it, and the versions that candidates are measured by. */
const Profile = () => {
  const { profile = "" } = useParams({ strict: false })
  const found = useEndpoint(getProfile, { params: { profile } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown profile={shown} />}
    </Loaded>
  )
}

const Shown = ({ profile }: { profile: ProfileView }) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const { name, partnershipType, published, isRetired, versions } = profile
  const isSame = JSON.stringify(versions[0]?.criteria) === JSON.stringify(profile.criteria)
  const standing = isRetired ? "retired" : published === null ? "unpublished" : isSame ? "current" : "changed"
  return (
    <Page
      title={name}
      answer={t(`profileStands.${standing}`, { number: published })}
      marks={<TypeBadge type={partnershipType} />}
      actions={<Acts profile={profile} isSame={isSame} />}
      back={{ to: profilesPath(slug), label: t("profiles.title") }}
      width="reading"
    >
      <Stack gap="lg">
        <Panel title={t("criteria")} hint={t("criteriaHint")}>
          <EditProfile key={profile.version} profile={profile} />
        </Panel>
        {versions.length === 0 ? null : (
          <Panel title={t("versions")} hint={t("versionsHint")} isFlush>
            <Rows>
              {versions.map(({ number, publishedAt, criteria }) => (
                <Row
                  key={number}
                  name={t("profiles.version", { number })}
                  lines={
                    <RowLine>{t("versionOf", { date: format.dayOf(publishedAt), count: criteria.length })}</RowLine>
                  }
                />
              ))}
            </Rows>
          </Panel>
        )}
      </Stack>
    </Page>
  )
}

const Acts = ({ profile, isSame }: { profile: ProfileView; isSame: boolean }) => {
  const { t } = useTranslation("recruit")
  const { id, version, isRetired, abilities } = profile
  const publish = useAct(publishProfile, { done: ({ published }) => t("published", { number: published }) })
  const retire = useAct(retireProfile)
  const about = { params: { profile: id }, ifMatch: version }
  return (
    <>
      <ActionButton
        size="xs"
        variant="default"
        disabledReason={reasonOf(abilities.retire)}
        onClick={() => retire.mutate({ ...about, input: { isRetired: !isRetired } })}
      >
        {t(isRetired ? "restore" : "retire")}
      </ActionButton>
      <ActionButton
        size="xs"
        loading={publish.isPending}
        disabledReason={reasonOf(abilities.publish) ?? (isSame ? t("sameAsPublished") : undefined)}
        onClick={() => publish.mutate(about)}
      >
        {t("publish")}
      </ActionButton>
    </>
  )
}

export default Profile
