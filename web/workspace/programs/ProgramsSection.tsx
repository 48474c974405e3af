import { Group } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Standings } from "#acts/Standings"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { checkByHand, endEnrolment, evaluateEnrolment, type LineView, type StandingView } from "#contract/programs"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"
import { Enrol } from "./Enrol.tsx"

/** How the partnership stands in its programs, and for whoever may, enrolling it, evaluating it now and what is looked at by hand. */
export const ProgramsSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("programs")
  const [isEnrolling, setEnrolling] = useState(false)
  return (
    <>
      <Standings
        partnershipId={partnershipId}
        empty={t("section.empty")}
        actOnAll={
          <ActionButton size="xs" variant="default" onClick={() => setEnrolling(true)}>
            {t("enrol.open")}
          </ActionButton>
        }
        actOn={(standing) => (standing.retiredOn === null ? <Acts standing={standing} /> : null)}
        actOnLine={(standing, line) => <Check {...{ standing, line }} />}
      />
      {isEnrolling ? <Enrol partnershipId={partnershipId} onClose={() => setEnrolling(false)} /> : null}
    </>
  )
}

const Acts = ({ standing: { enrolmentId: enrolment, program, abilities } }: { standing: StandingView }) => {
  const { t } = useTranslation("programs")
  const evaluate = useAct(evaluateEnrolment, { done: () => t("evaluated") })
  const end = useAct(endEnrolment, { showsProblem: false })
  const reason = reasonOf(abilities.evaluate)
  return (
    <Group gap={6}>
      <ActionButton
        size="xs"
        variant="default"
        loading={evaluate.isPending}
        disabledReason={reason}
        onClick={() => evaluate.mutate({ params: { enrolment } })}
      >
        {t("evaluate")}
      </ActionButton>
      {reason === undefined ? (
        <Confirm
          question={t("end.question", { program })}
          consequence={t("end.consequence")}
          verb={t("end.verb")}
          isDangerous
          onConfirm={() => end.mutateAsync({ params: { enrolment } })}
        >
          {(open) => (
            <ActionButton size="xs" variant="subtle" color="gray" onClick={open}>
              {t("end.open")}
            </ActionButton>
          )}
        </Confirm>
      ) : null}
    </Group>
  )
}

/** Says whether something is met that people look at by hand. */
const Check = ({ standing, line }: { standing: StandingView; line: LineView }) => {
  const { t } = useTranslation("programs")
  const check = useAct(checkByHand)
  if (line.kind !== "by_hand" || standing.abilities.evaluate !== true) return null
  const say = (isMet: boolean) =>
    check.mutate({ params: { enrolment: standing.enrolmentId, requirement: line.key }, input: { isMet } })
  return (
    <Group gap={6}>
      {line.standing === "met" ? null : (
        <ActionButton size="compact-xs" variant="default" loading={check.isPending} onClick={() => say(true)}>
          {t("check.met")}
        </ActionButton>
      )}
      {line.standing === "not_met" ? null : (
        <ActionButton size="compact-xs" variant="default" loading={check.isPending} onClick={() => say(false)}>
          {t("check.notMet")}
        </ActionButton>
      )}
    </Group>
  )
}
