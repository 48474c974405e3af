import { Anchor, Group } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { listOnboardingPlans, type OnboardingPlan, takeReadyPlan } from "#contract/onboarding"
import { languageOf } from "#core/languages"
import { TypeBadge } from "#marks/TypeBadge"
import { onboardingsPath } from "#paths/onboarding"
import { planPath } from "#paths/settings"
import { ActionButton } from "#ui/ActionButton"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { NamePlan } from "./NamePlan.tsx"

/** By which plan partners of each type are onboarded, and which of them begin by themselves. */
const OnboardingPlans = () => {
  const { t } = useTranslation("onboarding")
  const { slug = "" } = useParams({ strict: false })
  const found = useEndpoint(listOnboardingPlans, {})
  return (
    <Page
      title={t("plans.title")}
      answer={t("plans.answer")}
      back={{ to: onboardingsPath(slug), label: t("list.title") }}
      width="reading"
    >
      <Panel isFlush>
        <Loaded from={found}>
          {({ items, abilities }) => (
            <Rows>
              {items.map((plan) => (
                <PlanRow key={plan.type} plan={plan} reason={reasonOf(abilities.edit)} />
              ))}
            </Rows>
          )}
        </Loaded>
      </Panel>
    </Page>
  )
}

const PlanRow = ({ plan, reason }: { plan: OnboardingPlan; reason: string | undefined }) => {
  const { t, i18n } = useTranslation(["onboarding", "marks"])
  const { slug = "" } = useParams({ strict: false })
  const [isNaming, setNaming] = useState(false)
  const take = useAct(takeReadyPlan, { done: () => t("plans.taken") })
  const { type, ready } = plan
  const typeName = t(`marks:type.${type}`)
  const line = plan.plan?.isArchived
    ? t("plans.archived")
    : t(plan.startsItself ? "plans.startsItself" : "plans.byHand")
  return (
    <Row
      name={<TypeBadge type={type} />}
      lines={
        plan.plan ? (
          <>
            <Anchor component={Link} to={planPath(slug, plan.plan.id)} size="sm">
              {plan.plan.name}
            </Anchor>
            <RowLine>{line}</RowLine>
          </>
        ) : (
          <RowLine>{t("plans.none", { count: ready.steps, partner: ready.ofPartner })}</RowLine>
        )
      }
      end={
        <Group gap={6}>
          {plan.plan ? null : (
            <ActionButton
              size="xs"
              disabledReason={reason}
              loading={take.isPending}
              aria-label={t("plans.takeFor", { type: typeName })}
              onClick={() => take.mutate({ params: { type }, input: { language: languageOf(i18n.language) } })}
            >
              {t("plans.take")}
            </ActionButton>
          )}
          <ActionButton
            size="xs"
            variant="default"
            disabledReason={reason}
            aria-label={t("plans.chooseFor", { type: typeName })}
            onClick={() => setNaming(true)}
          >
            {t("plans.choose")}
          </ActionButton>
        </Group>
      }
    >
      {isNaming ? <NamePlan plan={plan} onClose={() => setNaming(false)} /> : null}
    </Row>
  )
}

export default OnboardingPlans
