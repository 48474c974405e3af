import { ActionIcon, Anchor, Button } from "@mantine/core"
import { IconCheck, IconCircleDashed, IconX } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { act } from "#client/act"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { useCallTo } from "#client/workspace"
import { dismissSteps, type FirstStep, getFirstSteps } from "#contract/guidance"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { showDone } from "#ui/toast"
import { FirstLook } from "./FirstLook.tsx"
import classes from "./guidance/guidance.module.css"
import type { LookPaths } from "./guidance/paths.ts"

type Steps = OutputOf<typeof getFirstSteps>
type StepsPaths = Pick<LookPaths, "partnership"> &
  Readonly<{
    imports: string
    portfolio: string
    members: string
    agreementOf: (partnership: string) => string
    organization: (id: string) => string
  }>

/** Where a step is taken. */
const placeOf = (step: FirstStep, paths: StepsPaths, example: Steps["example"]): string => {
  switch (step) {
    case "look":
    case "facts":
      return paths.imports
    case "owners":
      return paths.portfolio
    case "agreement":
      return example ? paths.agreementOf(example.partnershipId) : paths.portfolio
    case "partner":
      return example ? paths.organization(example.organizationId) : paths.portfolio
    case "colleague":
      return paths.members
  }
}

/** What is worth doing next in a new workspace; there only while something of it is left, and nobody has hidden it. */
const FirstSteps = ({ paths }: { paths: StepsPaths }) => {
  const { t } = useTranslation("guidance")
  const format = useFormat()
  const { data } = useEndpoint(getFirstSteps, {})
  const hide = useHiding()
  if (!data) return null
  const { steps, dismissed, example } = data
  const shown = steps.filter(({ step }) => !dismissed.includes(step))
  if (shown.every(({ isDone }) => isDone)) return null
  const done = shown.filter(({ isDone }) => isDone).length
  return (
    <Panel
      title={t("steps.title")}
      hint={t("steps.hint", { count: shown.length, done: format.number(done) })}
      aside={
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() =>
            hide(
              dismissed,
              steps.map(({ step }) => step),
              t("steps.hidden"),
            )
          }
        >
          {t("steps.hide")}
        </Button>
      }
    >
      <ul className={classes.steps}>
        {shown.map(({ step, isDone }) => {
          const title = t(`step.${step}.title`)
          return (
            <li key={step} className={classes.step} data-done={isDone || undefined}>
              <span className={classes.mark}>
                {isDone ? <IconCheck size={16} aria-hidden /> : <IconCircleDashed size={16} aria-hidden />}
              </span>
              {isDone ? (
                <span>{t("steps.done", { step: title })}</span>
              ) : (
                <div>
                  {step === "look" ? (
                    <>
                      <span>{title}</span>
                      <FirstLook paths={{ partnership: paths.partnership }} />
                    </>
                  ) : (
                    <>
                      <Anchor component={Link} to={placeOf(step, paths, example)}>
                        {title}
                      </Anchor>
                      <p className={classes.soft}>{t(`step.${step}.text`)}</p>
                    </>
                  )}
                </div>
              )}
              {isDone ? null : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("steps.dismiss", { step: title })}
                  onClick={() => hide(dismissed, [...dismissed, step], t("steps.dismissed", { step: title }))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** Hides steps for this person, at once and with a way back. */
const useHiding = () => {
  const to = useCallTo()
  const dismiss = useAct(dismissSteps, {
    optimistic: [
      {
        read: getFirstSteps,
        change: (shown: Steps, { input }): Steps => ({ ...shown, dismissed: input?.steps ?? [] }),
      },
    ],
  })
  return (before: readonly FirstStep[], steps: readonly FirstStep[], says: string) =>
    dismiss.mutate(
      { input: { steps: [...steps] } },
      { onSuccess: () => showDone(says, () => act(dismissSteps, { ...to, input: { steps: [...before] } })) },
    )
}

export default FirstSteps
