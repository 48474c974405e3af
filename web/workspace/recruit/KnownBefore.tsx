import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { findConflicts } from "#contract/recruitment"
import classes from "./AddCandidate.module.css"
import { ConflictRows } from "./Conflicts.tsx"

type KnownBeforeProps = {
  company: Readonly<{ name: string; domain: string; registrationNumber: string }>
  onTake: (organization: Readonly<{ id: string; name: string }>) => void
}

/** Says while somebody types what stands against a company, and offers the one that is known. */
export const KnownBefore = ({ company: { name, domain, registrationNumber }, onTake }: KnownBeforeProps) => {
  const { t } = useTranslation("recruit")
  const isTold = name.trim().length >= 3
  const { data } = useEndpoint(
    findConflicts,
    {
      query: {
        ...{ name: name.trim(), domains: domain },
        ...(registrationNumber.trim() === "" ? {} : { registrationNumber: registrationNumber.trim() }),
      },
    },
    { isEnabled: isTold, keepsPrevious: true },
  )
  const items = isTold ? (data?.items ?? []) : []
  return (
    <div role="status" className={items.length > 0 ? classes.known : undefined}>
      {items.length === 0 ? null : (
        <ConflictRows
          items={items}
          end={({ organizationId: id, name: known }) =>
            id === null ? null : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t("add.takeOf", { name: known })}
                onClick={() => onTake({ id, name: known })}
              >
                {t("add.take")}
              </Button>
            )
          }
        />
      )}
    </div>
  )
}
