import { Anchor, Popover, UnstyledButton, VisuallyHidden } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Instant } from "#core/time"
import classes from "./Explain.module.css"
import { MomentText } from "./text.tsx"

type ExplainProps = {
  /** The figure as it stands on the page. */
  children: ReactNode
  /** What is being explained, for those who cannot see it ("Promises kept, ours"). */
  label: string
  /** What the figure means, in one or two sentences. */
  definition: string
  /** What went into it, line by line. */
  inputs?: readonly { label: string; value: ReactNode }[]
  /** When it was computed, or as of when it holds. */
  asOf?: Instant
  /** Where the evidence is listed in full. */
  evidence?: { to: string; label: string }
}

/** Every number opens: the figure is a button that shows where it came from. */
export const Explain = ({ children, label, definition, inputs = [], asOf, evidence }: ExplainProps) => {
  const { t } = useTranslation("ui")
  return (
    <Popover width={320} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.figure} component="button" type="button">
          {children}
          <VisuallyHidden>{t("explain.open", { label })}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.card} aria-label={label}>
        <p className={classes.label}>{label}</p>
        <p className={classes.definition}>{definition}</p>
        {inputs.length > 0 ? (
          <dl className={classes.inputs}>
            {inputs.map((input) => (
              <div key={input.label}>
                <dt>{input.label}</dt>
                <dd className="numbers">{input.value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {asOf || evidence ? (
          <footer className={classes.footer}>
            {asOf ? (
              <span>
                {t("explain.asOf")} <MomentText at={asOf} />
              </span>
            ) : null}
            {evidence ? (
              <Anchor component={Link} to={evidence.to} size="xs">
                {evidence.label}
              </Anchor>
            ) : null}
          </footer>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}
