import { Anchor, Stack } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Diligence } from "#acts/Diligence"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { convertCandidate, getCandidate, type WholeCandidate } from "#contract/recruitment"
import { TypeBadge } from "#marks/TypeBadge"
import { organizationPath } from "#paths/organizations"
import { partnershipPath } from "#paths/partnership"
import { profilePath, recruitPath } from "#paths/recruit"
import { ActionButton } from "#ui/ActionButton"
import { Fact, Facts } from "#ui/Facts"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { DateText, DayOfText, Unknown } from "#ui/text"
import { Applied } from "./Applied.tsx"
import { Assessments } from "./Assessments.tsx"
import { Conflicts } from "./Conflicts.tsx"
import { Added } from "./coverage/Added.tsx"
import { Decide } from "./Decide.tsx"
import { Decisions } from "./Decisions.tsx"
import { EditCandidate } from "./EditCandidate.tsx"
import { LikeEnded } from "./lessons/LikeEnded.tsx"
import { Reopen } from "./Reopen.tsx"
import { VerdictMark } from "./VerdictMark.tsx"

/** One company that may become a partner: where it stands, what colleagues think of it, and what was decided. */
const Candidate = () => {
  const { candidate = "" } = useParams({ strict: false })
  const found = useEndpoint(getCandidate, { params: { candidate } })
  return (
    <Loaded from={found} isPage>
      {(shown) => <Shown candidate={shown} />}
    </Loaded>
  )
}

const Shown = ({ candidate }: { candidate: WholeCandidate }) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const { organizationId, organizationName, profileId, profileName, stage, movedAt, partnershipId } = candidate
  return (
    <Page
      title={organizationName}
      answer={t(`stands.${stage}`)}
      marks={
        <>
          <TypeBadge type={candidate.partnershipType} />
          <VerdictMark candidate={candidate} />
        </>
      }
      actions={<Acts candidate={candidate} />}
      back={{ to: recruitPath(slug), label: t("title") }}
      width="reading"
    >
      <Stack gap="lg">
        <Panel>
          <Facts>
            <Fact label={t("stage.label")}>{t(`stage.${stage}`)}</Fact>
            <Fact label={t("since")}>
              <DayOfText at={movedAt} />
            </Fact>
            <Fact label={t("owner")}>{candidate.ownerName ?? <Unknown />}</Fact>
            <Fact label={t("lookAgainOn")}>
              <DateText on={candidate.lookAgainOn} />
            </Fact>
            <Fact label={t("company")}>
              <Anchor component={Link} to={organizationPath(slug, organizationId)}>
                {organizationName}
              </Anchor>
            </Fact>
            <Fact label={t("profile")}>
              <Anchor component={Link} to={profilePath(slug, profileId)}>
                {profileName}
              </Anchor>
            </Fact>
            {partnershipId === null ? null : (
              <Fact label={t("partnership")}>
                <Anchor component={Link} to={partnershipPath(slug, partnershipId)}>
                  {t("openPartnership")}
                </Anchor>
              </Fact>
            )}
          </Facts>
        </Panel>
        <Conflicts candidate={candidate} />
        <Added candidateId={candidate.id} />
        {candidate.sourceKind === "application" ? <Applied candidateId={candidate.id} /> : null}
        <Diligence organizationId={organizationId} type={candidate.partnershipType} />
        <Assessments candidate={candidate} />
        <LikeEnded candidateId={candidate.id} />
        <Decisions decisions={candidate.decisions} />
        <Panel title={t("keep.title")}>
          <EditCandidate key={candidate.version} candidate={candidate} />
        </Panel>
      </Stack>
    </Page>
  )
}

/** What comes next with it: a decision, another look, or the partnership itself. */
const Acts = ({ candidate }: { candidate: WholeCandidate }) => {
  const { t } = useTranslation("recruit")
  const [open, setOpen] = useState<"decide" | "reopen">()
  const { id, version, abilities, partnershipId } = candidate
  const convert = useAct(convertCandidate, { done: ({ organizationName: name }) => t("converted", { name }) })
  const close = () => setOpen(undefined)
  return (
    <>
      {abilities.reopen === true ? (
        <ActionButton size="xs" variant="default" onClick={() => setOpen("reopen")}>
          {t("reopen.open")}
        </ActionButton>
      ) : null}
      {candidate.stage === "approved" && partnershipId === null ? (
        <ActionButton
          size="xs"
          loading={convert.isPending}
          disabledReason={reasonOf(abilities.convert)}
          onClick={() => convert.mutate({ params: { candidate: id }, ifMatch: version })}
        >
          {t("convert")}
        </ActionButton>
      ) : null}
      {abilities.reopen === "still-open" ? (
        <ActionButton size="xs" disabledReason={reasonOf(abilities.decide)} onClick={() => setOpen("decide")}>
          {t("decide.open")}
        </ActionButton>
      ) : null}
      {open === "decide" ? <Decide candidate={candidate} onClose={close} /> : null}
      {open === "reopen" ? <Reopen candidate={candidate} onClose={close} /> : null}
    </>
  )
}

export default Candidate
