import { Anchor, Group, Title } from "@mantine/core"
import { IconChevronLeft } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { type ReactNode, useEffect } from "react"
import { AfterPaint } from "./AfterPaint.tsx"
import classes from "./Page.module.css"
import { PageHelp } from "./PageHelp.tsx"
import { useAnswered } from "./rest.tsx"

type PageProps = {
  title: string
  /** The sentence a person would say: what this page answers, before any evidence. */
  answer?: ReactNode
  /** Marks beside the title: stage, health, type. */
  marks?: ReactNode
  actions?: ReactNode
  /** The list this page belongs to. */
  back?: { to: string; label: string }
  /** Reading width for text and forms; tables and pictures take what there is. */
  width?: "wide" | "reading"
  children: ReactNode
}

/** One screen: title, answer, actions, then the evidence. Names the browser tab. */
export const Page = ({ title, answer, marks, actions, back, width = "wide", children }: PageProps) => {
  useEffect(() => {
    document.title = `${title} - Keelson`
  }, [title])
  useAnswered(Boolean(answer))
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        {back ? (
          <Anchor component={Link} to={back.to} className={classes.back}>
            <IconChevronLeft size={14} aria-hidden />
            {back.label}
          </Anchor>
        ) : null}
        <div className={classes.top}>
          <Group gap="xs" className={classes.titles}>
            <Title order={1}>{title}</Title>
            {marks}
            <PageHelp />
          </Group>
          {actions ? (
            <Group gap="xs" className={classes.actions} data-acts>
              {actions}
            </Group>
          ) : null}
        </div>
        {answer ? (
          <p className={classes.answer} data-answer>
            {answer}
          </p>
        ) : null}
      </header>
      <AfterPaint>{children}</AfterPaint>
    </div>
  )
}
