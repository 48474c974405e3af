import { Collapse, UnstyledButton } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { useTranslation } from "react-i18next"
import type { Vocabulary } from "#core/expression/shapes"
import { useFormat } from "#ui/text"
import { useExpressionWords } from "./complaint.tsx"
import classes from "./condition/condition.module.css"

type ConditionNamesProps = { words: Vocabulary; label: (name: string) => string }

/** The words a condition can be said in; `label` says what a name stands for. */
export const ConditionNames = ({ words: { variables, functions }, label }: ConditionNamesProps) => {
  const { t } = useTranslation("attention")
  const format = useFormat()
  const words = useExpressionWords()
  const [isOpen, { toggle }] = useDisclosure(false)
  return (
    <div>
      <UnstyledButton className={classes.open} aria-expanded={isOpen} onClick={toggle}>
        {t("names")}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <dl className={classes.names}>
          {variables.map(({ name, type }) => (
            <div key={name}>
              <dt>
                <code>{name}</code> <span>{words(type)}</span>
              </dt>
              <dd>{label(name)}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.functions}>
          {t("functions")}: {format.commas(functions.map(({ name }) => name))}
        </p>
      </Collapse>
    </div>
  )
}
