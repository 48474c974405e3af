import { Kbd, Modal } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import classes from "./KeyHelp.module.css"
import { useKeyGroups, useKeyListener, useKeys } from "./keys.tsx"

/** `?` shows every key that works on the page. The shell renders it once; it also makes all keys work. */
export const KeyHelp = () => {
  const { t } = useTranslation("ui")
  const [isOpen, setOpen] = useState(false)
  useKeyListener()
  useKeys("help", t("keys.general"), [
    { keys: "?", label: t("keys.help"), run: () => setOpen(true) },
    { keys: "Ctrl K", label: t("keys.palette") },
  ])
  const groups = useKeyGroups()
  return (
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {groups.map((group) => (
        <section key={group.id} className={classes.group}>
          <h3 className={classes.title}>{group.title}</h3>
          <dl className={classes.list}>
            {group.bindings.map((binding) => (
              <div key={binding.keys} className={classes.line}>
                <dt>{binding.label}</dt>
                <dd>
                  {binding.keys.split(" ").map((key) => (
                    <Kbd key={key} size="sm">
                      {key}
                    </Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}
