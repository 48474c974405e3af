import { Button, VisuallyHidden } from "@mantine/core"
import { IconFileTypeDocx, IconFileTypePdf } from "@tabler/icons-react"
import type { NamedFile } from "#client/fetchFile"
import { useTaking } from "./useTaking.ts"

type PdfButtonProps = {
  label: string
  get: () => Promise<NamedFile>
  /** Beside lines of a list it is small and quiet. */
  isSmall?: boolean
  /** A Word file instead, to write on in. */
  isWord?: boolean
}

/** A document that is read and printed elsewhere. */
export const PdfButton = ({ label, get, isSmall = false, isWord = false }: PdfButtonProps) => {
  const Icon = isWord ? IconFileTypeDocx : IconFileTypePdf
  const { making, take, said } = useTaking()
  return (
    <>
      <Button
        variant={isSmall ? "subtle" : "default"}
        size={isSmall ? "compact-xs" : "sm"}
        loading={making !== undefined}
        leftSection={<Icon size={isSmall ? 13 : 14} aria-hidden />}
        onClick={() => void take({ label, get })}
      >
        {label}
      </Button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
