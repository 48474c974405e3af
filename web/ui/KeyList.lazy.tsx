import { Kbd, Modal } from "@mantine/core"
import { useTranslation } from "react-i18next"
import classes from "./KeyList.module.css"
import { useKeyGroups } from "./keys.tsx"

/** Every key that works on the page. */
const KeyList = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation("ui")
  const groups = useKeyGroups()
  return (
    <Modal opened onClose={onClose} title={t("keys.title")} closeButtonProps={{ "aria-label": t("close") }}>
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

export default KeyList
