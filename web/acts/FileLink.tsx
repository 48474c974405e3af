import { Anchor } from "@mantine/core"
import { addressOf } from "#client/call"
import { useCallTo } from "#client/workspace"
import { downloadFile } from "#contract/files"

/** A file of the record, by its name, to save. */
export const FileLink = ({ file: { id, name } }: { file: Readonly<{ id: string; name: string }> }) => (
  <Anchor href={addressOf(downloadFile, { params: { file: id }, ...useCallTo() })} download={name} size="sm">
    {name}
  </Anchor>
)
