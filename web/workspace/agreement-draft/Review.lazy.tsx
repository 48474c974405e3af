import { Button, Menu } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { Link, useNavigate, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { AgreementReview } from "#acts/AgreementReview"
import { useAct } from "#client/useAct"
import { type DraftView, moveAgreementDraft, rebaseAgreementDraft } from "#contract/agreements"
import { negotiationPath } from "#paths/negotiation"
import { editAgreementDraftPath } from "#paths/new-agreement"
import { partnershipAgreementPath } from "#paths/partnership"
import { ActionButton } from "#ui/ActionButton"
import { useFormat } from "#ui/text"
import { PutInForce } from "./PutInForce.tsx"

/** A draft as the host reviews it, with what may be done next. */
const Review = () => {
  const { agreementDraft = "", slug = "" } = useParams({ strict: false })
  return (
    <AgreementReview
      draftId={agreementDraft}
      agreementsAt={(partnership) => partnershipAgreementPath(slug, partnership)}
      actOn={(draft) => <Acts draft={draft} slug={slug} />}
    />
  )
}

const Acts = ({ draft, slug }: { draft: DraftView; slug: string }) => {
  const { t } = useTranslation("agreements")
  const navigate = useNavigate()
  const format = useFormat()
  const [isSigning, setSigning] = useState(false)
  const move = useAct(moveAgreementDraft, {
    done: ({ state, title }) => t(`moved.${state as "draft" | "in_review" | "withdrawn"}`, { title }),
    onDone: ({ state, partnershipId }) => {
      if (state === "withdrawn") void navigate({ to: partnershipAgreementPath(slug, partnershipId) })
    },
  })
  const to = (state: "draft" | "in_review" | "withdrawn") =>
    move.mutate({ params: { agreementDraft: draft.id }, input: { to: state } })
  const rebase = useAct(rebaseAgreementDraft, {
    done: ({ collisions }) =>
      collisions.length === 0
        ? t("review.rebased")
        : t("review.collided", {
            count: collisions.length,
            places: format.list([...new Set(collisions.map(({ at }) => format.quote(at)))]),
          }),
  })
  const { id, state, findings, abilities } = draft
  const isBlocked = findings.some(({ blocks }) => blocks)
  const toText =
    draft.hasText || abilities.edit === true ? (
      <Button variant="default" component={Link} to={negotiationPath(slug, draft.partnershipId, id)}>
        {t("review.toText")}
      </Button>
    ) : null
  if (state === "in_force" || state === "withdrawn" || abilities.edit === "role-may-not")
    return (
      <>
        {toText}
        <Print />
      </>
    )
  const mayForce = abilities.putInForce === true || abilities.review === true
  return (
    <>
      {mayForce ? (
        <ActionButton
          loading={move.isPending}
          disabledReason={isBlocked ? t("review.blockedFirst") : undefined}
          onClick={() => setSigning(true)}
        >
          {t("force.open")}
        </ActionButton>
      ) : null}
      {abilities.rebase === true ? (
        <Button loading={rebase.isPending} onClick={() => rebase.mutate({ params: { agreementDraft: id } })}>
          {t("review.rebase")}
        </Button>
      ) : null}
      {abilities.review === true ? (
        <Button variant="default" loading={move.isPending} onClick={() => to("in_review")}>
          {t("review.send")}
        </Button>
      ) : null}
      {abilities.edit === true ? (
        <Button variant="default" component={Link} to={editAgreementDraftPath(slug, id)}>
          {t("review.edit")}
        </Button>
      ) : null}
      {toText}
      {abilities.takeBack === true ? (
        <Button variant="default" onClick={() => to("draft")}>
          {t("review.takeBack")}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px={8} aria-label={t("review.more")}>
            <IconDots size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => print()}>{t("review.print")}</Menu.Item>
          {abilities.withdraw === true ? (
            <Menu.Item color="red" onClick={() => to("withdrawn")}>
              {t("review.withdraw")}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {isSigning ? <PutInForce draft={draft} slug={slug} onClose={() => setSigning(false)} /> : null}
    </>
  )
}

const Print = () => {
  const { t } = useTranslation("agreements")
  return (
    <Button variant="default" onClick={() => print()}>
      {t("review.print")}
    </Button>
  )
}

export default Review
