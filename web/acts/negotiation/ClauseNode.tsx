import { ActionIcon, Menu } from "@mantine/core"
import { IconDots } from "@tabler/icons-react"
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, useEditorState } from "@tiptap/react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { AskHalf } from "./AskHalf.tsx"
import { cutClause, moveClause, putBelow, removeClause } from "./clauseActs.ts"
import { cutPlace, type Half, halvesAt } from "./clauseCut.ts"
import classes from "./negotiation.module.css"
import { numberAt } from "./numberAt.ts"
import { usePromisedIn } from "./promised.ts"

/** A clause in the editor, with what is done to it as a whole: all of it by keyboard too. */
export const ClauseNode = ({ editor, node, getPos, updateAttributes }: NodeViewProps) => {
  const { t } = useTranslation("negotiation")
  const at = getPos() ?? 0
  // Its number follows from the clauses before it, which come and go without it.
  const number = useEditorState({ editor, selector: ({ editor: now }) => numberAt(now.state.doc, getPos() ?? 0) })
  const level = node.attrs.level === 2 ? 2 : 1
  const promised = usePromisedIn(node.attrs.key)
  const [halves, setHalves] = useState<Readonly<Record<Half, string>> | null>(null)
  const cut = () => {
    const isAsked = promised.length > 0 && cutPlace(editor.state, at) === "middle"
    if (isAsked) setHalves(halvesAt(editor.state, at))
    else cutClause(editor, at, "upper")
  }
  const acts = [
    ["below", () => putBelow(editor, at)],
    ["cut", cut],
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
        {halves === null ? null : (
          <AskHalf
            lines={promised}
            halves={halves}
            onClose={() => setHalves(null)}
            onCut={(keeps) => {
              setHalves(null)
              cutClause(editor, at, keeps)
            }}
          />
        )}
      </div>
      <NodeViewContent className={classes.words} />
    </NodeViewWrapper>
  )
}
