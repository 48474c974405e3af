import { ActionIcon, Group } from "@mantine/core"
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconItalic,
  IconList,
  IconListNumbers,
  IconUnderline,
} from "@tabler/icons-react"
import type { Editor } from "@tiptap/core"
import { useEditorState } from "@tiptap/react"
import { useTranslation } from "react-i18next"

const controls = [
  ["bold", IconBold, (editor: Editor) => editor.chain().focus().toggleBold().run()],
  ["italic", IconItalic, (editor: Editor) => editor.chain().focus().toggleItalic().run()],
  ["underline", IconUnderline, (editor: Editor) => editor.chain().focus().toggleUnderline().run()],
  ["bulletList", IconList, (editor: Editor) => editor.chain().focus().toggleBulletList().run()],
  ["orderedList", IconListNumbers, (editor: Editor) => editor.chain().focus().toggleOrderedList().run()],
  ["undo", IconArrowBackUp, (editor: Editor) => editor.chain().focus().undo().run()],
  ["redo", IconArrowForwardUp, (editor: Editor) => editor.chain().focus().redo().run()],
] as const

/** What words can look like; each is on a key too, which its name says. */
export const Toolbar = ({ editor }: { editor: Editor }) => {
  const { t } = useTranslation("negotiation")
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => controls.map(([name]) => now.isActive(name)),
  })
  return (
    <Group gap={4} role="toolbar" aria-label={t("edit.toolbar")}>
      {controls.map(([name, Icon, act], index) => (
        <ActionIcon
          key={name}
          variant={active[index] ? "light" : "subtle"}
          color={active[index] ? "keel" : "gray"}
          aria-label={t(`edit.${name}`)}
          title={t(`edit.${name}`)}
          aria-pressed={name === "undo" || name === "redo" ? undefined : active[index]}
          onClick={() => act(editor)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  )
}
