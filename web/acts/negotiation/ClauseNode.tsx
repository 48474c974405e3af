import { ActionIcon, Menu } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from "@tiptap/react"
import { useTranslation } from "react-i18next"
import { cutClause, moveClause, putBelow, removeClause } from "./clauseActs.ts"
import classes from "./negotiation.module.css"
import { numberAt } from "./numberAt.ts"

/** A clause in the editor, with what is done to it as a whole: all of it by keyboard too. */
export const ClauseNode = ({ editor, node, getPos, updateAttributes }: NodeViewProps) => {
  const { t } = useTranslation("negotiation")
  const at = getPos() ?? 0
  const number = numberAt(editor.state.doc, at)
  const level = node.attrs.level === 2 ? 2 : 1
  const acts = [
    ["below", () => putBelow(editor, at)],
    ["cut", () => cutClause(editor, at)],
    ["up", () => moveClause(editor, at, -1)],
    ["down", () => moveClause(editor, at, 1)],
    [level === 1 ? "inner" : "outer", () => updateAttributes({ level: level === 1 ? 2 : 1 })],
    ["remove", () => removeClause(editor, at)],
  ] as const
  return (
    <NodeViewWrapper className={classes.written} data-level={level}>
      <div className={classes.handle} contentEditable={false}>
        <span className={classes.number}>{number}</span>
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t("edit.acts", { number })}>
              <IconDots size={14} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {acts.map(([name, act]) => (
              <Menu.Item key={name} {...(name === "remove" ? { color: "red" } : {})} onClick={act}>
                {t(`edit.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <NodeViewContent className={classes.words} />
    </NodeViewWrapper>
  )
}
